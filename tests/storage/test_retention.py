"""Kept no longer than needed, over a real database, with the clock moved: rows are planned, survive, and end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import Engine, select

from bot.storage import expiring, outbox, work
from bot.storage.tables import accesses, cases, documents, errands, metadata, slots
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from bot.upkeep.retention import Retention
from dialogs.events import CameBack, ReminderDue, Stumbled, WentAway
from dialogs.roads.keeping.events import DaysRunOut
from dialogs.roads.keeping.expiry import SOON, TOMORROW
from tests.storage.patients import NOW, MovableClock, Person

LEASE = timedelta(minutes=1)


class Directly:
    """Runs in a transaction of its own, as the writer does, on the one connection there is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def run(self, do: Callable[..., Any], *arguments: Any) -> Any:
        with self._engine.begin() as connection:
            return do(connection, *arguments)


class Days:
    """The upkeep of retention beside a patient: what it looks at, and the work it does."""

    def __init__(self, ana: Person, turns: Turns, clock: MovableClock, days: int = 90) -> None:
        self.ana, self.turns, self.clock = ana, turns, clock
        self.said: list[str] = []
        writer = cast(Writer, Directly(ana.engine))
        self.retention = Retention(days, writer, turns, clock, self._hears, lambda: None)

    def _hears(self, outcome: Outcome | None) -> None:
        self.said += [message.name for message in outcome.messages] if outcome else []

    def claimed(self) -> list[Task]:
        with self.ana.engine.begin() as connection:
            return work.claim(connection, self.clock.now(), (work.EXPIRE,), 9, LEASE)

    def reports(self, task: Task) -> None:
        event = DaysRunOut(self.clock.now(), datetime.fromisoformat(task.subject))
        with self.ana.engine.begin() as connection:
            self._hears(self.turns.report(connection, task, Done(event)))

    async def at(self, days: float, delivered: bool = True) -> list[str]:
        """The bot looks, and does what is due, so many days after the beginning; what is said."""
        self.clock.at, self.said = NOW + timedelta(days=days), []
        await self.retention.look()
        for task in self.claimed():
            self.reports(task)
        if delivered:
            self.ana.reads()
        return self.said


@pytest.fixture
def days(ana: Person, turns: Turns, clock: MovableClock) -> Days:
    ana.walks_to_sending()
    ana.reads()
    return Days(ana, turns, clock)


def acted(ana: Person) -> datetime | None:
    stored = ana.stored()
    assert stored
    with ana.engine.begin() as connection:
        return expiring.acted_at(connection, stored.id)


def left(engine: Engine) -> set[str]:
    with engine.begin() as connection:
        return {name for name, table in metadata.tables.items() if connection.execute(select(table)).first()}


async def test_at_83_89_and_90_days(days: Days, ana: Person) -> None:
    assert await days.at(82.9) == []
    assert await days.at(83) == [SOON]
    assert await days.at(84) == []
    assert await days.at(89) == [TOMORROW]
    assert await days.at(89.9) == []
    assert await days.at(90) == []
    assert ana.stored() is None
    (row,) = ana.rows("work")
    assert (row.kind, row.subject) == (work.ERASE, "")
    assert left(ana.engine) == {"deletions", "updates", "work"}


async def test_the_bot_being_off_for_months_takes_nobody_by_surprise(days: Days, ana: Person) -> None:
    assert await days.at(400) == [SOON]
    for later in (1, 2, 5):
        assert await days.at(400 + later) == []
    assert await days.at(406) == [TOMORROW]
    assert ana.stored()
    await days.at(407)
    assert ana.stored() is None


async def test_what_is_claimed_and_killed_is_done_once_by_the_next(days: Days, ana: Person) -> None:
    days.clock.at = NOW + timedelta(days=83)
    await days.retention.look()
    assert len(days.claimed()) == 1  # and killed
    assert await days.at(83) == []
    days.clock.skip(minutes=2)
    for task in days.claimed():
        days.reports(task)
        days.reports(task)
    assert days.said == [SOON]


async def test_a_tap_between_the_claim_and_the_end_keeps_everything(days: Days, ana: Person) -> None:
    await days.at(83)
    await days.at(89)
    days.clock.at = NOW + timedelta(days=90)
    (task,) = days.claimed()
    ana.taps("aside/keep_records")
    days.reports(task)
    assert ana.stored()
    assert await days.at(172.9) == []
    assert await days.at(173) == [SOON]


