"""A connection to a database that answers no more: ended from outside, so that whoever waits for it goes on."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection

LONGEST_SILENCE = 15.0
"""Seconds that a commit may take: far more than any needs, and few enough to be back within half a minute."""


def line_of(connection: Connection) -> Any:
    """The driver's own connection, which `hang_up` ends; None for SQLite, which has none that could go silent."""
    return connection.connection.dbapi_connection if connection.dialect.name == "postgresql" else None


def hang_up(line: Any) -> None:
    """End a connection that another thread waits for: to that thread it looks as if the server had done it.

    If it ended by itself meanwhile, that is as good.
    """
    from psycopg import Error  # a bot over SQLite starts without it

    with suppress(OSError, Error), socket.socket(fileno=os.dup(line.fileno())) as end:
        end.shutdown(socket.SHUT_RDWR)
