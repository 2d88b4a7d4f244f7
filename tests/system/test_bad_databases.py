"""A PostgreSQL that does not let the bot in is told in one true line, and its password never."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from tests.system.starts import PASSWORD, all_ended, case, is_one_true_line


def test_a_password_with_a_sign_that_means_something_is_asked_to_be_written_otherwise(tmp_path: Path) -> None:
    urls = [f"postgresql://user:{PASSWORD}{sign}x@db.invalid/name" for sign in "/#?@"]
    for ended in all_ended([case(tmp_path, "check", {"DATABASE_URL": url}) for url in urls]):
        is_one_true_line(ended, r"DATABASE_URL should be .*@ as %40")


@pytest.fixture
def guarded(postgresql_server: str) -> str:
    """A PostgreSQL with a user who needs a password."""
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guarded")
        connection.execute("CREATE ROLE guarded LOGIN PASSWORD 'the right one'")
        lines = "host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n"
        (file,) = connection.execute("SHOW hba_file").fetchone() or ("",)
        connection.execute(f"COPY (SELECT unnest(string_to_array('{lines}', E'\\n'))) TO '{file}'")
        connection.execute("SELECT pg_reload_conf()")
    return postgresql_server


REFUSED = (
    ("guarded:geheim", "postgres", "its user or password is refused"),
    ("nobody_here:geheim", "postgres", "does not know that user"),
    ("companion:geheim", "no_such_name", "no database of that name"),
    ("guarded", "postgres", "asks for a password"),
)


def test_what_a_database_refuses_is_said_without_its_password(guarded: str, tmp_path: Path) -> None:
    urls = [guarded.replace("companion@", f"{who}@").replace("/postgres", f"/{name}") for who, name, _ in REFUSED]
    told = [case(tmp_path, command, {"DATABASE_URL": url}) for command in ("check", "run") for url in urls]
    for ended, (_, _, says) in zip(all_ended(told), REFUSED * 2, strict=True):
        is_one_true_line(ended, rf"DATABASE_URL .*{says}")
