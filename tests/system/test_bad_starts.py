"""Every bad start is one true line that names the setting, and `check` says the same line before, touching nothing."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.storage.database import migrate, open_database
from bot.vault import Vault, master_key
from tests.bad_starts import stand
from tests.system import forked

PROJECT = Path(__file__).resolve().parents[2]
TOKEN = "123456:" + "a-token-that-nobody-may-see"
PASSWORD = "geheim"
BOTH = ("check", "run")


@dataclass
class Ground:
    """The folder of one bad start, and what is prepared there."""

    folder: Path
    stack: ExitStack
    environment: dict[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def used(self) -> None:
        """A bot was here before."""
        self.data.mkdir()
        master_key(self.data / "master.key")
        Vault(self.data / "vault", bytes(32))
        engine = open_database(self.data / "companion.db")
        migrate(engine)
        engine.dispose()

    def closes(self, path: Path, mode: int = 0) -> None:
        path.chmod(mode)
        self.stack.callback(path.chmod, 0o700)
        self.more["unprivileged"] = True

    def disk(self, **options: Any) -> None:
        self.data.mkdir()
        self.more["disks"] = {str(self.data): options}


Prepare = Callable[[Ground], object]
BAD: dict[str, tuple[Prepare, str]] = {}


def bad(says: str) -> Callable[[Prepare], Prepare]:
    """A way to start badly, and what the one line must say."""

    def register(prepare: Prepare) -> Prepare:
        BAD[prepare.__name__] = (prepare, says)
        return prepare

    return register


# The data folder


@bad(r"DATA_DIR .*it is a file")
def data_dir_is_a_file(ground: Ground) -> None:
    ground.data.write_text("a note")


@bad(r"DATA_DIR .*is not there; is a disk not mounted")
def data_dir_on_a_missing_mount(ground: Ground) -> None:
    ground.environment["DATA_DIR"] = str(ground.folder / "mnt" / "disk" / "data")


@bad(r"DATA_DIR .*lie in is a file")
def data_dir_below_a_file(ground: Ground) -> None:
    (ground.folder / "mnt").write_text("a note")
    ground.environment["DATA_DIR"] = str(ground.folder / "mnt" / "data")


@bad(r"DATA_DIR .*link that leads nowhere")
def data_dir_is_a_dead_link(ground: Ground) -> None:
    ground.data.symlink_to(ground.folder / "gone")


@bad(r"DATA_DIR .*belongs to somebody else")
def data_dir_may_not_be_written(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data, 0o500)


@bad(r"DATA_DIR .*cannot be looked at|DATA_DIR .*belongs to somebody else")
def data_dir_in_a_closed_folder(ground: Ground) -> None:
    closed = ground.folder / "closed"
    closed.mkdir()
    ground.environment["DATA_DIR"] = str(closed / "data")
    ground.closes(closed)


@bad(r"DATA_DIR .*can only be read")
def data_dir_on_a_read_only_disk(ground: Ground) -> None:
    ground.disk(read_only=True)


@bad(r"DATA_DIR .*the disk is full")
def data_dir_on_a_full_disk(ground: Ground) -> None:
    ground.disk(size="64k")


# What lies in it


@bad(r"DATA_DIR .*master\.key is a folder")
def key_is_a_folder(ground: Ground) -> None:
    ground.used()
    (ground.data / "master.key").unlink()
    (ground.data / "master.key").mkdir()


@bad(r"DATA_DIR .*master\.key cannot be read")
def key_may_not_be_read(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data / "master.key")


@bad(r"DATA_DIR.* master key.* damaged")
def key_is_cut(ground: Ground) -> None:
    ground.used()
    key = ground.data / "master.key"
    key.write_bytes(key.read_bytes()[:20])


@bad(r"DATA_DIR .*companion\.db is no SQLite database")
def database_is_garbage(ground: Ground) -> None:
    ground.used()
    (ground.data / "companion.db").write_bytes(b"no database at all " * 500)


@bad(r"DATA_DIR .*companion\.db is (damaged|no SQLite database)")
def database_is_damaged(ground: Ground) -> None:
    ground.used()
    file = ground.data / "companion.db"
    file.write_bytes(file.read_bytes()[:100] + bytes(file.stat().st_size - 100))


@bad(r"DATA_DIR .*companion\.db is a folder")
def database_is_a_folder(ground: Ground) -> None:
    ground.data.mkdir()
    (ground.data / "companion.db").mkdir()


@bad(r"DATA_DIR .*companion\.db cannot be written to")
def database_may_not_be_written(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data / "companion.db", 0o400)


@bad(r"DATA_DIR .*companion\.db is held by another program")
def database_is_locked(ground: Ground) -> None:
    ground.used()
    _holds(ground, "PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE")


@bad(r"DATA_DIR .*companion\.db is held by another program")
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


@bad(r"DATA_DIR .*companion\.db-wal cannot be written to")
def database_was_left_by_root(ground: Ground) -> None:
    ground.used()
    (ground.data / "companion.db-wal").touch()
    ground.closes(ground.data / "companion.db-wal", 0o400)


@bad(r"DATA_DIR .*vault is a file")
def vault_is_a_file(ground: Ground) -> None:
    ground.used()
    (ground.data / "vault").rmdir()
    (ground.data / "vault").touch()


@bad(r"DATA_DIR .*vault cannot be written to")
def vault_may_not_be_written(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data / "vault", 0o500)


@bad(r"DATA_DIR .*lock is a folder")
def lock_is_a_folder(ground: Ground) -> None:
    ground.used()
    (ground.data / "lock").mkdir()


# The door


def _listens(ground: Ground, port: int, host: str = "127.0.0.1") -> None:
    ground.environment |= {"LISTEN_PORT": str(port), "LISTEN_HOST": host}


@bad(r"LISTEN_PORT .*another program listens")
def port_is_taken(ground: Ground) -> None:
    taken = ground.stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    _listens(ground, taken.getsockname()[1])


@bad(r"LISTEN_PORT .*only root")
def port_is_for_root(ground: Ground) -> None:
    _listens(ground, 83)
    ground.more["unprivileged"] = True


@bad(r"LISTEN_PORT should be a port from 0 to 65535")
def port_is_too_large(ground: Ground) -> None:
    ground.environment["LISTEN_PORT"] = "80443"


@bad(r"LISTEN_PORT should be a port from 0 to 65535")
def port_is_a_word(ground: Ground) -> None:
    ground.environment["LISTEN_PORT"] = "https"


@bad(r"LISTEN_HOST .*not known")
def host_is_nonsense(ground: Ground) -> None:
    _listens(ground, _free_port(), "here and there")


@bad(r"LISTEN_HOST .*not this machine's")
def host_is_another_machine(ground: Ground) -> None:
    _listens(ground, _free_port(), "192.0.2.7")


@bad(r"WEBHOOK_URL .*https")
def webhook_is_not_https(ground: Ground) -> None:
    _listens(ground, _free_port())
    ground.environment |= {"WEBHOOK_URL": "http://bot.example.org", "WEBHOOK_SECRET": "s" * 20}
    del ground.environment["TELEGRAM_API_URL"]


@bad(r"WEBHOOK_URL also needs WEBHOOK_SECRET .*LISTEN_PORT")
def webhook_without_a_door(ground: Ground) -> None:
    ground.environment["WEBHOOK_URL"] = "https://bot.example.org"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


# The settings


@bad(r"TELEGRAM_TOKEN should be the token from @BotFather")
def token_is_cut(ground: Ground) -> None:
    ground.environment["TELEGRAM_TOKEN"] = TOKEN[:9]


@bad(r"\.env should be a file the bot may read")
def settings_may_not_be_read(ground: Ground) -> None:
    (ground.folder / ".env").write_text("OCR=false\n")
    ground.closes(ground.folder / ".env")


@bad(r"\.env should be a file the bot may read")
def settings_are_a_folder(ground: Ground) -> None:
    (ground.folder / ".env").mkdir()


@bad(r"\.env should be plain text in UTF-8")
def settings_are_of_another_alphabet(ground: Ground) -> None:
    (ground.folder / ".env").write_bytes("LOG_LEVEL=INFO # für später\n".encode("utf-16"))


@bad(r"LOG_LEVEL should be DEBUG")
def level_is_unknown(ground: Ground) -> None:
    ground.environment["LOG_LEVEL"] = "LOUD"


@bad(r"REQUIRE_CONFINEMENT should be true or false")
def confinement_is_maybe(ground: Ground) -> None:
    ground.environment["REQUIRE_CONFINEMENT"] = "maybe"


# The content


# PostgreSQL


@bad(r"DATABASE_URL .*its host is not known")
def database_host_is_unknown(ground: Ground) -> None:
    ground.environment["DATABASE_URL"] = f"postgresql://user:{PASSWORD}@nowhere.invalid/name"


@bad(r"DATABASE_URL .*nothing answers")
def nothing_listens_there(ground: Ground) -> None:
    ground.environment["DATABASE_URL"] = f"postgresql://user:{PASSWORD}@127.0.0.1:{_free_port()}/name"


@bad(r"DATABASE_URL .*no PostgreSQL")
def something_else_listens_there(ground: Ground) -> None:
    server = ground.stack.enter_context(socket.create_server(("127.0.0.1", 0)))

    def answer() -> None:
        while True:
            try:
                visitor, _ = server.accept()
            except OSError:
                return
            visitor.recv(100)
            visitor.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            visitor.close()

    threading.Thread(target=answer, daemon=True).start()
    ground.environment["DATABASE_URL"] = f"postgresql://user:{PASSWORD}@127.0.0.1:{server.getsockname()[1]}/name"


def test_a_password_with_a_sign_that_means_something_is_asked_to_be_written_otherwise(tmp_path: Path) -> None:
    urls = [f"postgresql://user:{PASSWORD}{sign}x@db.invalid/name" for sign in "/#?@"]
    for ended in _ended([_case(tmp_path, "check", {"DATABASE_URL": url}) for url in urls]):
        _is_one_true_line(ended, r"DATABASE_URL should be .*@ as %40")


@bad(r"DATABASE_URL should be an address such as postgresql://")
def database_is_another(ground: Ground) -> None:
    ground.environment["DATABASE_URL"] = f"mysql://user:{PASSWORD}@db/name"


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
    told = [_case(tmp_path, command, {"DATABASE_URL": url}) for command in ("check", "run") for url in urls]
    for ended, (_, _, says) in zip(_ended(told), REFUSED * 2, strict=True):
        _is_one_true_line(ended, rf"DATABASE_URL .*{says}")


# All of them


@contextmanager
def _prepared(folder: Path) -> Iterator[tuple[list[dict[str, Any]], list[tuple[str, Ground]]]]:
    """Every bad start, prepared in a folder of its own: as cases to run, and as grounds to look at afterwards."""
    cases, grounds = [], []
    with ExitStack() as stack:
        for name, (prepare, _) in BAD.items():
            (place := folder / name).mkdir()
            ground = Ground(place, stack, _environment(place))
            prepare(ground)
            grounds.append((name, ground))
            for command in BOTH:
                cases.append({"folder": str(place), "environment": ground.environment, "command": command})
                cases[-1] |= ground.more
        yield cases, grounds


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    api = {"TELEGRAM_API_URL": f"http://127.0.0.1:{_free_port()}"}
    return {**kept, **api, "TELEGRAM_TOKEN": TOKEN, "DATA_DIR": str(folder / "data")}


def _case(folder: Path, command: str, more: dict[str, str]) -> dict[str, Any]:
    return {"folder": str(folder), "command": command, "environment": {**_environment(folder), **more}}


def _ended(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_one(**case) for case in cases]


def _one(
    folder: str,
    environment: dict[str, str],
    command: str,
    disks: dict[str, dict[str, Any]] | None = None,
    unprivileged: bool = False,
    content: str = "",
    proofread: bool = True,
) -> dict[str, Any]:
    there = partial(stand, disks or {}, unprivileged, content, proofread)
    ended = forked.ended([command], environment, Path(folder), there)
    return {"code": ended.returncode, "out": ended.stdout, "err": ended.stderr}


def _picture(folder: Path) -> dict[str, str]:
    """All that lies in a folder."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[str, Any], dict[str, Any], bool]]:
    """Of every bad start: how `check` ended, how `run` did, and whether all was as before after `check`."""
    folder = tmp_path_factory.mktemp("grounds")
    with _prepared(folder) as (cases, grounds):
        before = [_picture(ground.folder) for _, ground in grounds]
        checked = _ended(cases[::2])
        untouched = [_picture(ground.folder) == picture for (_, ground), picture in zip(grounds, before, strict=True)]
        ran = _ended(cases[1::2])
    names = [name for name, _ in grounds]
    return dict(zip(names, zip(checked, ran, untouched, strict=True), strict=True))


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 30


