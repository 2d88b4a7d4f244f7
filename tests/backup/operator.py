"""An operator at the command line, and installations to back up."""

from __future__ import annotations

import hashlib
import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, insert, select

from bot.__main__ import main
from bot.start.identity import open_installation
from bot.start.place import place_of
from bot.storage import cases, deletions
from bot.storage.tables import errands, slots, work
from bot.vault import Vault
from bot.vault.master_key import read_master_key
from tests.storage.installations import OTHERS, OURS, add, database_of, keep, settings
from tests.storage.patients import NOW

CANARY = "Kanarienvogel"
HELPER = int(OTHERS[:8], 16)
"""The chat of the second patient, who helps the first."""


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line there is."""
        (line,) = self.err.strip().splitlines()
        return line


def asks(command: str, *words: object, folder: Path, database: str = "") -> Told:
    """`python -m bot <command> …` in this process."""
    with (
        pytest.MonkeyPatch.context() as patched,
        redirect_stdout(io.StringIO()) as out,
        redirect_stderr(io.StringIO()) as err,
    ):
        patched.setattr(sys, "argv", ["bot", command, *map(str, words)])
        patched.setattr("signal.signal", lambda *_: None)
        patched.setattr("bot.backup.taking.SETTLES", 0.01)
        patched.chdir(folder.parent)
        patched.setenv("DATA_DIR", str(folder))
        patched.setenv("DATABASE_URL", database)
        patched.setenv("TELEGRAM_TOKEN", "")
        code = main()
    return Told(code, out.getvalue(), err.getvalue())


def installation(folder: Path, database: str = "") -> Path:
    """Two patients with files, what waits for them, and the second as helper of the first."""
    engine, key = open_installation(settings(folder, database))
    vault = Vault(place_of(settings(folder, database)), key)
    wrapped = add(engine, vault, OURS)
    for number, size in ((2, 0), (3, 200_000)):
        keep(engine, vault, OURS, wrapped, number, (CANARY.encode() * size)[:size])
    add(engine, vault, OTHERS)
    with engine.begin() as connection:
        for case_id in (OURS, OTHERS):
            planned = {"case_id": case_id, "kind": "remind", "subject": CANARY, "details": CANARY}
            connection.execute(insert(work).values(**planned, due=NOW, since=NOW))
            connection.execute(insert(slots).values(chat_id=int(case_id[:8], 16), slot="card", message_id=7))
        expires = {"expires_at": NOW, "helper_chat_id": HELPER, "files": "pathology"}
        connection.execute(insert(errands).values(case_id=OURS, number=1, token_hash="1" * 64, **expires))
        deletions.note(connection, "d" * 32)
    engine.dispose()
    return folder


def rows_of(folder: Path, database: str = "") -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, the version of the tables among them."""
    engine = database_of(folder, database)
    try:
        with engine.connect() as connection:
            found = MetaData()
            found.reflect(connection)
            return {
                name: sorted((tuple(map(_comparable, row)) for row in connection.execute(select(table))), key=repr)
                for name, table in found.tables.items()
            }
    finally:
        engine.dispose()


def _comparable(value: Any) -> Any:
    """SQLite gives moments in UTC and says no zone, PostgreSQL in a zone of its own."""
    if not isinstance(value, datetime):
        return value
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def contents_of(folder: Path, database: str = "") -> dict[tuple[str, int], str]:
    """The SHA-256 of every file that opens with its case's key."""
    engine, key = database_of(folder, database), read_master_key(folder / "master.key")
    assert key
    vault = Vault(place_of(settings(folder, database)), key)
    try:
        with engine.connect() as connection:
            lying = cases.kept_documents(connection, list(vault.contents()))
        return {
            (case_id, number): hashlib.sha256(b"".join(vault.read(case_id, wrapped, number))).hexdigest()
            for case_id, number, wrapped, _ in lying
        }
    finally:
        engine.dispose()


def new_machine(folder: Path, source: Path) -> Path:
    """A folder with nothing but the master key, brought from where it is kept apart."""
    folder.mkdir(mode=0o700)
    (folder / "master.key").write_bytes((source / "master.key").read_bytes())
    (folder / "master.key").chmod(0o600)
    return folder
