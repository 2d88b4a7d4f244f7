"""The side road of the requests: what was asked for, of whom, and when it should come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.request import HOWS
from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text, Things
from dialogs.journey.steps import REVIEW, number_in
from dialogs.journey.table import ANYWHERE, Row, leaving
from dialogs.roads.country.path import COUNTRY, matters_to_a_request
from dialogs.roads.requests.changes import numbered

REQUESTS = "requests"
ONE, PROMISED, REFERENCE = "requests.one", "requests.promised", "requests.reference"
TAKES_TEXT: Mapping[str, Text] = {PROMISED: "day", REFERENCE: "word"}
DETOURS = {"my_requests": REQUESTS, "promised": PROMISED, "reference": REFERENCE}
PAGES = frozenset({REQUESTS, ONE})


def rows(_: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them; the country is asked for on the way in, once."""
    yield Row("my_requests", ANYWHERE, COUNTRY, _comes_without_a_country, then=REQUESTS)
    yield Row("look", REQUESTS, ONE)
    for move in ("at", "every_request"):
        yield Row(move, REQUESTS, REQUESTS)
    for move in (*HOWS, "chased"):
        yield Row(move, ONE, ONE)
    for move in ("arrived", "refused", "withdraw", "back"):
        yield Row(move, ONE, REQUESTS)
    yield Row("country", REQUESTS, COUNTRY, then=REQUESTS)
    yield Row("month", PROMISED, PROMISED)
    for step, moves in ((REQUESTS, ("done",)), (PROMISED, ("day", "skip")), (REFERENCE, ("noted", "skip"))):
        yield from leaving(moves, step, REVIEW)


def _comes_without_a_country(position: Position) -> bool:
    return matters_to_a_request(position) and position.step != REQUESTS


def _look_at(case: Case, name: str) -> Case | None:
    number = number_in(name)
    return replace(case, request=number) if numbered(case, number) else None


THINGS = Things(
    {REQUESTS: frozenset({"look"})}, frozenset({ONE, PROMISED, REFERENCE}), lambda case: str(case.request), _look_at
)
