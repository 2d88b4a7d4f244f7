"""A database in a real file, and the one writer over it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from bot.storage.database import migrate, open_postgresql
from bot.storage.sealing import sealed_with
from bot.storage.tables import metadata
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.vault import Vault
from bot.vault.seals import Owner, Seals
from bot.work import workers
from dialogs.composed.contents import Content
from tests import real
from tests.ready import ready_database
from tests.sealing import SEALS
from tests.storage.errands import RECORD, hands_out
from tests.storage.patients import TO_THE_FIRST_RECORD, MovableClock, Person
from tests.storage.shop import Shop

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "companion.db"


ON_BOTH = {
    *("test_cases", "test_claims", "test_outbox", "test_turn", "test_turn_files", "test_turn_pages"),
    *("test_errands", "test_errands_files", "test_errands_over", "test_errands_taps_and_words"),
    *("test_census", "test_rounds"),
    *("test_retention", "test_last_words", "test_accesses"),
    "test_work",
}
"""Modules whose every test runs on SQLite and on PostgreSQL; the others are about SQLite's own file."""


ON_POSTGRESQL = {"test_speaking", "test_presence", "test_in_one_order"}
"""Modules about several replicas, which PostgreSQL alone has."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    module = metafunc.module.__name__.rpartition(".")[2]
    if "engine" in metafunc.fixturenames and module in ON_BOTH | ON_POSTGRESQL:
        databases = ["postgresql"] if module in ON_POSTGRESQL else ["sqlite", "postgresql"]
        metafunc.parametrize("engine", databases, indirect=True)


@pytest.fixture(scope="session")
def postgresql(postgresql_server: str) -> str:
    engine = open_postgresql(postgresql_server)
    migrate(engine)
    engine.dispose()
    return postgresql_server


@pytest.fixture
def engine(request: pytest.FixtureRequest, file: Path) -> Iterator[Engine]:
    if getattr(request, "param", "sqlite") == "postgresql":
        engine = open_postgresql(request.getfixturevalue("postgresql"))
        with engine.begin() as connection:
            connection.exec_driver_sql(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY")
    else:
        engine = ready_database(file)
    yield sealed_with(engine, SEALS)
    engine.dispose()


@pytest.fixture
def other_engine(engine: Engine, postgresql: str) -> Iterator[Engine]:
    """Another replica's way to the same database."""
    other = open_postgresql(postgresql)
    yield sealed_with(other, SEALS)
    other.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        yield connection


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    before = {*threading.enumerate()}
    writer = Writer(engine)
    yield writer
    writer.close()
    assert not {*threading.enumerate()} - before


@pytest.fixture(scope="session")
def content() -> Content:
    return real.content()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "data" / "vault", bytes(32))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def turns(content: Content, vault: Vault, clock: MovableClock) -> Turns:
    return Turns(content.dialogue, content.wording, vault, clock)


@pytest.fixture
def ana(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    return Person(engine, turns, clock)


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch, writer: Writer, turns: Turns, clock: MovableClock) -> Shop:
    """Looks come soon; how long work rests is up to the clock of the test."""
    monkeypatch.setattr(workers, "LOOK_EVERY", 0.01)
    return Shop(writer, turns, clock)


@pytest.fixture
def mia(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    return Person(engine, turns, clock, chat_id=600_000_002)


@pytest.fixture
def tom(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    return Person(engine, turns, clock, chat_id=600_000_003)


@pytest.fixture
def link(ana: Person) -> str:
    """What a link of Ana's puts behind /start."""
    ana.taps(*TO_THE_FIRST_RECORD)
    return hands_out(ana, RECORD)


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is written to the database sealed, before it is."""
    texts: list[str] = []

    def noting(kind: bytes, text: str, owner: Owner | None = None) -> bytes:
        texts.append(text)
        return Seals.seal(SEALS, kind, text, owner)

    monkeypatch.setattr(SEALS, "seal", noting)
    return texts
