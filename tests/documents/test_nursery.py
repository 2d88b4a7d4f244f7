"""Where children are forked from: it begins when there is use for it, and a child comes whatever becomes of it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.child import child, forking
from bot.child.child import ChildAnswer, run_child
from bot.child.nursery import Nursery
from bot.documents.inspection import inspect
from tests.makers import made

PROJECT = Path(__file__).resolve().parents[2]
MISBEHAVIOUR = "tests.documents.misbehaviour"
NUMBER = r"""
import asyncio, os, sys
from bot.child import child
from bot.child.child import run_child

async def main():
    child._nursery.begin(str(child._PROJECT), child._PYTHON)
    child._nursery.is_ready(60)
    print(child._nursery._at_work[0].pid, flush=True)
    await run_child("tests.documents.misbehaviour", [b"wait_for_ever\n"], seconds=60)

asyncio.run(main())
"""


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nursery]:
    """A nursery that this test may do anything to; it has not begun."""
    nursery = Nursery()
    monkeypatch.setattr(child, "_nursery", nursery)
    yield nursery
    nursery.close()


async def until(true: Callable[[], bool]) -> None:
    """Wait for something that comes without a word."""
    for _ in range(6000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came")


def number_of(nursery: Nursery) -> int:
    assert nursery._at_work
    return nursery._at_work[0].pid


def made_by(number: int) -> set[int]:
    """The processes that one has made, and theirs."""
    with suppress(FileNotFoundError, ProcessLookupError):
        made = {int(each) for each in Path(f"/proc/{number}/task/{number}/children").read_text().split()}
        return made.union(*map(made_by, made))
    return set()


def runs(number: int) -> bool:
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


async def echo() -> ChildAnswer:
    return await run_child(MISBEHAVIOUR, [b"echo\n", b"here"])


HERE = ChildAnswer("done", b"here")


async def test_whoever_looks_at_one_file_only_pays_for_none(own: Nursery) -> None:
    assert (await inspect([made.a_pdf()])).state == "readable"
    assert own._at_work is None


async def test_from_the_second_file_on_it_begins_and_later_ones_are_forked_and_seen_alike(own: Nursery) -> None:
    files = [made.a_pdf(2), made.a_photo(), made.a_broken_pdf(), made.a_locked_pdf(), b"a fictitious note"]
    fresh = [await inspect([each]) for each in files]
    assert own.is_ready(60)
    assert [await inspect([each]) for each in files] == fresh
    await until(lambda: not made_by(number_of(own)))


def test_what_it_has_imported_is_what_is_there_to_import() -> None:
    for module in forking.READ_BEFORE:
        assert subprocess.run([sys.executable, "-c", f"import {module}"], cwd=PROJECT).returncode == 0


async def test_gone_between_two_children_it_is_not_missed_and_begins_again(own: Nursery) -> None:
    own.begin(str(PROJECT), sys.executable)
    assert own.is_ready(60)
    assert await echo() == HERE
    os.kill(number_of(own), signal.SIGKILL)
    assert await echo() == HERE
    assert own._at_work is None
    for _ in range(2):
        await inspect([b"a fictitious note"])
    assert own.is_ready(60)
    assert await echo() == HERE


async def test_a_child_whose_nursery_is_killed_goes_on(own: Nursery) -> None:
    own.begin(str(PROJECT), sys.executable)
    assert own.is_ready(60)

    def slow() -> Iterator[bytes]:
        yield b"echo\n"
        os.kill(number_of(own), signal.SIGKILL)
        time.sleep(0.2)
        yield b"here"

    assert await run_child(MISBEHAVIOUR, slow()) == HERE


async def test_what_watches_a_child_is_killed_and_the_child_ends_too(own: Nursery) -> None:
    own.begin(str(PROJECT), sys.executable)
    assert own.is_ready(60)
    waiting = asyncio.ensure_future(run_child(MISBEHAVIOUR, [b"wait_for_ever\n"], seconds=60))
    await until(lambda: len(made_by(number_of(own))) == 2)
    (beside,) = (each for each in made_by(number_of(own)) if made_by(each))
    (below,) = made_by(beside)
    os.kill(beside, signal.SIGKILL)
    assert (await waiting).outcome == "out_of_memory"  # nobody but the kernel does that
    await until(lambda: not runs(below))


async def test_where_python_is_not_fit_it_is_tried_once_and_children_begin_by_themselves(own: Nursery) -> None:
    own.begin(str(PROJECT), "/bin/false")
    assert not own.is_ready(60)
    for _ in range(3):
        assert (await inspect([b"a fictitious note"])).state == "readable"
    assert own._at_work is None


async def test_with_the_bot_it_ends_and_every_child_of_it() -> None:
    bot = subprocess.Popen(  # noqa: ASYNC220 - it is only begun here
        [sys.executable, "-c", NUMBER], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert bot.stdout
    with bot.stdout:
        nursery = int(bot.stdout.readline())
        await until(lambda: len(made_by(nursery)) == 2)
        every = {nursery} | made_by(nursery)
        bot.kill()
        bot.wait()
    await until(lambda: not any(map(runs, every)))
