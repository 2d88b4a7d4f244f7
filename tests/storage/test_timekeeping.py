"""A clock that was ahead for a while: what was planned by it comes at its right time, though nobody writes."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import work
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.upkeep.timekeeping import Timekeeping
from tests.storage.patients import NOW, MovableClock, Person


def planned(ana: Person) -> list[object]:
    return [row.due for row in ana.rows("work") if row.kind == work.REMIND]


async def test_reminders_asked_for_while_the_clock_was_ahead_are_planned_again(
    ana: Person, writer: Writer, turns: Turns, clock: MovableClock
) -> None:
    clock.skip(days=400)
    ana.walks_to_reminders()
    assert planned(ana) == [NOW + timedelta(days=407)]
    clock.at = NOW
    await Timekeeping(writer, turns, clock, lambda _: None).look()
    assert planned(ana) == [NOW + timedelta(days=7)]


async def test_a_day_far_ahead_that_the_patient_named_stays(
    ana: Person, writer: Writer, turns: Turns, clock: MovableClock
) -> None:
    ana.walks_to_reminders()
    ana.taps("reminders.zone/skip", "aside/pick_day", "reminders.day/day/2026-09-01")
    before = planned(ana)
    await Timekeeping(writer, turns, clock, lambda _: None).look()
    assert planned(ana) == before != []
