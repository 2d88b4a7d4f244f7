"""Six photos of one report, of 12 megapixels each, as an album: from the last photo to the receipt of all, in order.

The bot is the real one, as its own process, before a Telegram on this computer. `python -m benchmarks.photos`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.makers import sheets
from tests.system.running import RunningBot
from tests.system.walk import TO_SENDING
from tests.telegram import Patient, RehearsalServer

PAGES = 6
HEIGHT = 4032
"""Pixels of a photo's longer side: 12 megapixels."""
PATIENCE = 180.0


def six_photos() -> list[bytes]:
    """Pages of a letter on a table, the third one on its side."""
    pages = [sheets.a_sheet(number, page=f"Page {number} of {PAGES}", ppi=300) for number in range(1, PAGES + 1)]
    turned = {3: 90}
    return [
        sheets.a_photo_of_a_sheet(page, number, turned=turned.get(number, 0), ground="dark", height=HEIGHT).content
        for number, page in enumerate(pages, start=1)
    ]


def measure(rounds: int) -> dict[str, Any]:
    """Seconds from handing over the album to the bot's last word about it, and what became of the photos."""
    photos, seconds = six_photos(), list[float]()
    made: list[tuple[int, int, int]] = []
    with tempfile.TemporaryDirectory() as folder, RehearsalServer() as telegram:
        bot = RunningBot(telegram, Path(folder) / "data").start()
        try:
            for number in range(rounds):
                ana = telegram.person(f"Ana{number}")
                for act in TO_SENDING:
                    act.do(ana)
                    act.wait(ana, bot)
                seconds.append(_sent(ana, bot, photos))
                files = bot.cases()[-1]["documents"]
                reports = len({each["part_of"] for each in files})
                made.append((reports, sum(bool(each["sheet"]) for each in files), files[2]["stands"]))
        finally:
            bot.kill()
    return {
        "photos": PAGES,
        "last_photo_to_receipt_p50_s": round(statistics.median(seconds), 2),
        "worst_s": round(max(seconds), 2),
        "reports_cut_out_and_how_the_third_stands": made,
    }


def _sent(ana: Patient, bot: RunningBot, photos: list[bytes]) -> float:
    ana.sends_album(photos)
    started = time.perf_counter()
    while time.perf_counter() - started < PATIENCE:
        files = bot.cases()[-1]["documents"]
        if len(files) == len(photos) and all(each["state"] == "readable" for each in files):
            return time.perf_counter() - started
        time.sleep(0.05)
    raise AssertionError("not all photos were looked at")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    print(json.dumps(measure(parser.parse_args().rounds), indent=1))
