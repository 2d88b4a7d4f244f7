"""A replica among others: alive as long as it says so, and with a new name once it was taken for dead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine

from bot.storage import presence, replicas, work
from bot.storage.lookout import Lookout
from bot.storage.presence import Presence
from bot.storage.replicas import connection_name
from bot.storage.writer import Writer
from tests.storage.patience import eventually
from tests.storage.patients import MovableClock

CASE = "a" * 32
LONG_AGO = "UPDATE replicas SET seen = seen - interval '1 hour' WHERE name = %(name)s"
A_WHILE_AGO = "UPDATE replicas SET seen = seen - interval '5 seconds' WHERE name = %(name)s"


@pytest.fixture
def here(clock: MovableClock) -> Presence:
    return Presence(clock)


@pytest.fixture
async def there(writer: Writer, clock: MovableClock) -> Presence:
    """Another replica, which is at work, and beats no more."""
    other = Presence(clock)
    await other.arrive(writer)
    return other


def seen(engine: Engine, when: str, one: Presence) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(when, {"name": one.name})


def names(engine: Engine) -> set[str]:
    with engine.begin() as connection:
        return {name for (name,) in connection.exec_driver_sql("SELECT name FROM replicas")}


async def test_each_knows_how_many_there_are(writer: Writer, here: Presence, there: Presence) -> None:
    told: list[int] = []
    here.on_change = told.append
    await here.arrive(writer)
    await there.leave(writer)
    await here._beat(writer)
    assert told == [2, 1]


async def test_a_name_is_nobody_elses_and_is_never_used_again(writer: Writer, here: Presence, there: Presence) -> None:
    await here.arrive(writer)
    assert here.name != there.name
    before, deaths = here.name, list[str]()
    here.on_death = lambda: deaths.append(here.name)
    await writer.run(replicas.leave, here.name)  # as others do who take it for dead
    await here._beat(writer)
    assert here.name != before
    assert deaths == [here.name]
    assert connection_name(here.name) == connection_name(before), "it is the same process"


async def test_who_is_silent_for_long_is_dead_and_its_work_is_free(
    engine: Engine, other_engine: Engine, writer: Writer, here: Presence, there: Presence, clock: MovableClock
) -> None:
    await here.arrive(writer)
    await writer.run(work.plan, CASE, work.FETCH, "1", clock.now())
    lease = timedelta(minutes=1)
    await writer.run(work.claim, clock.now(), (work.FETCH,), 9, lease, there.name)
    assert await writer.run(work.claim, clock.now(), (work.FETCH,), 9, lease, here.name) == []
    seen(other_engine, LONG_AGO, there)
    await here._beat(writer)
    assert names(other_engine) == {here.name}
    assert await writer.run(work.claim, clock.now(), (work.FETCH,), 9, lease, here.name)


async def test_who_has_a_connection_may_be_silent_for_a_while(
    other_engine: Engine, writer: Writer, here: Presence, there: Presence, postgresql: str
) -> None:
    await here.arrive(writer)
    seen(other_engine, A_WHILE_AGO, there)
    with psycopg.connect(postgresql, application_name=connection_name(there.name)):
        await here._beat(writer)
        assert names(other_engine) == {here.name, there.name}
    await eventually(lambda: not connected(other_engine, there), "the server has seen its end")
    await here._beat(writer)
    assert names(other_engine) == {here.name}


def connected(engine: Engine, one: Presence) -> bool:
    query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = %(name)s"
    with engine.begin() as connection:
        return bool(connection.exec_driver_sql(query, {"name": connection_name(one.name)}).scalar())


async def test_who_could_not_beat_itself_judges_nobody_at_once(
    other_engine: Engine, writer: Writer, here: Presence, there: Presence
) -> None:
    await here.arrive(writer)
    seen(other_engine, LONG_AGO, there)
    here.doubt()  # the database was away, for all of them
    await here._beat(writer)
    assert there.name in names(other_engine)
    await here._beat(writer)
    assert there.name not in names(other_engine)


async def test_nothing_is_said_while_others_may_take_us_for_dead(writer: Writer, here: Presence) -> None:
    await here.arrive(writer)
    await here.may_speak()
    here.doubt()
    waiting = asyncio.create_task(here.may_speak())
    await asyncio.sleep(0)
    assert not waiting.done()
    beating = asyncio.create_task(here.run(writer))
    await waiting
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)


@pytest.fixture
async def watches(postgresql: str) -> AsyncIterator[Callable[..., Lookout]]:
    running: list[asyncio.Task[None]] = []

    def watch(name: str, hear: Callable[[str | None], None] = lambda call: None) -> Lookout:
        made = Lookout(postgresql, f"watch of {name}", hear, lambda: None, lambda: None)
        running.append(asyncio.create_task(made.run()))
        return made

    yield watch
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def test_one_has_the_duty_and_another_has_it_once_its_connection_ends(
    engine: Engine, other_engine: Engine, watches: Callable[..., Lookout]
) -> None:
    on_duty: dict[str, int] = {"one": 0, "two": 0}

    async def do(name: str) -> None:
        on_duty[name] += 1
        try:
            await asyncio.Event().wait()
        finally:
            on_duty[name] -= 1

    def begin(name: str) -> Callable[[], list[Coroutine[Any, Any, None]]]:
        return lambda: [do(name)]

    doing = [asyncio.create_task(watches(name).on_duty(begin(name))) for name in on_duty]
    await eventually(lambda: sum(on_duty.values()), "somebody has the duty")
    (first,) = [name for name, times in on_duty.items() if times]
    (second,) = on_duty.keys() - {first}
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %(name)s"
    for _ in range(20):  # it comes back, and may be the quicker one
        with other_engine.begin() as connection:
            connection.exec_driver_sql(end, {"name": f"watch of {first}"})
        await eventually(lambda: on_duty[first] == 0 or on_duty[second], "it has the duty no more")
        await eventually(lambda: sum(on_duty.values()) == 1, "one has the duty")
        if on_duty[second]:
            break
    assert on_duty[second] == 1
    for task in doing:
        task.cancel()
    await asyncio.gather(*doing, return_exceptions=True)


async def test_who_gives_up_the_duty_leaves_it_to_another(watches: Callable[..., Lookout]) -> None:
    on_duty: list[str] = []

    async def do(name: str) -> None:
        on_duty.append(name)
        await asyncio.Event().wait()

    def begin(name: str) -> Callable[[], list[Coroutine[Any, Any, None]]]:
        return lambda: [do(name)]

    doing = []
    lookouts = {name: watches(name) for name in ("one", "other")}
    for name, lookout in lookouts.items():
        doing.append(asyncio.create_task(lookout.on_duty(begin(name))))
    await eventually(lambda: on_duty, "somebody has the duty")
    lookouts[on_duty[0]].resign()
    await eventually(lambda: len(on_duty) == 2, "the other has it")
    assert set(on_duty) == set(lookouts)
    for task in doing:
        task.cancel()
    await asyncio.gather(*doing, return_exceptions=True)


async def test_after_a_cut_it_hears_that_calls_may_have_been_missed(
    engine: Engine, other_engine: Engine, watches: Callable[..., Lookout]
) -> None:
    heard: list[str | None] = []
    watches("one", heard.append)
    await eventually(lambda: heard == [None], "it listens")
    with other_engine.begin() as connection:
        connection.exec_driver_sql("SELECT pg_notify('companion', 'a 7')")
    await eventually(lambda: heard == [None, "a 7"], "it hears")
    with other_engine.begin() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'watch of one'"
        )
    await eventually(lambda: heard == [None, "a 7", None], "it listens again")


def test_a_replica_is_found_to_be_dead_well_before_it_may_speak_no_more_only_if_it_is_disconnected() -> None:
    assert replicas.BEAT_EVERY < replicas.MISSED < replicas.LIFE - presence.MARGIN
