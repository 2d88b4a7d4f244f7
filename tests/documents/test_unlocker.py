"""Passwords are tried once each, in memory, and whatever happens the patient hears of it."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.documents.unlocker import Unlocker
from bot.turn.done import Done
from bot.turn.outcome import Unlocking

ORDER = Unlocking(7, "c" * 32, b"key", 3, "Kanarienvogel")


class Told:
    """Who is told what came of a password."""

    def __init__(self) -> None:
        self.reported: list[tuple[Unlocking, Done]] = []
        self.failed: list[int] = []
        self.heard = asyncio.Event()

    async def report(self, unlocking: Unlocking, done: Done) -> None:
        self.reported.append((unlocking, done))
        self.heard.set()

    async def fail(self, chat_id: int) -> None:
        self.failed.append(chat_id)
        self.heard.set()


async def test_what_came_of_it_is_reported() -> None:
    told, done, tried = Told(), Done(), []

    async def unlock(*order: object) -> Done:
        tried.append(order)
        return done

    Unlocker(unlock, told.report, told.fail).begin(ORDER)
    await asyncio.wait_for(told.heard.wait(), 5)
    assert tried == [("c" * 32, b"key", 3, "Kanarienvogel")]
    assert told.reported == [(ORDER, done)]


async def test_what_could_not_be_tried_is_told_and_the_log_does_not_hold_it(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()

    async def unlock(_: str, __: bytes, ___: int, password: str) -> Done:
        raise OSError(password)

    with caplog.at_level(logging.DEBUG):
        Unlocker(unlock, told.report, told.fail).begin(ORDER)
        await asyncio.wait_for(told.heard.wait(), 5)
    assert told.failed == [7]
    assert "Kanarienvogel" not in caplog.text
    assert "Kanarienvogel" not in repr(ORDER)


async def test_what_is_under_way_is_let_go_at_the_end() -> None:
    told, never = Told(), asyncio.Event()

    async def unlock(*_: object) -> Done:
        await never.wait()
        return Done()

    unlocker = Unlocker(unlock, told.report, told.fail)
    unlocker.begin(ORDER)
    await unlocker.stop()
    assert not told.reported
    assert not told.failed
