"""A running bot and a Telegram that answers oddly: it goes on, says that it is not ready, and comes back by itself."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest

from bot.folders import CONTENT
from dialogs.content.folders import languages
from tests.faults import answers, asks_to_slow_down, refuses
from tests.ports import free_port
from tests.system.impatient import be_impatient
from tests.system.running import RunningBot, shows, until
from tests.telegram import Patient, RehearsalServer


def ready(bot: RunningBot) -> dict[str, Any]:
    """What /readyz says, and as `status` its status."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{bot.settings['LISTEN_PORT']}/readyz", timeout=10) as answer:
            return {"status": answer.status, **json.load(answer)}
    except HTTPError as refused:
        return {"status": refused.code, **json.load(refused)}
    except OSError:
        return {"status": 0, "late": {}}


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data", LISTEN_PORT=str(free_port()))
    yield running
    running.kill()


def test_a_telegram_that_refuses_every_introduction_is_served_all_the_same(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer
) -> None:
    for method in ("getMe", "setMyCommands", "getMyDescription"):
        telegram.faults.always(asks_to_slow_down(600), method)
    telegram.faults.always(refuses(400, "Bad Request: BOT_SHORT_DESCRIPTION_TOO_LONG"), "setMyShortDescription")
    bot.start()
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"))
    until(lambda: ready(bot) == {"status": 200, "ready": True, "late": {}}, "ready")
    assert len(telegram.calls("getMe")) == 1
    in_each = len(languages(CONTENT))
    until(lambda: len(telegram.calls("setMyShortDescription")) == in_each, "introduced once in each language")
    assert bot.log.count("BOT_SHORT_DESCRIPTION_TOO_LONG".capitalize()) == in_each


def test_a_proxy_that_answers_for_telegram_ends_nothing_and_is_told(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer
) -> None:
    bot.before = be_impatient
    bot.start()
    until(lambda: ready(bot)["status"] == 200, "ready")
    for odd in (answers(404, "<html>not here</html>"), refuses(401, "Unauthorized")):
        telegram.faults.always(odd)
        ana.sends("/start")  # so that the poll that waits is over
        until(lambda: ready(bot)["status"] == 503, "not ready")
        assert "hearing" in ready(bot)["late"]
        telegram.faults.clear()
        until(lambda: ready(bot)["status"] == 200, "ready again")
        ana.sends("/start")
        ana.waits_for(seconds=60)
    assert bot.stop() == 0
