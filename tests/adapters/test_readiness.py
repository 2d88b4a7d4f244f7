"""Ready means hearing and being heard; what is late is named, with numbers and without content."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot import readiness
from bot.chat.pulse import Pulse
from bot.readiness import Readiness, readiness_of


async def well() -> tuple[float, float]:
    return 3.0, 90.0


async def late() -> tuple[float, float]:
    return 91.26, 90.0


async def broken() -> tuple[float, float]:
    raise RuntimeError("a patient's words")


async def never() -> tuple[float, float]:
    await asyncio.Event().wait()
    return 0.0, 0.0


async def test_when_all_is_well_nothing_is_late():
    ready = Readiness()
    ready.add("hearing", well)
    assert await ready.tell() == {"ready": True, "late": {}}


async def test_what_is_late_or_cannot_be_told_is_named_without_its_words(monkeypatch):
    monkeypatch.setattr(readiness, "PATIENCE", 0.05)
    ready = Readiness()
    for name, look in (("hearing", well), ("letters", late), ("work", broken), ("speaking", never)):
        ready.add(name, look)
    told = await ready.tell()
    nothing = {"is": None, "at_most": None}
    assert told == {
        "ready": False,
        "late": {"letters": {"is": 91.3, "at_most": 90.0}, "work": nothing, "speaking": nothing},
    }


async def test_what_waits_for_all_bots_is_named_and_makes_none_of_them_unready():
    ready = Readiness()
    ready.add("hearing", well)
    ready.add("letters", late, shared=lambda: True)
    assert await ready.tell() == {"ready": True, "late": {"letters": {"is": 91.3, "at_most": 90.0}}}
    ready.add("work", broken, shared=lambda: True)
    assert (await ready.tell())["ready"] is False, "whether the database answers is each bot's own"


@pytest.mark.parametrize("is_called", [True, False])
async def test_where_telegram_comes_through_a_proxy_a_road_that_is_bad_takes_no_replica_from_it(
    tmp_path: Path, is_called: bool
):
    now = [100.0]
    hearing, quiet = (
        Pulse(clock=lambda: now[0]),
        SimpleNamespace(look=well, speaking=well, taking=SimpleNamespace(look=well)),
    )

    async def nothing(*_: Any) -> None:
        return None

    quiet.run = nothing
    made: Any = readiness_of
    ready = made(hearing, quiet, quiet, quiet, tmp_path, is_called=is_called)
    quiet.now = lambda: None
    assert (await ready.tell())["ready"] is False, "nobody knows yet whether Telegram finds us"
    hearing.beat()
    assert await ready.tell() == {"ready": True, "late": {}}
    hearing.miss()
    now[0] += 60
    told = await ready.tell()
    assert list(told["late"]) == ["hearing"]
    assert told["ready"] is is_called
