"""The steps of each record, made from the guide: its card, sending it, where it is instead, and how to ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide, Record
from dialogs.journey.guards import (
    Guard,
    Position,
    both,
    came_from,
    checklist_only,
    has_files,
    has_none,
    keeps_files,
)
from dialogs.journey.road import Text
from dialogs.journey.steps import RECORD, REVIEW, below
from dialogs.journey.table import ONWARD, Row, backward

SENDING, MORE, ASKED, MISSING = "sending", "more", "asked", "missing"
NOTED = (ASKED, "transfer", "link", "shipped")
"""Answers with a line of the patient's own: whom they asked, who sends it, the address, the courier's number."""
TAKES_TEXT: Mapping[str, Text] = {RECORD: "record", MORE: "record", MISSING: "record", **dict.fromkeys(NOTED, "word")}
ANEW = "anew"
"""What was written of a record is let go, to be written once more."""
TAKEN_OUT = "line_wrong"
"""The last line that was written of a record is taken out: it was wrong."""
HOW_TO_GET = "how_to_get"
"""What asks where to get a record: it is told, and nothing is said of whether they have it."""
UNSAID, WANTED = frozenset({"", "later", "unsure"}), frozenset({"missing", "remind", "finding"})
OFFERED: Mapping[str, frozenset[str]] = {
    "whom": frozenset({"asked"}),
    "elsewhere": UNSAID | WANTED | {"asked", "cannot_get"},
    "disc": UNSAID | WANTED | {"asked", "transfer", "link"},
    "link": UNSAID | WANTED,
    "transfer": frozenset({"asked"}),
    "shipped": frozenset({"asked"}),
    "arrived": frozenset({"asked", "shipped"}),
    "returned": frozenset({"arrived", "shipped", "elsewhere"}),
    "cannot_get": WANTED | {"asked", "transfer"},
    "not_applicable": UNSAID | WANTED | {"cannot_get"},
    "later": UNSAID,
}
"""At which standings an answer is offered: glass slides are not back at the lab before anybody asked for them."""


PLACEHOLDERS: Mapping[str, str] = dict.fromkeys(NOTED, "note")
"""At these the field itself asks, and what else can be done is said: skip, or back."""


def formerly(guide: Guide) -> dict[str, tuple[str, str]]:
    """Where to look was a step of its own; it stands on the card now."""
    return {below(record.key, "finding"): (below(record.key, MISSING), "") for record in guide.records}


def substeps(record: Record) -> tuple[str, ...]:
    """The further steps of a record: only those that its answers lead to."""
    led_to = {"send": (SENDING,), "missing": (MISSING,), **{answer: (answer,) for answer in NOTED}}
    names = (MORE, *(name for answer in record.answers for name in led_to.get(answer, ())))
    return tuple(below(record.key, name) for name in names)


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them: on along the path, or back to the list they were opened from."""
    for record in guide.records:
        yield from _rows_of(guide, record)


def _going_on(move: str, step: str, guard: Guard | None = None) -> Iterator[Row]:
    yield Row(move, step, REVIEW, both(came_from(REVIEW), guard))
    yield Row(move, step, ONWARD, guard)


def _rows_of(guide: Guide, record: Record) -> Iterator[Row]:
    key, more, missing = record.key, below(record.key, MORE), below(record.key, MISSING)
    yield Row("more", key, more)
    yield Row("back", key, REVIEW, came_from(REVIEW))
    yield backward(key)
    yield Row("back", more, key)
    yield from _going_on("said", key, _has_own_words(record))
    for step in (key, more) if record.said else ():
        yield Row(ANEW, step, key, _has_own_words(record))
    if record.said:
        yield Row(TAKEN_OUT, key, key, _has_own_words(record))
    if "send" in record.answers:
        yield from _rows_of_sending(record)
    if "asked" in record.answers:
        for step in (key, *((missing,) if "missing" in record.answers else ())):
            yield from _going_on("asked", step)
        yield Row("whom", more, below(key, ASKED), _fits(record, "whom"))
    if "missing" in record.answers:
        # How to ask is said at once for what to start with, and for originals, asked for in their own ways; for
        # all else when the list is opened for it.
        said_at_once = None if record.key in guide.start_with or record.follows else came_from(REVIEW)
        yield Row("missing", key, missing, both(_nothing_here(record), said_at_once))
        yield Row("missing", key, ONWARD, _nothing_here(record))
        for move in ("go_on", "done", "remind", "cannot_get"):
            yield from _going_on(move, missing)
        yield Row("back", missing, key)
    for step in (key, more):  # below the card itself they lie in chats of before
        yield from _rows_of_the_rest(record, step)
    for noting in (answer for answer in NOTED if answer in record.answers):
        yield from _going_on("noted", below(key, noting))
        yield from _going_on("skip", below(key, noting))
        yield Row("back", below(key, noting), key)


def _has_own_words(record: Record) -> Guard:
    return lambda position: record.key in position.case.own_words


def _rows_of_sending(record: Record) -> Iterator[Row]:
    key, sending = record.key, below(record.key, SENDING)
    yield Row("send", key, sending, both(keeps_files, has_none(record)))
    yield Row("send_more", key, sending, both(keeps_files, has_files(record)))
    yield from _going_on("have", key, checklist_only)
    yield from _going_on("all_here", key, has_files(record))
    for step in (key, *substeps(record)):
        yield Row("file", step, sending, keeps_files)
    yield from _going_on("done", sending, has_files(record))
    yield Row("done", sending, sending)
    yield Row("back", sending, key)


def _rows_of_the_rest(record: Record, step: str) -> Iterator[Row]:
    """All other answers: below "More" those that fit how the record stands."""
    for answer in (
        *(each for each in record.answers if each not in ("send", "asked", "missing")),
        "later",
        "cannot_get",
    ):
        guard = _fits(record, answer) if step != record.key or answer == "returned" else None
        if answer in NOTED:
            yield Row(answer, step, below(record.key, answer), guard)
        else:
            yield from _going_on(answer, step, guard)


def _fits(record: Record, answer: str) -> Guard:
    offered = OFFERED.get(answer, UNSAID)
    if answer == "elsewhere" and "arrived" in record.answers:  # what is lent arrives; nobody has it on paper
        offered -= {"asked"}

    def guard(position: Position) -> bool:
        said = position.case.answers.get(record.key)
        return (said.standing if said else "") in offered

    return guard


def _nothing_here(record: Record) -> Guard:
    return lambda at: not at.case.documents_of(record.key) and record.key not in at.case.own_words
