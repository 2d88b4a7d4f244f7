"""The next bot stands by while this one serves, so that an edit is in the next answer at once."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from bot.rehearsal import standing_by
from bot.rehearsal.bot_process import BotProcess
from bot.rehearsal.standing_by import STANDS_BY, the_word, told_to_begin

PATIENCE = 60
A_BOT = f"""
import json, os, sys, time
folder = os.environ["FOLDER"]
if os.environ.get("{STANDS_BY}"):
    open(os.path.join(folder, f"ready {{os.getpid()}}"), "w").close()
    word = sys.stdin.readline()
    if not word:
        sys.exit()
    os.environ.update(json.loads(word))
open(os.path.join(folder, f"begun {{os.environ['SAYS']}} {{os.getpid()}}"), "w").close()
time.sleep(600)
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    (folder := tmp_path / "code").mkdir()
    (folder / "a.py").touch()
    return folder


@pytest.fixture
def says() -> dict[str, str]:
    return {"SAYS": "one"}


@pytest.fixture
def bot(tmp_path: Path, code: Path, says: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[BotProcess]:
    monkeypatch.setattr("bot.rehearsal.bot_process.STANDS_BY_AFTER", 0.0)
    environment = {"FOLDER": str(tmp_path)}
    bot = BotProcess([sys.executable, "-c", A_BOT], lambda: environment | says, lambda: None, 0.05, (code,))
    bot.start()
    yield bot
    bot.stop()
    assert not [pid for _, _, pid in begun(tmp_path) if is_there(int(pid))]
    assert not [each for each in tmp_path.glob("ready *") if is_there(int(each.name.split()[1]))], "nobody waits on"


def begun(folder: Path) -> list[list[str]]:
    """Each bot that began: "begun", what it was told to say, and its number; the earliest first."""
    return [each.name.split() for each in sorted(folder.glob("begun *"), key=lambda each: each.stat().st_mtime_ns)]


def is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def comes(wanted: Callable[[], object]) -> bool:
    end = time.monotonic() + PATIENCE
    while not wanted():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def waiting(folder: Path) -> list[str]:
    """The numbers of the bots that stand by."""
    are_begun = {number for _, _, number in begun(folder)}
    ready = [each.name.split()[1] for each in folder.glob("ready *")]
    return [number for number in ready if number not in are_begun and is_there(int(number))]


def test_the_one_that_stands_by_begins_with_the_settings_as_they_are_by_then(
    bot: BotProcess, says: dict[str, str], tmp_path: Path
) -> None:
    assert comes(lambda: waiting(tmp_path))
    (next_one,) = waiting(tmp_path)
    says["SAYS"] = "two"
    bot.restart()
    assert comes(lambda: len(begun(tmp_path)) == 2)
    assert begun(tmp_path)[1] == ["begun", "two", next_one]
    assert bot.stood_by == 1
    assert comes(lambda: waiting(tmp_path)), "and another one stands by"


def test_where_the_code_was_edited_a_new_one_is_started(bot: BotProcess, code: Path, tmp_path: Path) -> None:
    assert comes(lambda: waiting(tmp_path))
    (older,) = waiting(tmp_path)
    (code / "b.py").touch()
    bot.restart()
    assert comes(lambda: len(begun(tmp_path)) == 2)
    assert begun(tmp_path)[1][2] != older
    assert bot.stood_by == 0
    assert comes(lambda: not is_there(int(older)))


def test_one_that_died_while_it_stood_by_is_not_missed(bot: BotProcess, tmp_path: Path) -> None:
    assert comes(lambda: waiting(tmp_path))
    os.kill(int(waiting(tmp_path)[0]), signal.SIGKILL)
    bot.restart()
    assert comes(lambda: len(begun(tmp_path)) == 2)


def test_it_waits_for_the_word_and_ends_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing_by, "_make_ready", lambda kept: None)
    monkeypatch.setenv("SAYS", "one")
    assert told_to_begin(StringIO("")) is None
    assert os.environ["SAYS"] == "one"
    assert told_to_begin(StringIO(the_word({"SAYS": "two"}).decode()))
    assert os.environ["SAYS"] == "two"
