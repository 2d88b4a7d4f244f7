"""How late the running bot's loop is while files of each kind are kept, looked at and compared: others wait as long.

The bot is the real one, as its own process, before a Telegram on this computer; a ticker in its loop notes by how much
every tick came late. `python -m benchmarks.lateness`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.verdicts import KINDS
from bot.storage.work import FETCH, LOOK, READ, UNWRAP
from tests.system.running import RunningBot
from tests.system.walk import TO_SENDING
from tests.telegram import RehearsalServer

TICK = 0.005
"""Seconds between two looks at the clock."""
NOTED_IN = "BENCHMARK_TICKS"
"""The variable that tells the bot's process where to leave its ticks."""
CALM = 5.0
PATIENCE = 120.0


async def _tick(ticks: list[tuple[float, float]]) -> None:
    while True:
        wanted = time.monotonic() + TICK
        await asyncio.sleep(TICK)
        now = time.monotonic()
        ticks.append((now, now - wanted))


def be_the_bot() -> None:
    """The bot with a ticker in its loop; what it noted is left behind when it is stopped."""
    import bot.__main__
    import bot.app

    run, ticks = bot.app.run, list[tuple[float, float]]()

    async def ticked(*arguments: Any) -> None:
        ticking = asyncio.create_task(_tick(ticks))
        try:
            await run(*arguments)
        finally:
            ticking.cancel()
            with suppress(asyncio.CancelledError):
                await ticking

    bot.app.run = ticked
    try:
        sys.argv = ["bot", "run"]
        bot.__main__.main()
    finally:
        Path(os.environ[NOTED_IN]).write_text(json.dumps(ticks))


def measure(rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds late at p50, p99 and worst: on a calm day, and from the sending of a file to the end of its work."""
    files = {kind: make() for kind, make in KINDS.items()}
    spans: dict[str, list[tuple[float, float]]] = {"nothing": []}
    with tempfile.TemporaryDirectory() as folder, RehearsalServer() as telegram:
        noted = Path(folder) / "ticks.json"
        bot = RunningBot(telegram, Path(folder) / "data", **{NOTED_IN: str(noted), "LOG_LEVEL": "WARNING"})
        bot.command = [sys.executable, "-m", "benchmarks.lateness", "--as-the-bot"]
        bot.start()
        try:
            ana = telegram.person("Ana")
            for act in TO_SENDING:
                act.do(ana)
                act.wait(ana, bot)
            _wait(lambda: False, CALM)  # the first start looks up what it can
            for number in range(rounds):
                began = time.monotonic()
                time.sleep(CALM / rounds)
                spans["nothing"].append((began, time.monotonic()))
                for kind, data in files.items():
                    before, began = len(bot.case()["documents"]), time.monotonic()
                    ana.sends_document(f"{kind}-{number}{_ending(data)}", data + b"\n" * number)
                    _wait(lambda before=before: _is_done(bot, before), PATIENCE)
                    spans.setdefault(kind, []).append((began, time.monotonic()))
        finally:
            bot.stop()
        ticks = json.loads(noted.read_text())
    return {
        kind: _told(late for at, late in ticks if any(a <= at <= b for a, b in of_it)) for kind, of_it in spans.items()
    }


def _told(late: Iterable[float]) -> dict[str, float]:
    ordered = sorted(1000 * each for each in late)
    at = {"p50_ms": 0.5, "p99_ms": 0.99, "worst_ms": 1.0}
    return {name: round(ordered[math.ceil(len(ordered) * part) - 1], 1) for name, part in at.items()} | {
        "ticks": len(ordered)
    }


def _is_done(bot: RunningBot, before: int) -> bool:
    """Whether everything that came was looked at, and nothing is left to be done now."""
    documents = bot.case()["documents"]
    now = f"SELECT 1 FROM work WHERE kind IN ('{FETCH}', '{UNWRAP}', '{LOOK}', '{READ}')"
    return len(documents) > before and all(each["state"] != "arriving" for each in documents) and not bot.rows(now)


def _wait(fulfilled: Any, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not fulfilled():
        time.sleep(0.05)


def _ending(data: bytes) -> str:
    known = {b"%PDF": ".pdf", b"\xff\xd8": ".jpg", b"\x89PNG": ".png", b"II*": ".tiff", b"PK": ".zip", b"<?xm": ".xml"}
    return next((ending for begins, ending in known.items() if data.startswith(begins)), ".txt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--as-the-bot", action="store_true", help=argparse.SUPPRESS)
    asked, _ = parser.parse_known_args()
    if asked.as_the_bot:
        be_the_bot()
    else:
        print(json.dumps(measure(asked.rounds), indent=1))
