"""`python -m bot doctor` beside a running bot and without one: it finds what is wrong, and changes nothing."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.start.identity import open_installation
from bot.storage.database import open_postgresql
from tests.makers import made
from tests.storage.installations import settings
from tests.system.doctor import Doctor
from tests.system.running import PROJECT, RunningBot, until
from tests.system.walk import WALK
from tests.telegram import Patient, RehearsalServer

PATIENCE = 120


def sends_three_files(ana: Patient, bot: RunningBot) -> str:
    """The case's id, once they are kept."""
    for act in WALK[:5]:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("secret-name.pdf", made.a_pdf(pages=3))
    ana.sends_document("b.txt", b"a fictitious note")
    ana.sends_document("c.txt", b"another fictitious note")
    until(lambda: bot.kept() == 3, "kept", PATIENCE)
    return str(bot.rows("SELECT id FROM cases")[0][0])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60] ^= 1
    path.write_bytes(content)


def picture(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_beside_a_running_bot_all_is_well_and_then_everything_that_is_planted_is_found(bot: RunningBot, ana: Patient):
    doctor, case = Doctor(bot), sends_three_files(ana, bot)
    code, said = doctor.says()
    assert code == 0, said
    assert f"looked at: {bot.data_dir / 'companion.db'}; files in {bot.data_dir / 'vault'}" in said
    assert "All is well: 1 case, 3 files were read" in said
    told = json.loads(doctor.says("--json")[1])
    assert (told["cases"], told["files"], told["database"]) == (1, 3, str(bot.data_dir / "companion.db"))

    vault = bot.data_dir / "vault" / case
    flip(vault / "1.sealed")
    (vault / "2.sealed").unlink()
    stranger = bot.data_dir / "vault" / ("f" * 32) / "9.sealed"
    stranger.parent.mkdir()
    stranger.write_bytes(b"nobody's")
    (bot.data_dir / "master.key").chmod(0o644)
    before = picture(bot.data_dir / "vault")
    code, found = doctor.finds()
    assert code == 1
    assert {"changed_files", "rows_without_files", "files_without_rows", "open_to_others"} == set(found)
    assert f"{case}/1" in found["changed_files"]
    assert f"{case}/2" in found["rows_without_files"]
    assert f"{'f' * 32}/9" in found["files_without_rows"]
    assert "secret-name" not in doctor.says()[1]
    assert picture(bot.data_dir / "vault") == before
    assert bot.stop() == 0


def test_without_a_bot_it_finds_another_key_left_overs_and_a_part_of_the_jail_that_is_gone(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer
):
    doctor, case = Doctor(bot), sends_three_files(ana, bot)
    bot.stop()
    (bot.data_dir / "vault" / case / "7.0123456789abcdef.part").write_bytes(b"half")
    before = picture(bot.data_dir)
    code, said = doctor.says()
    assert code == 0
    assert "1 half-written file" in said
    assert picture(bot.data_dir) == before

    key = bot.data_dir / "master.key"
    kept = key.read_bytes()
    other = secrets.token_bytes(32)
    check = sha256(b"second opinion vault: master key" + other).hexdigest()[:16]
    key.write_text(f"1 {other.hex()} {check}\n")
    code, found = doctor.finds()
    assert code in (1, 2)
    assert "wrong_key" in found
    key.write_bytes(kept)

    code, found = doctor.finds(TELEGRAM_TOKEN=f"99:{'x' * 35}")
    assert (code, set(found)) == (1, {"token"})
    code, found = doctor.finds(TELEGRAM_API_URL="http://127.0.0.1:9")
    assert (code, set(found)) == (1, {"telegram"})
    code, said = doctor.says(TELEGRAM_TOKEN="")
    assert code == 0
    assert "Telegram was not asked" in said

    (bot.data_dir / "companion.db").write_bytes(b"no database at all " * 100)
    code, found = doctor.finds()
    assert code == 2
    assert "companion.db is no SQLite database" in found["unseen"]


@pytest.mark.parametrize("where", ["nowhere", "nowhere/below/it", "an empty folder", "a new bot's folder"])
def test_where_nothing_is_kept_it_says_what_it_looked_at_and_that_this_is_nothing(
    telegram: RehearsalServer, tmp_path: Path, where: str
) -> None:
    folder = tmp_path / where
    if where == "an empty folder":
        folder.mkdir()
    if where == "a new bot's folder":
        open_installation(settings(folder))[0].dispose()
    code, said = Doctor(RunningBot(telegram, folder)).says()
    assert code == (3 if folder.parent.exists() else 1), "a script can tell it from all being well"
    assert str(folder) in said
    assert "set DATA_DIR as the bot has it" in said
    assert "All is well" not in said


def test_a_database_of_another_name_is_named_without_its_password(
    telegram: RehearsalServer, tmp_path: Path, postgresql: str
) -> None:
    code, said = Doctor(RunningBot(telegram, tmp_path / "data", DATABASE_URL=postgresql)).says()
    parts = urlsplit(postgresql)
    assert code == 3
    assert f"database {parts.path.strip('/')}; files in" in said
    assert "set DATA_DIR, DATABASE_URL as the bot has it" in said
    assert not parts.password or parts.password not in said.replace(parts.path, "")


def test_a_webhook_that_another_bot_set_is_found(bot: RunningBot, ana: Patient, telegram: RehearsalServer):
    WALK[0].do(ana)
    WALK[0].wait(ana, bot)
    telegram.telegram.webhook = {"url": "https://another.example.org/x", "max_connections": 1, "secret_token": ""}
    code, found = Doctor(bot).finds()
    assert code == 1
    assert "long polling gets nothing" in found["webhook"]


def test_what_does_not_hold_is_said_and_what_is_not_opened_then(tmp_path: Path):
    (tmp_path / "data").mkdir(mode=0o700)
    command = [sys.executable, "-m", "tests.older_kernel", "landlock", "--", sys.executable, "-m", "bot", "doctor"]
    environment = {**os.environ, "DATA_DIR": str(tmp_path / "data"), "TELEGRAM_TOKEN": ""}
    ended = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 3, ended
    assert "note: the jail is not whole: Landlock is missing" in ended.stdout
    environment["REQUIRE_CONFINEMENT"] = "true"
    ended = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "wrong: the jail is not whole: Landlock is missing" in ended.stdout
    assert "so patients' files wait: pdf, jpeg" in ended.stdout
    assert list((tmp_path / "data").iterdir()) == []


@pytest.fixture
def on_postgresql(telegram: RehearsalServer, tmp_path: Path, postgresql: str) -> Iterator[tuple[RunningBot, str]]:
    running = RunningBot(telegram, tmp_path / "data", DATABASE_URL=postgresql)
    running.start()
    yield running, postgresql
    running.kill()


def test_over_postgresql_it_reads_beside_the_bot_too(on_postgresql: tuple[RunningBot, str], ana: Patient):
    bot, url = on_postgresql
    engine = open_postgresql(url)

    def kept() -> list[Any]:
        with engine.connect() as connection:
            query = "SELECT case_id FROM documents WHERE sha256 IS NOT NULL"
            return list(connection.exec_driver_sql(query).scalars())

    for act in WALK[:5]:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("b.txt", b"a fictitious note")
    until(lambda: len(kept()) == 1, "kept", PATIENCE)
    (case,) = kept()
    engine.dispose()
    code, said = Doctor(bot).says()
    assert code == 0, said
    flip(bot.data_dir / "vault" / case / "1.sealed")
    code, found = Doctor(bot).finds()
    assert (code, set(found)) == (1, {"changed_files"})


class Yesterdays(BaseHTTPRequestHandler):
    """A Telegram whose clock says that it is yesterday: to it, ours is a day ahead."""

    says = b'{"ok": true, "result": {}}'

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.says)))
        self.end_headers()
        self.wfile.write(self.says)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(time.time() - 86_400)

    def log_message(self, *_: object) -> None:
        """Nothing need be said."""


class NoTelegram(Yesterdays):
    """Another server, or a proxy that wants somebody to log in."""

    says = b"<html>Please log in</html>"


def test_what_answers_and_is_no_telegram_is_not_said_to_be_silent(bot: RunningBot) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), NoTelegram) as another:
        threading.Thread(target=another.serve_forever, daemon=True).start()
        _, found = Doctor(bot).finds(TELEGRAM_API_URL=f"http://127.0.0.1:{another.server_port}")
        another.shutdown()
    assert "no Bot API server" in found["telegram"]


def test_a_clock_that_is_off_is_found(bot: RunningBot):
    doctor = Doctor(bot)
    assert "clock" not in doctor.finds()[1]
    with ThreadingHTTPServer(("127.0.0.1", 0), Yesterdays) as telegram:
        threading.Thread(target=telegram.serve_forever, daemon=True).start()
        _, found = doctor.finds(TELEGRAM_API_URL=f"http://127.0.0.1:{telegram.server_port}")
        telegram.shutdown()
    assert "1440 minutes ahead" in found["clock"]
