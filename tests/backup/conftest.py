from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.backup.operator import asks, installation
from tests.storage.installations import database_name
from tests.storage.postgresql import running_postgresql


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_postgresql(durable=False) as url:
        yield url


@pytest.fixture
def new_database(server: str, request: pytest.FixtureRequest) -> Callable[[], str]:
    """Makes an empty database of PostgreSQL; its address."""
    made: list[str] = []

    def make() -> str:
        name = f"test_{len(made)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{name}"')
        made.append(name)
        return database_name(server, name)

    return make


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """An installation over SQLite, as a bot that was stopped leaves it."""
    installation(tmp_path / "ours")
    return tmp_path / "ours"


@pytest.fixture
def backup(ours: Path, tmp_path: Path) -> Path:
    told = asks("backup", tmp_path / "monday.backup", folder=ours)
    assert told.code == 0, told.err
    return tmp_path / "monday.backup"
