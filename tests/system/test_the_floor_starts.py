"""The bot without its database, beside which ours is measured, starts and answers as the other does."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.system.running import RunningBot, shows
from tests.telegram import RehearsalServer


def test_it_answers_whoever_comes(telegram: RehearsalServer, tmp_path: Path) -> None:
    bot = RunningBot(telegram, tmp_path / "data")
    bot.command = [sys.executable, "-c", "from benchmarks import floor; floor.main()"]
    bot.start()
    try:
        ana = telegram.person("Ana")
        ana.sends("/start")
        ana.waits_for(shows("welcome/begin"))
    finally:
        bot.kill()
