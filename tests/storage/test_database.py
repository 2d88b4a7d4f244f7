"""The database file: settings that lose nothing, for its owner's eyes only, with exactly the tables we describe."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

import bot.storage
from bot.storage import expiring, outbox, work
from bot.storage.database import bring_to, migrate, open_database, truncate_log
from bot.storage.lock import InUse, take_lock
from bot.storage.sealing import sealed_with
from bot.storage.tables import metadata
from bot.storage.versions import MIGRATIONS, known, versions_of
from bot.storage.writer import DatabaseAway
from tests.sealing import SEALS
from tests.storage.trouble import pragma

CANARY = "Kanarienvogel"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    """As a start makes and opens it: no copy, and with all its settings."""
    engine = open_database(file)
    migrate(engine)
    yield sealed_with(engine, SEALS)
    engine.dispose()


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("busy_timeout", 10_000)]
)
def test_its_settings_lose_nothing_and_leave_nothing(engine: Engine, name: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value


def test_only_its_owner_may_read_it(engine: Engine, file: Path) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO updates VALUES (1, '2026-03-02', NULL)")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    assert modes == {"companion.db": 0o600, "companion.db-wal": 0o600, "companion.db-shm": 0o600}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_it_is_for_its_owner_only_even_under_a_careless_umask(file: Path) -> None:
    before = os.umask(0)
    try:
        open_database(file).dispose()
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def shape(engine: Engine) -> dict[str, object]:
    """Columns with their types and defaults, keys and indexes of every table."""
    found = inspect(engine)
    return {
        table: (
            [str(column) for column in found.get_columns(table)],
            found.get_pk_constraint(table),
            found.get_unique_constraints(table),
            sorted(str(index) for index in found.get_indexes(table)),
        )
        for table in metadata.tables
    }


def test_the_migrations_make_exactly_the_tables_that_are_described(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "migrated.db")
    with engine.begin() as connection:
        bring_to(connection, known()[0])
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    described = open_database(tmp_path / "described.db")
    metadata.create_all(described)
    assert shape(engine) == shape(described)
    described.dispose()
    engine.dispose()


def test_the_versions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", os.fspath(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert known() == tuple(each.revision for each in reversed(list(scripts.walk_revisions())))
    assert known()[-1] == scripts.get_current_head()


def test_a_new_database_says_which_version_it_is(engine: Engine) -> None:
    with engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_heads() == versions_of(connection) == known()[-1:]


def test_migrating_again_changes_nothing_and_loses_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO updates VALUES (1, '2026-03-02', NULL)")
        before = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
    migrate(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT sql FROM sqlite_master").all() == before
        assert connection.exec_driver_sql("SELECT count(*) FROM updates").scalar() == 1


def test_the_tables_can_be_taken_back_and_made_again(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", os.fspath(Path(bot.storage.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    migrate(engine)
    assert set(inspect(engine).get_table_names()) == {"alembic_version", *metadata.tables}


def test_what_an_older_version_had_to_do_and_to_say_is_done_and_said(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", os.fspath(Path(bot.storage.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0002")
        connection.exec_driver_sql(
            "INSERT INTO work (case_id, kind, subject, details, due, attempts) VALUES"
            " ('a', 'fetch', '1', 'id', '2026-03-02 09:30:00.000000', 5),"
            " ('b', 'remind', 'x', '', '2026-03-09 09:30:00.000000', 0)"
        )
        connection.exec_driver_sql(
            "INSERT INTO outbox (chat_id, kind, name, slot, content, created_at) VALUES"
            " (7, 'say', 'record', '', '{}', '2026-03-02 09:30:00.000000')"
        )
    migrate(engine)
    with engine.begin() as connection:
        now = datetime(2026, 3, 2, 10, tzinfo=UTC)
        (task,) = work.claim_in_turn(connection, now, work.FETCH, 9, 1, timedelta(minutes=1))
        assert (task.subject, task.failures, task.since) == ("1", 0, datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
        assert work.claim(connection, now, (work.REMIND,), 9, timedelta(minutes=1)) == []
        assert outbox.chats_waiting(connection) == [7]
        assert [message.urgency for message in outbox.waiting(connection, 7)] == [outbox.NEWS]


def test_whoever_was_here_before_did_something_when_their_case_last_changed(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", os.fspath(Path(bot.storage.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0006")
        connection.exec_driver_sql(
            "INSERT INTO cases (id, chat_id, key, state, latest_message, changed_at) VALUES"
            " ('a', 7, x'00', '{}', 0, '2026-03-02 09:30:00.000000')"
        )
    migrate(engine)
    with engine.begin() as connection:
        assert expiring.acted_at(connection, "a") == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_nothing_of_what_was_deleted_remains_in_any_file(engine: Engine, file: Path) -> None:
    def lying() -> list[str]:
        return [path.name for path in file.parent.iterdir() if CANARY.encode() in path.read_bytes()]

    with engine.begin() as connection:
        connection.exec_driver_sql(f"INSERT INTO updates VALUES (1, '2026-03-02', '{CANARY}')")
    truncate_log(engine)
    assert lying() == ["companion.db"]
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM updates")
    assert lying(), "until the log is emptied"
    truncate_log(engine)
    assert lying() == []


def test_a_log_that_could_not_be_emptied_is_told(engine: Engine, file: Path) -> None:
    pragma(engine, "busy_timeout=0")
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM updates").fetchall()
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO updates VALUES (1, '2026-03-02', NULL)")
        with pytest.raises(DatabaseAway):
            truncate_log(engine)
    truncate_log(engine)


def test_one_bot_a_folder(tmp_path: Path) -> None:
    held = take_lock(tmp_path / "data")
    with pytest.raises(InUse):
        take_lock(tmp_path / "data")
    held.close()
    take_lock(tmp_path / "data").close()
