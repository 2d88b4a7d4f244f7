"""Ready means hearing and being heard; what is late is named, with numbers and without content."""

from __future__ import annotations

import asyncio

from bot import readiness
from bot.readiness import Readiness


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
    ready.add("letters", late, shared=True)
    assert await ready.tell() == {"ready": True, "late": {"letters": {"is": 91.3, "at_most": 90.0}}}
    ready.add("work", broken, shared=True)
    assert (await ready.tell())["ready"] is False, "whether the database answers is each bot's own"
