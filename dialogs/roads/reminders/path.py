"""The side road of the reminders: how often, where, at which hours, and on which days none should come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.checklist.checklist import checklist
from dialogs.content.guide import Guide
from dialogs.journey.guards import Guard, Position, both
from dialogs.journey.road import Text
from dialogs.journey.steps import SUMMARY
from dialogs.journey.table import Row, came_from_elsewhere, leaving
from dialogs.roads.country.path import COUNTRY, matters_to_a_request

REMINDERS = "reminders"
ZONE, HOURS, DAY = "reminders.zone", "reminders.hours", "reminders.day"
REST, TREATMENT, SETTINGS = "reminders.rest", "reminders.treatment", "reminders.settings"
TAKES_TEXT: Mapping[str, Text] = {ZONE: "day", DAY: "day", TREATMENT: "day"}
DETOURS = {"remind_me": REMINDERS, "pick_day": DAY}

PACES = {"remind_yes": 7, "every_3_days": 3, "weekly": 7, "fortnightly": 14}
"""How often a patient may ask to be reminded, in days."""
ONCE_A_WEEK = frozenset(name for name, days in PACES.items() if days == 7)
SAYABLE = frozenset({"every_3_days", "fortnightly"})
"""What may be said where only once a week stands on a button."""
RESTS = {"rest_3": 3, "rest_7": 7, "rest_14": 14}
"""For how many days a patient may ask to be left in peace."""


def rows(_: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""
    yield Row("settings", REMINDERS, SETTINGS, _GUARDS["settings"])
    yield Row("back", SETTINGS, REMINDERS)
    for step in (REMINDERS, SETTINGS):  # at the first they lie in chats of before
        for move in PACES:
            yield Row(move, step, ZONE, both(_knows_no_zone, _GUARDS.get(move)))
        for move in (*PACES, "pause", "resume", "stop", "not_now"):
            yield from leaving((move,), step, SUMMARY, _GUARDS.get(move))
        for move, to in (("place", ZONE), ("hours", HOURS), ("rest", REST), ("treatment", TREATMENT)):
            yield Row(move, step, to, _has_reminders)
    yield Row("set_hours", HOURS, REMINDERS)
    yield Row("back", HOURS, REMINDERS)
    yield Row("back", REST, REMINDERS)
    for move in RESTS:
        yield Row(move, REST, REMINDERS)
    yield Row("done", TREATMENT, REMINDERS)
    yield Row("clocks", ZONE, ZONE)
    for move, step in (("day", TREATMENT), ("free", TREATMENT), ("month", TREATMENT), ("month", DAY)):
        yield Row(move, step, step)
    for move in ("zone", "skip"):
        yield Row(move, ZONE, COUNTRY, both(came_from_elsewhere, matters_to_a_request))
        yield Row(move, ZONE, COUNTRY, matters_to_a_request, then=SUMMARY)
    for step, moves in ((ZONE, ("zone", "skip")), (DAY, ("day", "skip"))):
        yield from leaving(moves, step, SUMMARY)


def needs_reminders(guide: Guide) -> Guard:
    """They were not offered yet, and there is something to remind of."""
    return lambda at: not at.case.reminders_offered and not checklist(guide, at.case).complete


def _has_reminders(position: Position) -> bool:
    reminders = position.case.reminders
    return reminders is not None and reminders.due is not None


def _has_paused_reminders(position: Position) -> bool:
    reminders = position.case.reminders
    return reminders is not None and reminders.due is None and reminders.left > 0


def _knows_no_zone(position: Position) -> bool:
    return not position.case.zone


_GUARDS: Mapping[str, Guard] = {
    "remind_yes": lambda position: position.case.reminders is None,
    "settings": lambda position: position.case.reminders is not None,
    "pause": _has_reminders,
    "stop": lambda position: position.case.reminders is not None,
    "resume": _has_paused_reminders,
}
