"""What begins the bots stands by while one serves, so that an edit is in the next answer at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.rehearsal.bot_process import CAN_STAND_BY, BotProcess
from bot.rehearsal.standing_by import STANDS_BY

pytestmark = pytest.mark.skipif(not CAN_STAND_BY, reason="each bot is started anew here")
PATIENCE = 60
WRONG = "wrong"
A_BOT = f"""
import os, time
from pathlib import Path
from bot.rehearsal.standing_by import StandingBy

folder = Path(os.environ["FOLDER"])
def read(kept):
    text = (folder / "content").read_text()
    return None if text == "{WRONG}" else text

content = StandingBy(int(os.environ.pop("{STANDS_BY}")), read).begins()
(folder / f"begun {{os.environ['SAYS']}} {{content}} {{os.getppid()}} {{os.getpid()}}").touch()
time.sleep(600)
"""


class Begun(NamedTuple):
    says: str
    content: str
    by: int
    pid: int


@pytest.fixture
def code(tmp_path: Path) -> Path:
    (folder := tmp_path / "code").mkdir()
    (folder / "a.py").touch()
    (tmp_path / "content").write_text("first")
    return folder


@pytest.fixture
def says() -> dict[str, str]:
    return {"SAYS": "one"}


@pytest.fixture
def bot(tmp_path: Path, code: Path, says: dict[str, str]) -> Iterator[BotProcess]:
    environment = {"FOLDER": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    bot = BotProcess([sys.executable, "-c", A_BOT], lambda: environment | says, lambda: None, 0.05, (code,))
    bot.start()
    assert comes(lambda: begun(tmp_path))
    yield bot
    bot.stop()
    assert not [each for each in begun(tmp_path) if is_there(each.pid) or is_there(each.by)], "nobody waits on"


def begun(folder: Path) -> list[Begun]:
    """Each bot that began, the earliest first."""
    found = sorted(folder.glob("begun *"), key=lambda each: each.stat().st_mtime_ns)
    return [Begun(says, text, int(by), int(pid)) for _, says, text, by, pid in (each.name.split() for each in found)]


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


def test_the_next_bot_has_what_was_edited_and_the_settings_as_they_are_by_then(
    bot: BotProcess, says: dict[str, str], tmp_path: Path
) -> None:
    says["SAYS"] = "two"
    (tmp_path / "content").write_text("second")
    bot.restart()
    assert comes(lambda: len(begun(tmp_path)) == 2)
    one, two = begun(tmp_path)
    assert (two.says, two.content, two.by) == ("two", "second", one.by)
    assert not is_there(one.pid), "one bot serves at a time"
    assert bot.stood_by == 1


def test_of_many_edits_in_a_row_the_last_is_served_and_by_one_bot_alone(bot: BotProcess, tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / "content").write_text(f"edit{number}")
        bot.restart()
        time.sleep(0.03)
    assert comes(lambda: begun(tmp_path)[-1].content == "edit9")
    assert comes(lambda: len([each for each in begun(tmp_path) if is_there(each.pid)]) == 1)
    assert len({each.by for each in begun(tmp_path)}) == 1


def test_while_the_content_has_a_mistake_no_bot_runs_and_one_does_once_it_is_mended(
    bot: BotProcess, tmp_path: Path
) -> None:
    (tmp_path / "content").write_text(WRONG)
    bot.restart()
    assert comes(lambda: not bot.is_alive)
    assert not is_there(begun(tmp_path)[0].pid)
    (tmp_path / "content").write_text("mended")
    bot.restart()
    assert comes(lambda: len(begun(tmp_path)) == 2)
    assert begun(tmp_path)[1].content == "mended"
    assert bot.is_alive
    assert bot.stood_by == 2


def test_where_the_code_was_edited_everything_is_started_anew(bot: BotProcess, code: Path, tmp_path: Path) -> None:
    (code / "b.py").touch()
    bot.restart()
    assert comes(lambda: len(begun(tmp_path)) == 2)
    one, two = begun(tmp_path)
    assert one.by != two.by
    assert not is_there(one.by)
    assert bot.stood_by == 0


@pytest.mark.parametrize("who", ["pid", "by"])
def test_a_bot_that_falls_over_and_one_that_stood_by_and_did_are_started_again(
    bot: BotProcess, tmp_path: Path, who: str
) -> None:
    os.kill(getattr(begun(tmp_path)[0], who), signal.SIGKILL)
    assert comes(lambda: len(begun(tmp_path)) == 2)
    one, two = begun(tmp_path)
    assert one.by != two.by
    assert comes(lambda: not is_there(one.pid))


def test_who_stands_by_leaves_with_its_bot_once_nobody_can_want_another(code: Path, tmp_path: Path) -> None:
    reading, telling = os.pipe()
    environment = os.environ | {"FOLDER": str(tmp_path), STANDS_BY: str(telling)}
    with subprocess.Popen(
        [sys.executable, "-c", A_BOT], env=environment, stdin=subprocess.PIPE, pass_fds=(telling,)
    ) as process:
        assert process.stdin
        process.stdin.write(b'[1, {"SAYS": "one"}]\n')
        process.stdin.flush()
        assert comes(lambda: begun(tmp_path))
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
    assert not is_there(begun(tmp_path)[0].pid)
    os.close(reading)
    os.close(telling)
