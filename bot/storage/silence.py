"""A connection to a database that answers no more: ended from outside, so that whoever waits for it goes on."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection

LONGEST_SILENCE = 15.0
"""Seconds that a commit may take: far more than any needs, and few enough to be back within half a minute."""


def hang_up(connection: Connection) -> None:
    """End a connection that another thread waits for: to that thread it looks as if the server had done it.

    SQLite has no connection that could go silent.
    """
    if connection.dialect.name != "postgresql":
        return
    driver: Any = connection.connection.dbapi_connection
    with suppress(OSError), socket.socket(fileno=os.dup(driver.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)