async def test_only_what_the_person_does_counts(days: Days, ana: Person, turns: Turns, clock: MovableClock) -> None:
    began = acted(ana)
    clock.skip(days=1)
    with ana.engine.begin() as connection:
        for event in (ReminderDue(clock.now(), clock.now()), Stumbled(clock.now()), WentAway(clock.now())):
            turns.tell(connection, ana.chat_id, event)
    ana.does(WentAway(clock.now()))
    assert acted(ana) == began
    for act in (lambda: ana.writes("hello"), lambda: ana.taps("no/such"), lambda: ana.does(CameBack(clock.now()))):
        clock.skip(days=1)
        act()
        assert acted(ana) == clock.now()


async def test_a_warning_that_telegram_does_not_take_is_no_warning(days: Days, ana: Person) -> None:
    assert await days.at(83, delivered=False) == [SOON]
    assert await days.at(89, delivered=False) == []
    assert await days.at(94, delivered=False) == []
    assert await days.at(95) == []
    assert await days.at(101) == [TOMORROW]
    assert ana.stored()


async def test_who_blocked_the_bot_goes_a_month_later_and_without_a_word(
    days: Days, ana: Person, turns: Turns, clock: MovableClock
) -> None:
    for day in (83, 113):
        assert await days.at(day, delivered=False) == [SOON]
        ana.reads()
        with ana.engine.begin() as connection:
            turns.tell(connection, ana.chat_id, WentAway(clock.now(), SOON))
    assert ana.stored()
    await days.at(114)
    assert ana.stored() is None
    (row,) = ana.rows("work")
    assert row.details == ""


async def test_a_clock_that_was_ahead_and_is_right_again_changes_nothing(days: Days, ana: Person) -> None:
    assert await days.at(500) == [SOON]
    assert await days.at(1) == []
    assert not [row for row in ana.rows("work") if row.kind == work.EXPIRE]
    assert await days.at(83) == [SOON]


async def test_what_was_done_while_the_clock_was_ahead_counts_as_done_when_it_is_right(
    days: Days, ana: Person, clock: MovableClock
) -> None:
    clock.skip(days=500)
    ana.writes("hello")
    ana.reads()
    await days.at(1)
    assert acted(ana) == NOW + timedelta(days=1)
    assert await days.at(84) == [SOON]


async def test_for_ever_means_for_ever(ana: Person, turns: Turns, clock: MovableClock) -> None:
    ana.walks_to_sending()
    ana.reads()
    days = Days(ana, turns, clock, days=0)
    assert await days.at(9000) == []
    assert not [row for row in ana.rows("work") if row.kind == work.EXPIRE]


async def test_a_person_of_before_who_did_nothing_that_is_known_is_kept(days: Days, ana: Person) -> None:
    with ana.engine.begin() as connection:
        connection.execute(cases.update().values(acted_at=None))
    assert await days.at(500) == []


async def test_who_helps_another_in_their_own_chat_did_something(days: Days, ana: Person, clock: MovableClock) -> None:
    clock.skip(days=5)
    with ana.engine.begin() as connection:
        row = {"case_id": "cd" * 16, "number": 1, "token_hash": "x", "helper_chat_id": ana.chat_id}
        connection.execute(errands.insert().values(row | {"expires_at": clock.now() + timedelta(days=9)}))
    ana.taps("errand/1/done")
    assert acted(ana) == clock.now()


async def test_all_that_is_of_a_case_goes_with_it(days: Days, ana: Person) -> None:
    ana.sends_file()
    ana.reads()
    stored = ana.stored()
    assert stored
    with ana.engine.begin() as connection:
        connection.execute(slots.insert().values(chat_id=ana.chat_id, slot="x", message_id=1))
        connection.execute(accesses.insert().values(case_id=stored.id, at=NOW, kind="seen", document=1))
        row = {"case_id": stored.id, "number": 1, "token_hash": "x", "expires_at": NOW}
        connection.execute(errands.insert().values(row))
        assert connection.execute(select(documents)).first()
    for day in (83, 89, 90):
        await days.at(day)
    assert left(ana.engine) == {"deletions", "updates", "work"}


async def test_it_is_an_announcement_and_waits_behind_answers(days: Days, ana: Person) -> None:
    await days.at(83, delivered=False)
    with ana.engine.begin() as connection:
        assert [message.urgency for message in outbox.waiting(connection)] == [outbox.ANNOUNCEMENT]
