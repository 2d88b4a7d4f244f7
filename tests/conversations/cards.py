"""What a card shows, and what a turn changed: found in the message and in the case, never in a button's data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.errand import Errand
from dialogs.case.request import Request
from dialogs.checklist.checklist import Line
from dialogs.effects import Button, Erase, Say, SendPaper, Turn

Thing = tuple[str, Any]
"""What kind of thing it is, and which one."""
NAMED_VALUES = ("record", "text", "letter", "date", "day")
ASKS_FOR_TEXT = frozenset(
    {"decision", "questions", "letters_to", "packet_naming", "files_renaming", "files_dating", "files_password"}
    | {"requests_promised", "requests_reference", "date", "reminders_zone", "reminders_day", "reminders_treatment"}
    | {"record_asked", "record_transfer", "record_link", "record_shipped"}
)
"""Messages to which a text is an answer."""


def shown_on(card: Say) -> set[Thing]:
    """The things that stand on a card."""
    things = set(_within(card.values))
    if card.name == "errands_one":
        things.add(("errand", card.values["record"]))
    return things | shown_on(card.lead) if card.lead else things


def _within(value: Any) -> Iterator[Thing]:
    match value:
        case Document():
            yield "file", value.number
        case Request():
            yield from (("request", value.number), ("record", value.record))
        case Errand():
            yield from (("errand", value.record), ("record", value.record))
        case Question():
            yield "question", value.text or value.example
        case Line():
            yield "record", value.record
            yield from _within(value.requests)
        case Mapping():
            for name, each in value.items():
                if name in NAMED_VALUES and isinstance(each, str) and each:
                    yield name, each
                if name == "records":  # what a letter asks for stands in its text
                    yield from (("record", key) for key in each if isinstance(key, str))
                yield from _within(each)
        case list() | tuple() | frozenset():
            for each in value:
                yield from _within(each)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _within(getattr(value, field.name))


def changed(before: Case, turn: Turn) -> set[Thing]:
    """The things that are not as they were: changed, gone, or shown to somebody."""
    after = turn.case
    found: set[Thing] = set()
    kinds: tuple[tuple[str, Mapping[Any, object], Mapping[Any, object]], ...] = (
        ("file", {each.number: each for each in before.documents}, {each.number: each for each in after.documents}),
        ("request", {each.number: each for each in before.requests}, {each.number: each for each in after.requests}),
        ("errand", {each.record: each for each in before.errands}, {each.record: each for each in after.errands}),
        ("record", dict(before.answers), dict(after.answers)),
    )
    for kind, was, now in kinds:
        found |= {(kind, key) for key in was if now.get(key) != was[key]}
    found |= {("record", key) for key in after.answers if key not in before.answers}
    found |= {("question", each) for each in _questions(before) - _questions(after)}
    found |= {("text", each) for each in _waiting(before) - _waiting(after)}
    if before.date and after.date != before.date:
        found.add(("date", before.date))
    for effect in turn.effects:
        if isinstance(effect, Erase):
            found.add(("file", effect.document))
        if isinstance(effect, SendPaper) and effect.kind == "pictures":
            found.add(("file", effect.values["document"]))
        if isinstance(effect, SendPaper) and effect.kind == "letter":
            found.add(("letter", effect.values["letter"]))
    return found


def moved_in_its_record(before: Case, after: Case) -> set[int]:
    """The files of every record whose order is another."""
    found: set[int] = set()
    for record in {each.record for each in before.documents}:
        kept = {each.number for each in after.documents_of(record)}
        was = [each.number for each in before.documents_of(record) if each.number in kept]
        now = [each.number for each in after.documents_of(record) if each.number in was]
        found |= set(was) if was != now else set()
    return found


def new_questions(before: Case, after: Case) -> set[str]:
    return _questions(after) - _questions(before)


def buttons_of(card: Say) -> list[Button]:
    """The buttons that send something back: of a tap on any other one the bot hears nothing."""
    return [button for row in card.buttons for button in row if button.data]


def _questions(case: Case) -> set[str]:
    return {each.text or each.example for each in case.questions}


def _waiting(case: Case) -> set[str]:
    return {each.text for each in case.texts}
