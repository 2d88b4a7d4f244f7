"""The side roads: requests, the date that matters, reminders and what comes after, as rows of the journey's table."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.case.request import HOWS
from dialogs.content.guide import Guide
from dialogs.journey.guards import (
    Guard,
    Position,
    both,
    has_paused_reminders,
    has_reminders,
    has_to_return_something,
    needs_reminders,
)
from dialogs.journey.table import ANYWHERE, Row, leaving

REQUESTS, DATE, REMINDERS, AFTER = "requests", "date", "reminders", "after"
ONE, PROMISED, REFERENCE, COUNTRY = "requests.one", "requests.promised", "requests.reference", "requests.country"
ZONE, HOURS, DAY, LAND = "reminders.zone", "reminders.hours", "reminders.day", "reminders.country"
REST, TREATMENT = "reminders.rest", "reminders.treatment"
DONE = "after.done"
STEPS = (
    *(REQUESTS, ONE, PROMISED, REFERENCE, COUNTRY, DATE),
    *(REMINDERS, ZONE, LAND, HOURS, DAY, REST, TREATMENT, AFTER, DONE),
)
TAKES_TEXT = frozenset({PROMISED, REFERENCE, DATE, ZONE, DAY, TREATMENT})
"""Steps at which a text is an answer."""
DETOURS = {
    "my_requests": REQUESTS,
    "promised": PROMISED,
    "reference": REFERENCE,
    "the_date": DATE,
    "remind_me": REMINDERS,
    "pick_day": DAY,
    "afterwards": AFTER,
}

PACES = {"every_3_days": 3, "weekly": 7, "fortnightly": 14}
"""How often a patient may ask to be reminded, in days."""
RESTS = {"rest_3": 3, "rest_7": 7, "rest_14": 14}
"""For how many days a patient may ask to be left in peace."""
COUNTRIES = ("us", "uk", "other")
"""Where a rule on access to records is told: elsewhere none is."""

_reminder_guards: dict[str, Guard] = {
    "pause": has_reminders,
    "stop": lambda position: position.case.reminders is not None,
    "resume": has_paused_reminders,
}


def _knows_no_zone(position: Position) -> bool:
    return not position.case.zone


def _knows_no_country(position: Position) -> bool:
    return bool(position.case.requests) and not position.case.country


def _comes_to_requests_without_a_country(position: Position) -> bool:
    return _knows_no_country(position) and position.step != REQUESTS


def needs_date(position: Position) -> bool:
    return not position.case.date and not position.case.date_offered


def rows(guide: Guide, review: str, summary: str) -> Iterator[Row]:
    """The ways in from every step, the ways about, and the ways back to where the patient was."""
    yield Row("my_requests", ANYWHERE, COUNTRY, _comes_to_requests_without_a_country)
    for move, detour in DETOURS.items():
        yield Row(move, ANYWHERE, detour)
    yield from _rows_of_requests(review)
    yield from _rows_of_the_date(summary)
    yield from _rows_of_reminders(summary)
    yield from leaving(("not_yet", "not_now"), AFTER, summary)
    yield from leaving(("done",), DONE, summary)
    yield Row("yes", AFTER, DONE)
    yield Row("given_back", DONE, DONE, has_to_return_something(guide))


def _rows_of_requests(review: str) -> Iterator[Row]:
    yield Row("look", REQUESTS, ONE)
    for move in (*HOWS, "chased"):
        yield Row(move, ONE, ONE)
    for move in ("arrived", "refused", "withdraw", "back"):
        yield Row(move, ONE, REQUESTS)
    yield Row("country", REQUESTS, COUNTRY)
    for move in COUNTRIES:
        yield Row(move, COUNTRY, REQUESTS)
    yield Row("month", PROMISED, PROMISED)
    for step, moves in ((REQUESTS, ("done",)), (PROMISED, ("day", "skip")), (REFERENCE, ("noted", "skip"))):
        yield from leaving(moves, step, review)


def _rows_of_the_date(summary: str) -> Iterator[Row]:
    yield Row("month", DATE, DATE)
    for move, guard in (("day", None), ("not_now", None), ("forget", lambda position: bool(position.case.date))):
        back, home = leaving((move,), DATE, summary, guard)
        yield from (back, Row(move, DATE, REMINDERS, both(needs_reminders, guard)), home)


def _rows_of_reminders(summary: str) -> Iterator[Row]:
    for move in PACES:
        yield Row(move, REMINDERS, ZONE, _knows_no_zone)
    for move in (*PACES, "pause", "resume", "stop", "not_now"):
        yield from leaving((move,), REMINDERS, summary, _reminder_guards.get(move))
    for move, to in (("place", ZONE), ("hours", HOURS), ("rest", REST), ("treatment", TREATMENT)):
        yield Row(move, REMINDERS, to, has_reminders)
    yield Row("set_hours", HOURS, REMINDERS)
    yield Row("back", HOURS, REMINDERS)
    yield Row("back", REST, REMINDERS)
    for move in RESTS:
        yield Row(move, REST, REMINDERS)
    yield Row("done", TREATMENT, REMINDERS)
    for move, step in (("day", TREATMENT), ("free", TREATMENT), ("month", TREATMENT), ("month", DAY)):
        yield Row(move, step, step)
    for move in ("zone", "skip"):
        yield Row(move, ZONE, LAND, _knows_no_country)
    for step, moves in ((ZONE, ("zone", "skip")), (LAND, COUNTRIES), (DAY, ("day", "skip"))):
        yield from leaving(moves, step, summary)
