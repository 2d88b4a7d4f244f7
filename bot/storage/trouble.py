"""What is wrong with a database, in a few words for its operator, and never in the driver's own.

A driver quotes what it was given: of a password with an unexpected sign in it, that is a part.
"""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Mapping

from sqlalchemy.exc import SQLAlchemyError

from bot.vault.errors import StoreAway


class DatabaseAway(Exception):
    """The database cannot be used now (locked, full, closed): nothing was committed, and it may be asked again."""

    why = ""
    """In words for its operator, where that is known."""


FULL = "the disk is full"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where a disk, or what of it is ours, is full."""
_POSTGRESQL: Mapping[str, str] = {
    "no space left": "the disk of its server is full",
    "certificate file": "a certificate that its address or ~/.postgresql names is not there, or cannot be read",
    "private key file": "the key of a certificate that its address or ~/.postgresql names cannot be read",
    "certificate verify failed": "nobody in sslrootcert vouches for its server's certificate",
    "does not match host name": "its server's certificate is for another host name",
    "does not support ssl": "its server speaks no TLS, which sslmode asks for",
    "valid client certificate": "its server asks for a certificate of the bot: sslcert and sslkey behind the ?",
    "sslmode value": "what stands behind its ? is nothing that PostgreSQL knows",
    "connection option": "what stands behind its ? is nothing that PostgreSQL knows",
    "query parameter": "what stands behind its ? is nothing that PostgreSQL knows",
    "password authentication failed": "its user or password is refused",
    "no password supplied": "it asks for a password",
    "authentication failed": "its user or password is refused",
    "ssl encryption": "its server does not let this user in from here",
    "no encryption": "its server lets nobody in without TLS, or not this user from here: sslmode=require asks for TLS",
    "pg_hba.conf": "its server does not let this user in from here",
    "role": "its server does not know that user",
    "database": "its server has no database of that name",
    "resolve host": "its host is not known",
    "translate host": "its host is not known",
    "name or service": "its host is not known",
    "connection refused": "nothing answers at its host and port",
    "too many": "its server takes no more connections",
    "permission denied": "its user may not make tables there",
    "read-only": "it can only be read",
    "timeout": "it does not answer",
    "timed out": "it does not answer",
    "no route": "its host cannot be reached",
    "unreachable": "its host cannot be reached",
    "server closed the connection": "what answers there is no PostgreSQL",
    "invalid response": "what answers there is no PostgreSQL",
    "expected authentication": "what answers there is no PostgreSQL",
    "starting up": "its server is just starting",
    "shutting down": "its server is just stopping",
}
"""A part of what PostgreSQL or its client says, and what that means; the first that is there counts."""
_ENDED = "its server ended the connection"
_AT_WORK: Mapping[str, str] = {
    "server closed the connection": _ENDED,
    "connection has been closed": _ENDED,
    "terminating connection": _ENDED,
    "connection is lost": _ENDED,
    "eof detected": _ENDED,
    "connection reset": _ENDED,
    "recovery mode": "its server recovers from a crash",
    "not yet accepting": "its server is just starting",
}
"""What they say only of a server, or mean otherwise, once it has answered as PostgreSQL does."""
_SQLITE: Mapping[str, str] = {
    "not a database": "companion.db is no SQLite database, or is damaged: restore it from its backup",
    "malformed": "companion.db is damaged: restore it from its backup",
    "locked": "companion.db is held by another program",
    "full": FULL,
    "readonly": "companion.db cannot be written to",
    "unable to open": "companion.db cannot be opened",
    "disk i/o": "companion.db cannot be read or written: the disk fails, or is full",
}
_MISSING = ("does not exist",)


def in_words(error: BaseException) -> str:
    """What an error of the database means for its operator."""
    cause = getattr(error, "orig", None) or error
    said = str(cause).lower()
    known = _SQLITE if isinstance(cause, sqlite3.Error) else _POSTGRESQL
    for part, meaning in known.items():
        if part in said and (part not in ("role", "database") or any(each in said for each in _MISSING)):
            return meaning
    return "it does not answer as a database should" if known is _POSTGRESQL else "companion.db cannot be used"


def in_words_at_work(error: BaseException) -> str:
    """The same of a database that was in use already."""
    cause = getattr(error, "orig", None) or error
    said = "" if isinstance(cause, sqlite3.Error) else str(cause).lower()
    return next((meaning for part, meaning in _AT_WORK.items() if part in said), "") or in_words(error)


def named(error: BaseException) -> str:
    """Why something could not be done now, for a line of the log: in words where it is no fault of the work, else the
    kind of error, and never what it says.
    """
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return FULL
    if isinstance(error, StoreAway):
        return error.why
    if isinstance(error, DatabaseAway) and error.why:
        return error.why
    return type(error).__name__


def level_of(error: BaseException) -> int:
    """How loud a line of the log about it is: that the database or a store is away, who asks it tells once for all that
    waits for it, and a line a second of each would hide what else is wrong.
    """
    told = (isinstance(error, StoreAway) and error.is_told) or (isinstance(error, DatabaseAway) and bool(error.why))
    return logging.DEBUG if told else logging.WARNING


def is_of_a_database(error: BaseException) -> bool:
    return isinstance(error, SQLAlchemyError | sqlite3.Error)
