"""Who may work where: over SQLite one bot a data folder; over PostgreSQL many, but none that believes to be alone."""

from __future__ import annotations

import fcntl
import time
from pathlib import Path
from typing import IO, Any

BOT = 0x5EC0_0D
"""The number of the advisory lock that everybody at work on a PostgreSQL database holds together.

Versions before there were replicas held it alone: they and we shut each other out.
"""
MIGRATING = 0x5EC0_0E
"""The number of the advisory lock under which its tables are brought up to date."""
OPENING = 0x5EC0_0F
"""The number of the advisory lock under which database, vault and key are compared, and marked if they are new."""
DUTY = 0x5EC0_10
"""The number of the advisory lock of the one who does what one is enough for: polling, the introduction, tidying."""
TRIES = 20
PATIENCE = "3s"
"""How long a connection waits for the lock: a bot that was just killed still holds it for a moment."""
LONGEST_PAUSE = "8s"
"""How long a transaction may stand still: a machine that is frozen in the middle of one keeps the others waiting."""

_END_OUR_OWN = f"""
SELECT pg_terminate_backend(activity.pid)
FROM pg_locks lock JOIN pg_stat_activity activity USING (pid)
WHERE lock.locktype = 'advisory' AND lock.granted AND lock.classid = 0 AND lock.objid = {BOT}
  AND lock.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND activity.application_name = current_setting('application_name') AND activity.pid <> pg_backend_pid()
"""  # noqa: S608 - a number of our own


class InUse(Exception):
    """Another bot works on this database."""

    setting = "DATABASE_URL"
    """Which setting says where it works."""


class FolderInUse(InUse):
    """Another bot works in this data folder."""

    setting = "DATA_DIR"


def take_lock(folder: Path, together: bool = False) -> IO[str]:
    """Hold the folder until this process ends, however it ends: alone, or together with others. Raises `InUse`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = (folder / "lock").open("w")
    for _ in range(TRIES if together else 1):
        try:
            fcntl.flock(lock, (fcntl.LOCK_SH if together else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            time.sleep(0.1)  # somebody may only be looking whether it is held
        else:
            return lock
    lock.close()
    raise FolderInUse("another bot is working in this folder")


def hold_database(connection: Any) -> None:
    """Be at work on a PostgreSQL database as long as this new connection of its driver lasts. Raises `InUse`.

    What is written over the connection is written under the lock: both end together, on the server too. Where the
    server has not noticed yet that an earlier connection of this very process broke, that one is ended.
    """
    from psycopg.errors import LockNotAvailable  # a bot over SQLite starts without it

    with connection.cursor() as cursor:
        cursor.execute(_END_OUR_OWN)
        cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        try:
            cursor.execute(f"SELECT pg_advisory_lock_shared({BOT})")
        except LockNotAvailable:
            raise InUse("another bot is working on this database, and must be alone there") from None
        # A machine that lost its network must not keep its locks for the two hours that TCP gives it.
        for setting, seconds in (("idle", 10), ("interval", 5), ("count", 4)):
            cursor.execute(f"SET tcp_keepalives_{setting} = {seconds}")
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{LONGEST_PAUSE}'")
    connection.commit()
