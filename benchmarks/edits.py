"""From saving an edit of content to the first answer that has it, on the chat page of the rehearsal.

The rehearsal is the real one, of a copy of the project, and is asked as its page asks: whoever edits asks again at
once, until the answer has the new words. `python -m benchmarks.edits`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PROJECT = Path(__file__).resolve().parent.parent
FOLDERS = ("bot", "dialogs", "content")
EDITED = "content/en/messages/help.html.j2"
ASKED = "/help"
PATIENCE = 60.0
PAUSE = 8.0
"""Seconds in which somebody thinks about the next sentence."""
QUICK = 0.4
"""Seconds between two edits of somebody whose editor saves as they write."""
BROKEN = "{% if %}"


class Page:
    """The chat page, as a browser sees it: it waits for what is new."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._news: Any = {"people": [{"id": 0}], "run": "", "revision": 0, "known": ""}
        self._said: dict[int, str] = {}
        self._hears()

    def shows(self, words: str) -> None:
        """Ask, and ask again, until an answer has these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            before = set(self._said)
            self._asks()
            while before.issuperset(self._said) and time.monotonic() < end:
                self._hears()
            if any(words in text for number, text in self._said.items() if number not in before):
                return
        raise AssertionError(f"no answer has {words!r}")

    def has_no_bot(self) -> None:
        """Wait until the page says that no bot runs."""
        end = time.monotonic() + PATIENCE
        while self._news["bot"]["status"] != "stopped":
            assert time.monotonic() < end, "the bot runs on"
            self._hears()

    @property
    def _person(self) -> int:
        return int(self._news["people"][0]["id"])

    def _asks(self) -> None:
        address = f"{self._address}/rehearsal/{self._person}/text"
        request = Request(address, json.dumps({"text": ASKED}).encode(), {"Origin": self._address})  # ours
        urlopen(request, timeout=PATIENCE).close()

    def _hears(self) -> None:
        news = self._news
        known = {"person": self._person, "run": news["run"], "after": news["revision"], "known": news["known"]}
        with urlopen(f"{self._address}/rehearsal/news?{urlencode(known)}", timeout=PATIENCE) as answer:
            self._news = json.load(answer)
        bot = (each for each in self._news["messages"] if each.get("from") == "bot")
        self._said |= {each["id"]: each["text"] for each in bot if each["text"]}


@contextmanager
def rehearsal() -> Iterator[tuple[Page, Path]]:
    """The chat page of a rehearsal, and the message that may be edited in it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for name in FOLDERS:
            shutil.copytree(PROJECT / name, copy / name)
        settings = {"REHEARSAL_PORT": "0", "OPEN_BROWSER": "false", "DATA_DIR": f"{folder}/data", "TELEGRAM_TOKEN": ""}
        environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-m", "bot", "run"]
        with subprocess.Popen(
            command, cwd=copy, env=environment | settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as running:
            assert running.stdout
            try:
                address = next(word for word in running.stdout.readline().split() if word.startswith("http"))
                yield Page(address), copy / EDITED
            finally:
                running.send_signal(signal.SIGTERM)


def measure(rounds: int) -> dict[str, Any]:
    """Seconds from the last save to the answer: after one edit, after five quick ones, after a mistake is mended."""
    with rehearsal() as (page, message):
        text, written = message.read_text(encoding="utf-8"), 0

        def saves(more: str = "") -> str:
            nonlocal written
            written += 1
            message.write_text(f"{text}\nEdit {written}.{more}", encoding="utf-8")
            return f"Edit {written}."

        def five() -> str:
            for _ in range(4):
                saves()
                time.sleep(QUICK)
            return saves()

        def mended() -> str:
            saves(BROKEN)
            time.sleep(PAUSE)
            return saves()

        page.shows("")
        acts: dict[str, Callable[[], str]] = {"one_edit": saves, "five_quick_edits": five, "a_mistake_mended": mended}
        return {name: _timed(page, act, rounds) for name, act in acts.items()}


def _timed(page: Page, act: Callable[[], str], rounds: int) -> dict[str, float]:
    seconds = []
    for _ in range(rounds):
        time.sleep(PAUSE)
        words = act()
        began = time.perf_counter()
        page.shows(words)
        seconds.append(time.perf_counter() - began)
    return {"p50_s": round(statistics.median(seconds), 2), "worst_s": round(max(seconds), 2)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    print(json.dumps(measure(parser.parse_args().rounds), indent=1))
