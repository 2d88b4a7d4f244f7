"""A data folder in which a key, a database, a vault or a lock is damaged, closed, held, or not what it should be."""

from __future__ import annotations

import subprocess
import sys

from tests.system.grounds.ground import Ground, Ways

WAYS = Ways()


@WAYS.bad(r"DATA_DIR .*master\.key is a folder")
def key_is_a_folder(ground: Ground) -> None:
    ground.used()
    (ground.data / "master.key").unlink()
    (ground.data / "master.key").mkdir()


@WAYS.bad(r"DATA_DIR .*master\.key cannot be read")
def key_may_not_be_read(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data / "master.key")


@WAYS.bad(r"DATA_DIR.* master key.* damaged")
def key_is_cut(ground: Ground) -> None:
    ground.used()
    key = ground.data / "master.key"
    key.write_bytes(key.read_bytes()[:20])


@WAYS.bad(r"DATA_DIR .*companion\.db is no SQLite database")
def database_is_garbage(ground: Ground) -> None:
    ground.used()
    (ground.data / "companion.db").write_bytes(b"no database at all " * 500)


@WAYS.bad(r"DATA_DIR .*companion\.db is (damaged|no SQLite database)")
def database_is_damaged(ground: Ground) -> None:
    ground.used()
    file = ground.data / "companion.db"
    file.write_bytes(file.read_bytes()[:100] + bytes(file.stat().st_size - 100))


@WAYS.bad(r"DATA_DIR .*companion\.db is a folder")
def database_is_a_folder(ground: Ground) -> None:
    ground.data.mkdir()
    (ground.data / "companion.db").mkdir()


@WAYS.bad(r"DATA_DIR .*companion\.db cannot be written to")
def database_may_not_be_written(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data / "companion.db", 0o400)


@WAYS.bad(r"DATA_DIR .*companion\.db is held by another program")
def database_is_locked(ground: Ground) -> None:
    ground.used()
    _holds(ground, "PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE")


@WAYS.bad(r"DATA_DIR .*companion\.db is held by another program")
def database_is_being_written(ground: Ground) -> None:
    ground.used()
    _holds(ground, "BEGIN IMMEDIATE")


def _holds(ground: Ground, *statements: str) -> None:
    """Another program, for a lock is a process's own: it goes when that closes any descriptor of the file."""
    code = "import sqlite3, sys; held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    code += (
        "[held.execute(each) for each in ('SELECT * FROM sqlite_master', *sys.argv[2:])]; print(flush=True); input()"
    )
    command = [sys.executable, "-c", code, str(ground.data / "companion.db"), *statements]
    program = ground.stack.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
    assert program.stdout is not None
    program.stdout.readline()
    ground.stack.callback(program.kill)


@WAYS.bad(r"DATA_DIR .*companion\.db-wal cannot be written to")
def database_was_left_by_root(ground: Ground) -> None:
    ground.used()
    (ground.data / "companion.db-wal").touch()
    ground.closes(ground.data / "companion.db-wal", 0o400)


@WAYS.bad(r"DATA_DIR .*vault is a file")
def vault_is_a_file(ground: Ground) -> None:
    ground.used()
    (ground.data / "vault").rmdir()
    (ground.data / "vault").touch()


@WAYS.bad(r"DATA_DIR .*vault cannot be written to")
def vault_may_not_be_written(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data / "vault", 0o500)


@WAYS.bad(r"DATA_DIR .*lock is a folder")
def lock_is_a_folder(ground: Ground) -> None:
    ground.used()
    (ground.data / "lock").mkdir()
