"""The side road of the letters: which there are, where the hospital is, and what can be done with one letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.guide import LETTERS as KINDS
from dialogs.content.guide import Guide
from dialogs.journey.guards import Guard, Position, both, came_from
from dialogs.journey.road import Text, Things
from dialogs.journey.steps import REVIEW, below
from dialogs.journey.table import Row, leaving
from dialogs.letters import BY_COUNTRY
from dialogs.roads.country.path import COUNTRY
from dialogs.roads.patient.path import PATIENT

LETTERS, ONE, TO = "letters", "letters.one", "letters.to"
TAKES_TEXT: Mapping[str, Text] = {TO: "word"}
DETOURS = {"letters": LETTERS}
LEAVES = frozenset({"letter"})
PAGES = frozenset({LETTERS, ONE})
SAYABLE = frozenset({"asked", "text", "to", "phone", "pdf", "about_patient", "letters", "done"})
"""What may be said at a letter, whether its button is in sight or behind another."""


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""
    yield Row("write", LETTERS, COUNTRY, lambda position: needs_country(position, position.argument), then=ONE)
    yield Row("write", LETTERS, ONE)
    for record in guide.records:
        if "missing" in record.answers:
            missing = below(record.key, "missing")
            yield Row("letter", missing, COUNTRY, _needs_country_for(record.letter), then=ONE)
            yield Row("letter", missing, ONE)
            for step in (LETTERS, ONE):
                # Who said that it is missing is not asked again whether they have it: from there they can go on.
                yield Row("done", step, missing, both(came_from(record.key), _is_missing(record.key)))
        if "asked" in record.answers:
            # Only the letter that asks for this record can have asked for it.
            yield Row("asked", ONE, below(record.key, "asked"), both(came_from(record.key), _is_writing(record.letter)))
    yield Row("country", LETTERS, COUNTRY, lambda position: bool(position.case.country), then=LETTERS)
    for move in ("text", "pdf", "phone", "more"):
        yield Row(move, ONE, ONE)
    yield Row("about_patient", ONE, PATIENT, _was_not_seen, then=ONE)
    yield Row("to", ONE, TO)
    yield Row("addressed", TO, ONE)
    yield Row("back", TO, ONE)
    yield Row("take_back", LETTERS, LETTERS)
    for step in (LETTERS, ONE):
        yield from leaving(("done",), step, REVIEW)


def needs_country(position: Position, letter: str) -> bool:
    """A letter that quotes a rule waits until we know whose rule; asked once."""
    return letter in BY_COUNTRY and not position.case.country


def _was_not_seen(position: Position) -> bool:
    """Who it is about was not shown yet: once it was, it is no longer offered below every letter."""
    return not position.case.patient_seen


def _needs_country_for(letter: str) -> Guard:
    return lambda position: needs_country(position, letter)


def _is_missing(record: str) -> Guard:
    return lambda position: record in position.case.answers and position.case.answers[record].standing == "missing"


def _is_writing(letter: str) -> Guard:
    return lambda position: position.case.letter == letter


def _look_at(case: Case, name: str) -> Case | None:
    return replace(case, letter=name) if name in KINDS else None


THINGS = Things({LETTERS: frozenset({"write"})}, frozenset({ONE, TO}), lambda case: case.letter, _look_at)
