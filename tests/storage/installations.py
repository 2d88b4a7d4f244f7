"""Installations as they lie on a disk: a database, a vault and a key, each as it was left, or as it was never meant."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, update
from sqlalchemy.engine import make_url

from bot.settings import Settings
from bot.start.identity import open_installation
from bot.storage import cases, tables
from bot.storage.cases import StoredCase
from bot.storage.database import open_database, open_postgresql
from bot.storage.versions import MIGRATIONS
from bot.vault import Vault
from dialogs.case.case import Case
from tests.storage.patients import NOW

REPORT = b"a report"
OURS, OTHERS, LATER = "a" * 32, "b" * 32, "c" * 32
"""The ids of cases: one of the installation that a test is about, one of another's, one that came after a backup."""


def settings(folder: Path, database: str = "") -> Settings:
    return Settings(_env_file=None, data_dir=folder, database_url=database)  # type: ignore[call-arg]


def make(folder: Path, case_id: str, database: str = "") -> None:
    """An installation with one case and one file, as the bot leaves it."""
    engine, key = open_installation(settings(folder, database))
    add(engine, Vault(folder / "vault", key), case_id)
    engine.dispose()


def add(engine: Engine, vault: Vault, case_id: str, number: int = 1, content: bytes = REPORT) -> bytes:
    """One more case of somebody's, with a file that is kept; the case's key, wrapped."""
    key = vault.new_case_key(case_id)
    with engine.begin() as connection:
        chat_id = int(case_id[:8], 16)
        cases.add(connection, StoredCase(case_id, chat_id, key, Case(), latest_message=0), NOW)
    keep(engine, vault, case_id, key, number, content)
    return key


def keep(engine: Engine, vault: Vault, case_id: str, key: bytes, number: int, content: bytes = REPORT) -> None:
    with vault.receive(case_id, key, number) as deposit:
        deposit.write(content)
        sealed = deposit.seal()
        deposit.keep()
    with engine.begin() as connection:
        cases.expect_document(connection, case_id, number)
        cases.keep_document(connection, case_id, number, sealed.size, sealed.sha256, "pdf", NOW)


def database_of(folder: Path, database: str = "") -> Engine:
    return open_postgresql(database) if database else open_database(folder / "companion.db")


def lay_open(connection: Connection) -> None:
    """As if nothing had ever been sealed: older versions did not."""
    connection.execute(update(tables.cases).values(state=b"{}"))
    connection.execute(update(tables.outbox).values(content=b"{}"))


def as_of_yesterday(engine: Engine) -> None:
    """The tables as they were before there were marks, and nothing was sealed."""
    config = Config()
    config.set_main_option("script_location", os.fspath(MIGRATIONS))
    with engine.begin() as connection:
        lay_open(connection)
        config.attributes["connection"] = connection
        command.downgrade(config, "0002")


def change(engine: Engine, state: str) -> None:
    """Bring a whole database into the state of that name."""
    if state == "yesterday":
        as_of_yesterday(engine)
        return
    with engine.begin() as connection:
        match state:
            case "no cases":
                for table in ("cases", "documents", "identity"):
                    connection.exec_driver_sql(f"DELETE FROM {table}")
            case "begun":
                connection.exec_driver_sql("UPDATE identity SET settled = false")
            case "newer":
                connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
            case "foreign":
                connection.exec_driver_sql("DROP TABLE alembic_version")


def place_vault(state: str, folder: Path, ours: Path, others: Path) -> None:
    """Put a vault into an installation's folder, in the state of that name."""
    if state == "missing":
        return
    source = others if state == "other" else ours
    shutil.copytree(source / "vault", folder / "vault")
    if state == "empty":
        shutil.rmtree(folder / "vault")
        (folder / "vault").mkdir()
    elif state == "unmarked":
        (folder / "vault" / "identity").unlink()
    elif state == "declared":
        shutil.rmtree(folder / "vault" / OURS)
        (folder / "vault" / "identity").write_bytes(b"")
    elif state == "broken mark":
        (folder / "vault" / "identity").write_bytes(b"1 what is this")


def place_key(state: str, folder: Path, ours: Path, others: Path) -> None:
    """Put a key beside it, in the state of that name."""
    for name in ("master.key", "master.key.identity"):
        (folder / name).unlink(missing_ok=True)
        if state != "missing":
            shutil.copy((others if state == "other" else ours) / name, folder / name)
    if state in ("bare", "other"):
        (folder / "master.key.identity").unlink()
    elif state == "lost":
        (folder / "master.key").unlink()
    elif state == "damaged":
        (folder / "master.key").write_bytes(b"1 0000 0000\n")


def lying(folder: Path) -> dict[str, str]:
    """Every file and folder, and what is in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
    }


def database_name(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def copy_database(server: str, source: str, target: str) -> str:
    """A copy of a database of PostgreSQL; its address."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
    return database_name(server, target)


def whole(folder: Path) -> Path:
    """An installation with one case, in a folder that is made for it."""
    make(folder, OURS)
    return folder
