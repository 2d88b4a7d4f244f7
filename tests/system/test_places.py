"""Who has many files may use what nobody else wants, and keeps nobody waiting by it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.work.places import Places


class Room:
    """Who is at work; each stays until told to leave."""

    def __init__(self, places: Places) -> None:
        self.places, self.at_work = places, list[str]()
        self._tasks: dict[str, tuple[asyncio.Task[None], asyncio.Event]] = {}

    async def comes(self, who: str) -> None:
        """`who`: the patient, and which of their files: "a1"."""
        ends = asyncio.Event()
        self._tasks[who] = (asyncio.create_task(self._works(who, ends)), ends)
        await self.settles()

    async def leaves(self, who: str) -> None:
        self._tasks[who][1].set()
        await self.settles()

    async def is_called_off(self, who: str) -> None:
        self._tasks[who][0].cancel()
        await self.settles()

    async def settles(self) -> None:
        for _ in range(5):  # a turn for whoever was woken, and for whom they wake
            await asyncio.sleep(0)

    async def ends(self) -> None:
        for task, ends in self._tasks.values():
            ends.set()
            await asyncio.gather(task, return_exceptions=True)

    async def _works(self, who: str, ends: asyncio.Event) -> None:
        async with self.places.of(who[0]):
            self.at_work.append(who)
            try:
                await ends.wait()
            finally:
                self.at_work.remove(who)


@asynccontextmanager
async def a_room(places: int, each: int) -> AsyncIterator[Room]:
    room = Room(Places(places, each))
    yield room
    await room.ends()
    assert not room.at_work


async def test_of_one_patient_never_more_than_one_where_that_is_said() -> None:
    async with a_room(2, each=1) as room:
        await room.comes("a1")
        await room.comes("a2")
        assert room.at_work == ["a1"]
        await room.leaves("a1")
        assert room.at_work == ["a2"]


async def test_one_patient_has_all_places_while_nobody_else_wants_them() -> None:
    async with a_room(2, each=2) as room:
        for file in ("a1", "a2", "a3"):
            await room.comes(file)
        assert room.at_work == ["a1", "a2"]
        await room.leaves("a2")
        assert room.at_work == ["a1", "a3"]


async def test_somebody_else_does_not_wait_for_who_has_them_all() -> None:
    async with a_room(2, each=2) as room:
        for file in ("a1", "a2", "a3", "b1"):
            await room.comes(file)
        assert room.at_work == ["a1", "a2", "b1"]
        await room.leaves("a1")
        assert room.at_work == ["a2", "b1"], "one more is not for a while somebody else is at work"


async def test_as_many_patients_as_there_are_places_and_the_next_one_in_the_order_of_asking() -> None:
    async with a_room(2, each=2) as room:
        for file in ("a1", "b1", "c1", "d1", "b2"):
            await room.comes(file)
        assert room.at_work == ["a1", "b1"]
        await room.leaves("b1")
        assert room.at_work == ["a1", "c1"]
        await room.leaves("a1")
        assert room.at_work == ["c1", "d1"]


async def test_who_is_called_off_leaves_the_place_to_the_next() -> None:
    async with a_room(1, each=1) as room:
        for file in ("a1", "b1", "c1"):
            await room.comes(file)
        await room.is_called_off("b1")
        await room.is_called_off("a1")
        assert room.at_work == ["c1"]


async def test_who_is_called_off_in_the_moment_of_being_given_a_place_gives_it_back() -> None:
    async with a_room(1, each=1) as room:
        for file in ("a1", "b1", "c1"):
            await room.comes(file)
        room._tasks["a1"][1].set()
        await asyncio.sleep(0)  # a1 gives its place to b1, which has not heard of it yet
        room._tasks["b1"][0].cancel()
        await room.settles()
        assert room.at_work == ["c1"]
