"""The path a patient walks, as a table made from the guide: which move leads from which step to which."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs import side_roads
from dialogs.content.guide import Guide, Record
from dialogs.journey.guards import (
    ON_HAND,
    Guard,
    asks_for,
    both,
    came_from,
    checklist_only,
    first_open_is,
    has_files,
    keeps_files,
    needs_reminders,
    stands_at,
    was_asked_about,
)
from dialogs.journey.table import ANYWHERE, RETURN, Row, came_from_elsewhere, leaving, spelled_out
from dialogs.roads.errands.screens import MOVES as ERRAND_MOVES
from dialogs.roads.files import path as file_path
from dialogs.roads.letters import path as letter_path
from dialogs.roads.packet import path as packet_path
from dialogs.side_roads import REMINDERS

WELCOME, CONSENT, DECISION = "welcome", "consent", "decision"
QUESTIONS, REVIEW, SUMMARY = "questions", "review", "summary"
ERRANDS = "errands"
SENDING, ASKED, MISSING, FINDING = "sending", "asked", "missing", "finding"
RECORD = "record"
"""What the first step of each record is called among the screens."""
NOTED = (ASKED, "transfer", "link", "shipped")
"""Answers with a line of the patient's own: whom they asked, who sends it, the address, the courier's number."""
DETOURS = {
    "decide": DECISION,
    "ask": QUESTIONS,
    "letters": letter_path.LETTERS,
    "hand_out": ERRANDS,
    "pack": packet_path.PACKET,
    **file_path.DETOUR,
    **side_roads.DETOURS,
}
"""Steps a patient may visit from anywhere by these moves, and come back from."""
TAKES_TEXT = frozenset(
    {DECISION, QUESTIONS, letter_path.TO, packet_path.NAMING, *file_path.TAKES_TEXT, *side_roads.TAKES_TEXT}
)
"""Steps at which a text is an answer, beside those that take a note."""
TO_LOOK_AT = frozenset(
    {*file_path.PAGES, side_roads.REQUESTS, side_roads.ONE, letter_path.LETTERS, letter_path.ONE}
    | {packet_path.PACKET, ERRANDS}
)
"""Pages beside the path on which nothing is asked: who goes on where they were goes back to the path."""
LEAVING = frozenset({*DETOURS, "open", "letter"})
"""Moves after which a patient comes back to the step they made them at."""


def substep(record: str, name: str) -> str:
    return f"{record}.{name}"


def takes_note(step: str) -> bool:
    """Whether a line of the patient's own is asked for about a record."""
    return step.partition(".")[2] in NOTED


def takes_text(step: str) -> bool:
    """Whether a text is an answer at this step."""
    return step in TAKES_TEXT or takes_note(step)


def record_of(step: str) -> str:
    """The record a step belongs to; for the other steps, the step itself."""
    return step.split(".")[0]


def substeps(record: Record) -> tuple[str, ...]:
    """The further steps of a record: only those that its answers lead to."""
    led_to = {"send": (SENDING,), "missing": (MISSING, FINDING), **{answer: (answer,) for answer in NOTED}}
    return tuple(substep(record.key, name) for answer in record.answers for name in led_to.get(answer, ()))


def steps(guide: Guide) -> tuple[str, ...]:
    """Every step a patient can be at."""
    per_record = (step for record in guide.records for step in (record.key, *substeps(record)))
    aside = (*side_roads.STEPS, *letter_path.STEPS, *file_path.STEPS, *packet_path.STEPS, ERRANDS)
    return (WELCOME, CONSENT, DECISION, *per_record, QUESTIONS, REVIEW, *aside, SUMMARY)


def moves(guide: Guide) -> list[Row]:
    """Every move from every step, in the order in which they are tried."""
    return list(spelled_out(rows(guide), (step for step in steps(guide) if step not in (WELCOME, CONSENT))))


