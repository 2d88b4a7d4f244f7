"""What must hold for a move to be open: conditions on the case, asked by the journey's table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.checklist.wishes import wanted
from dialogs.content.guide import Guide, Record


@dataclass
class Position:
    """Where a patient stands for the length of one move: the model the machine moves, thrown away after."""

    step: str
    case: Case
    argument: str = ""


Guard = Callable[[Position], bool]


def keeps_files(position: Position) -> bool:
    return bool(position.case.keeps_files)


def checklist_only(position: Position) -> bool:
    return not position.case.keeps_files


def came_from(step: str) -> Guard:
    return lambda position: position.case.returns_to[-1:] == (step,)


def asks_for(key: str) -> Guard:
    return lambda position: position.argument == key


def has_files(record: Record) -> Guard:
    return lambda position: bool(position.case.documents_of(record.key))


def has_none(record: Record) -> Guard:
    return lambda position: not position.case.documents_of(record.key)


def skipped(case: Case, record: Record) -> bool:
    """What hangs on a record that never was need not be asked for; it is, while that one is merely not here yet."""
    if not record.follows or case.documents_of(record.follows):
        return False
    answer = case.answers.get(record.follows)
    return answer is not None and answer.standing == "not_applicable"


def in_order(guide: Guide) -> tuple[Record, ...]:
    """The records as they are asked: those to start with, then what takes longest to come."""
    first = [record for record in guide.records if record.key in guide.start_with]
    others = [record for record in guide.records if record.key not in guide.start_with]
    return (*first, *sorted(others, key=lambda record: -record.lead_days))


def is_open(guide: Guide, case: Case, record: Record) -> bool:
    """Nothing was said about it yet: of what came by itself, whether it is all. What nobody wants is not asked for."""
    if record.key in case.answers or skipped(case, record):
        return False
    return bool(case.documents_of(record.key)) or wanted(guide, case, record.key).wish != "no"


def open_records(guide: Guide, case: Case) -> tuple[Record, ...]:
    return tuple(record for record in in_order(guide) if is_open(guide, case, record))


def first_open(guide: Guide, case: Case) -> str | None:
    """The first record in order of which the patient has said nothing."""
    return next((record.key for record in open_records(guide, case)), None)


def is_next(guide: Guide, record: Record) -> Guard:
    """It is open, and the patient has not said that what is here is enough. Asked of one after the other, in order."""
    return lambda position: not position.case.sends_now and is_open(guide, position.case, record)


def not_passed(step: str) -> Guard:
    return lambda position: step not in position.case.passed


def both(one: Guard, other: Guard | None) -> Guard:
    return one if other is None else lambda position: one(position) and other(position)
