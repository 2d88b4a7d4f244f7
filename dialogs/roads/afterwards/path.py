"""The side road of what comes after: the opinion, what it comes to, and the slides' way home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.case import Case
from dialogs.case.opinion import OUTCOMES
from dialogs.checklist.loans import still_on_loan
from dialogs.checklist.wishes import bound_for
from dialogs.content.guide import Guide
from dialogs.content.profile import ANOTHER
from dialogs.journey.guards import Position
from dialogs.journey.road import Text
from dialogs.journey.steps import SUMMARY
from dialogs.journey.table import Row, leaving

AFTER, DONE = "after", "after.done"
WHOSE, OUTCOME, DIFFERS = "after.whose", "after.outcome", "after.differs"
DETOURS = {"afterwards": AFTER}
TAKES_TEXT: Mapping[str, Text] = {DIFFERS: "question"}


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them; whose opinion it is is asked only where there are several."""
    yield from leaving(("not_yet", "not_now"), AFTER, SUMMARY)
    yield from leaving(("done",), DONE, SUMMARY)
    for move, source in (("yes", AFTER), ("one_more_opinion", DONE)):
        yield Row(move, source, WHOSE, lambda at: len(awaited(guide, at.case)) > 1)
        yield Row(move, source, OUTCOME, lambda at: somebody_is_left(guide, at))
    yield Row("yes", AFTER, DONE)
    yield Row("of", WHOSE, OUTCOME)
    yield Row("skip", WHOSE, DONE)
    yield Row("differs", OUTCOME, DIFFERS, lambda at: bool(offered(guide, at.case)))
    for move in (*OUTCOMES, "skip"):
        yield Row(move, OUTCOME, DONE)
    yield Row("bring", DIFFERS, DIFFERS)
    yield Row("done", DIFFERS, DONE)
    yield Row("given_back", DONE, DONE, lambda at: bool(still_on_loan(guide, at.case)))


def somebody_is_left(guide: Guide, at: Position) -> bool:
    """Somebody's opinion was not told of yet."""
    return bool(awaited(guide, at.case))


def awaited(guide: Guide, case: Case) -> tuple[str, ...]:
    """Whose opinions were not told of yet, by the keys of the destinations; `another` where nobody said where it is."""
    told = {opinion.destination or ANOTHER for opinion in case.opinions}
    return tuple(key for key in bound_for(guide, case) or (ANOTHER,) if key not in told)


def offered(guide: Guide, case: Case) -> tuple[str, ...]:
    """The questions to bring to the doctors where opinions differ, but for those that are on the list."""
    asked = {question.example for question in case.questions}
    return tuple(key for key in guide.differing if key not in asked)
