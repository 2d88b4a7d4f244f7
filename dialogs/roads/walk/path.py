"""The ordinary road, from the welcome to the summary: what is asked in which order, and nothing that is known already.

`ONWARD` is where every answer of the path leads to. Its rows are tried from the first, so this file says in one place
what comes when: the day and where it goes, what to start with, the decision, and by then it is enough to begin; then
whatever else is open, what takes longest to come first.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.content.guide import Guide
from dialogs.journey.guards import Position, asks_for, in_order, is_next, keeps_files, not_passed, open_records
from dialogs.journey.steps import CONSENT, REVIEW, SUMMARY, WELCOME
from dialogs.journey.table import ANYWHERE, ONWARD, Row, backward, onward
from dialogs.roads.decision.path import DECISION, QUESTIONS
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.reminders.path import REMINDERS, needs_reminders
from dialogs.roads.the_date.path import DATE, needs_date

GATHER, ENOUGH = "gather", "enough"
LEAVES = frozenset({"open"})
WHOSE = ("begin", "begin_for")
"""Whose records they are. Who tapped the wrong one says so at the next steps: "it's for my mother"."""


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps, and the order of the path."""
    for move in WHOSE:
        yield Row(move, WELCOME, CONSENT)
        yield from (Row(move, step, step) for step in (CONSENT, GATHER))
    yield Row("keep_files", CONSENT, GATHER)
    yield Row("checklist_only", CONSENT, ONWARD)
    yield Row("decline", CONSENT, WELCOME)
    yield Row("file", GATHER, GATHER, keeps_files)
    yield Row("go_on", GATHER, ONWARD)
    yield Row("go_on", ENOUGH, ONWARD)
    yield Row("send_now", ENOUGH, ONWARD)
    yield backward(ENOUGH)
    yield from _in_their_order(guide)
    yield from _rows_of_review(guide)
    yield Row("review", ANYWHERE, REVIEW)


def _in_their_order(guide: Guide) -> Iterator[Row]:
    first, others = in_order(guide)[: len(guide.start_with)], in_order(guide)[len(guide.start_with) :]
    yield onward(DATE, needs_date)
    yield onward(DESTINATION, not_passed(DESTINATION))
    yield from (onward(record.key, is_next(guide, record)) for record in first)
    yield onward(DECISION, not_passed(DECISION))
    yield onward(ENOUGH, not_passed(ENOUGH))
    yield from (onward(record.key, is_next(guide, record)) for record in others)
    yield onward(QUESTIONS, not_passed(QUESTIONS))
    yield onward(REMINDERS, needs_reminders(guide))
    yield onward(SUMMARY)


def _rows_of_review(guide: Guide) -> Iterator[Row]:
    for key in (*(record.key for record in guide.records), DECISION, QUESTIONS, DATE, DESTINATION):
        yield Row("open", REVIEW, key, asks_for(key))
    yield Row("go_on", REVIEW, ONWARD, lambda position: _something_is_open(guide, position))
    yield Row("finish", REVIEW, ONWARD)


def _something_is_open(guide: Guide, position: Position) -> bool:
    return bool(open_records(guide, position.case))