def rows(guide: Guide) -> Iterator[Row]:
    """The whole journey as a table, in the order in which the rows are tried."""
    first = guide.records[0].key
    yield Row("begin", WELCOME, CONSENT)
    yield Row("keep_files", CONSENT, DECISION)
    yield Row("checklist_only", CONSENT, DECISION)
    yield Row("decline", CONSENT, WELCOME)
    for record in guide.records:
        yield from _rows_of(guide, record)
    yield from leaving(("answered", "not_sure"), DECISION, first)
    yield Row("back", DECISION, RETURN, came_from_elsewhere)
    yield from _rows_of_detours(guide)
    yield Row("add", QUESTIONS, QUESTIONS)
    yield Row("remove", QUESTIONS, QUESTIONS)
    yield from leaving(("done",), QUESTIONS, REVIEW)
    for move in ERRAND_MOVES:
        yield Row(move, ERRANDS, ERRANDS)
    yield from leaving(("done",), ERRANDS, REVIEW)
    yield Row("back", QUESTIONS, guide.records[-1].key, lambda position: not position.case.returns_to)
    yield from _rows_of_review(guide)
    yield Row("review", ANYWHERE, REVIEW)


def _rows_of(guide: Guide, record: Record) -> Iterator[Row]:
    key = record.key
    sending, asked = substep(key, SENDING), substep(key, ASKED)
    missing, finding = substep(key, MISSING), substep(key, FINDING)

    def going_on(move: str, step: str, answer: str, guard: Guard | None = None) -> Iterator[Row]:
        yield Row(move, step, REVIEW, both(came_from(REVIEW), guard))
        yield Row(move, step, _after(guide, record, answer), guard)

    yield Row("explain", key, key)
    if "send" in record.answers:
        yield Row("send", key, sending, keeps_files)
        yield from going_on("have", key, "have", checklist_only)
        for step in (key, *substeps(record)):
            yield Row("file", step, sending, keeps_files)
        yield from going_on("done", sending, "sent", has_files(record))
        yield Row("done", sending, sending)
        yield Row("back", sending, key)
    for answer in ("elsewhere", "disc", "arrived", "returned", "not_applicable", "unsure", "later"):
        if answer == "later" or answer in record.answers:
            guard = stands_at(record, "arrived", "shipped") if answer == "returned" else None
            yield from going_on(answer, key, answer, guard)
    for answer in NOTED:
        if answer in record.answers:
            noting = substep(key, answer)
            yield Row(answer, key, noting)
            yield from going_on("noted", noting, answer)
            yield from going_on("skip", noting, answer)
            yield Row("back", noting, key)
    if "missing" in record.answers:
        yield Row("missing", key, missing)
        yield from going_on("cannot_get", missing, "cannot_get")
        yield Row("find", missing, finding)
        yield from going_on("remind", missing, "remind")
        yield Row("back", missing, key)
        yield Row("asked", finding, asked)
        yield from going_on("done", finding, "finding")
        yield Row("back", finding, missing)
    yield Row("back", key, REVIEW, came_from(REVIEW))
    yield from _rows_back(guide, record)


def _after(guide: Guide, record: Record, answer: str) -> str:
    """The step after a record: the next one in order, passing over what depends on a record that is not there."""
    for candidate in guide.after(record):
        left_out = answer == "not_applicable" if candidate.numbered else answer not in ON_HAND
        if candidate.follows != record.key or not left_out:
            return candidate.key
    return QUESTIONS


def _rows_back(guide: Guide, record: Record) -> Iterator[Row]:
    for candidate in guide.before(record):
        if not candidate.follows:
            yield Row("back", record.key, candidate.key)
            return
        yield Row("back", record.key, candidate.key, was_asked_about(guide, candidate))
    yield Row("back", record.key, DECISION)


def _rows_of_detours(guide: Guide) -> Iterator[Row]:
    for move, detour in DETOURS.items():
        if move not in side_roads.DETOURS:
            yield Row(move, ANYWHERE, detour)
    yield from side_roads.rows(guide, REVIEW, SUMMARY)
    yield from letter_path.rows(guide, REVIEW)
    yield from file_path.rows(REVIEW)
    yield from packet_path.rows(REVIEW)


def _rows_of_review(guide: Guide) -> Iterator[Row]:
    for record in guide.records:
        yield Row("open", REVIEW, record.key, asks_for(record.key))
        yield Row("go_on", REVIEW, record.key, first_open_is(guide, record))
    yield Row("open", REVIEW, DECISION, asks_for(DECISION))
    yield Row("open", REVIEW, QUESTIONS, asks_for(QUESTIONS))
    yield Row("finish", REVIEW, side_roads.DATE, side_roads.needs_date)
    yield Row("finish", REVIEW, REMINDERS, needs_reminders)
    yield Row("finish", REVIEW, SUMMARY)
