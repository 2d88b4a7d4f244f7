"""A database whose tables are at their newest version, as a copy: to bring each there takes longer than most tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, event

from bot.storage.database import migrate, open_database


def ready_database(file: Path) -> Engine:
    """It is opened, and made if it is not there yet. Nothing waits for the disk: no test cuts the power."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_bytes(_as_new())
    engine = open_database(file)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return engine


@cache
def _as_new() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder, "companion.db")
        engine = open_database(file)
        migrate(engine)
        engine.dispose()
        return file.read_bytes()
