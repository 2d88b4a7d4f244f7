"""The seals of a database: whoever opened it with its key has them at every connection."""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from bot.vault.seals import Seals

_SEALS = "seals"


def sealed_with(engine: Engine, seals: Seals) -> Engine:
    """The engine, whose connections seal what they write of patients and open what they read."""
    engine.update_execution_options(**{_SEALS: seals})
    return engine


def seals_of(connection: Connection) -> Seals:
    """Raises KeyError over an engine that was opened without the key."""
    seals: Seals = connection.get_execution_options()[_SEALS]
    return seals
