"""What must hold for a move to be open: conditions on the case, asked by the journey's table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.guide import Guide, Record

ON_HAND = frozenset(
    {"received", "arriving", "sent", "have", "elsewhere", "asked"}
    | {"disc", "transfer", "link", "shipped", "arrived", "returned"}
)


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


def stands_at(record: Record, *standings: str) -> Guard:
    def guard(position: Position) -> bool:
        answer = position.case.answers.get(record.key)
        return answer is not None and answer.standing in standings

    return guard


def was_asked_about(guide: Guide, record: Record) -> Guard:
    """A record that depends on another is passed over when that other one does not apply."""

    def guard(position: Position) -> bool:
        return record.key in position.case.answers or not skipped(position.case, record)

    return guard


def skipped(case: Case, record: Record) -> bool:
    if not record.follows:
        return False
    if case.documents_of(record.follows):
        return False
    answer = case.answers.get(record.follows)
    standing = answer.standing if answer else "unanswered"
    return standing == "not_applicable" if record.numbered else standing not in ON_HAND


def first_open_is(guide: Guide, record: Record | None) -> Guard:
    return lambda position: first_open(guide, position.case) == (record.key if record else None)


def first_open(guide: Guide, case: Case) -> str | None:
    """The first record in order that the patient has said nothing about, and sent nothing for."""
    for record in guide.records:
        if record.key not in case.answers and not case.documents_of(record.key) and not skipped(case, record):
            return record.key
    return None


def both(one: Guard, other: Guard | None) -> Guard:
    return one if other is None else lambda position: one(position) and other(position)
