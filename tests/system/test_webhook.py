"""The bot behind a webhook: Telegram calls, and is answered only once the update is stored."""

from __future__ import annotations

import json
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.ports import free_port
from tests.system.running import RunningBot, until
from tests.system.test_promises import run_bot
from tests.system.walk import WALK
from tests.telegram import RehearsalServer

SECRET = "a-secret-for-the-test"


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path, port: int) -> Iterator[RunningBot]:
    address = f"http://127.0.0.1:{port}"
    running = RunningBot(telegram, tmp_path / "data", WEBHOOK_URL=address, WEBHOOK_SECRET=SECRET, LISTEN_PORT=str(port))
    running.start()
    until(lambda: status(port, "/readyz") == 200, "ready")
    yield running
    running.kill()


def status(port: int, path: str, body: bytes | None = None, secret: str | None = None) -> int:
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def test_a_patient_walks_the_same_way_over_the_webhook(bot, ana, telegram):
    for act in WALK[:9]:
        act.do(ana)
        act.wait(ana, bot)
    assert bot.kept() == 4
    assert telegram.sent("getUpdates") == 0
    assert bot.stop() == 0


def test_what_telegram_brings_while_the_bot_is_down_is_taken_when_it_is_back(bot, ana):
    for act in WALK[:2]:
        act.do(ana)
        act.wait(ana, bot)
    bot.kill()
    WALK[2].do(ana)
    bot.start()
    WALK[2].wait(ana, bot)


def test_a_wrong_or_absent_secret_is_turned_away_and_leaves_no_trace(bot, port):
    update = json.dumps({"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}}})
    assert status(port, "/telegram", update.encode()) == 403
    assert status(port, "/telegram", update.encode(), "a-wrong-secret-here") == 403
    assert bot.rows("SELECT 1 FROM updates") == []


def test_a_body_that_is_too_large_or_no_json_is_turned_away(bot, port):
    assert status(port, "/telegram", b"x" * ((1 << 20) + 1), SECRET) == 413
    assert status(port, "/telegram", b"{", SECRET) == 400


def test_it_can_be_watched(bot, port):
    assert status(port, "/healthz") == 200
    assert status(port, "/readyz") == 200


def test_a_port_that_is_taken_is_one_line_for_the_operator(telegram, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = run_bot(
            "run",
            TELEGRAM_TOKEN=telegram.token,
            TELEGRAM_API_URL=telegram.url,
            DATA_DIR=str(tmp_path),
            LISTEN_PORT=str(taken.getsockname()[1]),
        )
    assert told.returncode == 2
    assert "LISTEN_PORT" in told.stderr.strip().splitlines()[-1]


def test_a_second_bot_in_the_same_folder_is_refused_in_one_line(bot, telegram):
    told = run_bot("run", TELEGRAM_TOKEN=telegram.token, TELEGRAM_API_URL=telegram.url, DATA_DIR=str(bot.data_dir))
    assert told.returncode == 2
    assert "DATA_DIR" in told.stderr
