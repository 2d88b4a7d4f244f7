"""Changing a setting of a real database, to make trouble with it."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Engine


def pragma(engine: Engine, setting: str) -> None:
    """Change a setting of the engine's one connection, outside a transaction."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute(f"PRAGMA {setting}")
