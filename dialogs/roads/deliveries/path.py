"""The side road of what was sent: the list, one from near, where it went and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.delivery import Delivery
from dialogs.checklist.wishes import bound_for
from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text, Things
from dialogs.journey.steps import SUMMARY, number_in
from dialogs.journey.table import Row, leaving
from dialogs.roads.deliveries.changes import LENT, numbered

DELIVERIES = "deliveries"
ONE, WHERE, HOW = "deliveries.one", "deliveries.where", "deliveries.how"
TAKES_TEXT: Mapping[str, Text] = {ONE: "word"}
DETOURS = {"deliveries": DELIVERIES}
PAGES = frozenset({DELIVERIES, ONE})


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them; where it went is asked only where there are several places."""
    yield Row("look", DELIVERIES, ONE)
    yield Row("sent_more", DELIVERIES, DELIVERIES, lambda at: bool(at.case.deliveries))
    yield Row("sent", DELIVERIES, WHERE, lambda at: len(bound_for(guide, at.case)) > 1)
    yield Row("sent", DELIVERIES, HOW)
    for move in ("to", "skip"):
        yield Row(move, WHERE, HOW)
    for move in ("by", "skip"):
        yield Row(move, HOW, ONE)
    yield Row("got_it", ONE, ONE, lambda at: _here(at, lambda it: not it.arrived))
    yield Row("came_back", ONE, ONE, lambda at: _here(at, lambda it: it.what in LENT and not it.returned))
    yield Row("noted", ONE, ONE)
    for move in ("withdraw", "back"):
        yield Row(move, ONE, DELIVERIES)
    yield from leaving(("done",), DELIVERIES, SUMMARY)


def _here(at: Position, holds: Callable[[Delivery], bool]) -> bool:
    delivery = numbered(at.case, at.case.delivery)
    return delivery is not None and holds(delivery)


def _look_at(case: Case, name: str) -> Case | None:
    number = number_in(name)
    return replace(case, delivery=number) if numbered(case, number) else None


THINGS = Things(
    {DELIVERIES: frozenset({"look"})}, frozenset({ONE, WHERE, HOW}), lambda case: str(case.delivery), _look_at
)