@pytest.mark.parametrize("name", BAD)
def test_a_bad_start_is_one_true_line_and_check_says_it_before(name: str, outcomes: dict[str, Any]) -> None:
    checked, ran, untouched = outcomes[name]
    _is_one_true_line(checked, BAD[name][1])
    assert ran == checked, "a start ends with the same line"
    assert untouched, "check changed something"


def _is_one_true_line(ended: dict[str, Any], says: str) -> None:
    assert ended["code"] == 2, ended
    assert ended["out"] == ""
    (line,) = ended["err"].splitlines()
    assert re.search(says, line), line
    assert PASSWORD not in line
    assert TOKEN[7:] not in line


def test_where_content_is_missing_its_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for ended in _ended([_case(tmp_path, command, {}) | {"content": str(tmp_path / "content")} for command in BOTH]):
        assert (ended["code"], ended["out"]) == (2, "")
        assert re.search(r"wrong content: .*content/guide\.toml: file: is not there", ended["err"])


def test_a_python_without_our_packages_is_told_how_to_start(tmp_path: Path) -> None:
    bare = [getattr(sys, "_base_executable", sys.executable), "-S", "-m", "bot", "check"]
    ended = subprocess.run(bare, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert re.fullmatch(r"\w+ is not installed for this Python: .*make run.*\n", ended.stderr)
