"""The path a patient walks, as a table made from the guide: which move leads from which step to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.errand_pages import MOVES as ERRAND_MOVES
from dialogs.guards import (
    ON_HAND,
    Guard,
    asks_for,
    both,
    came_from,
    checklist_only,
    first_open_is,
    has_files,
    has_paused_reminders,
    has_reminders,
    keeps_files,
    needs_reminders,
    was_asked_about,
)
from dialogs.guide import Guide, Record

WELCOME, CONSENT, DECISION = "welcome", "consent", "decision"
QUESTIONS, REVIEW, REMINDERS, SUMMARY = "questions", "review", "reminders", "summary"
ERRANDS = "errands"
SENDING, ASKED, MISSING, FINDING = "sending", "asked", "missing", "finding"
DETOURS = {"ask": QUESTIONS, "remind_me": REMINDERS, "hand_out": ERRANDS}
"""Steps a patient may visit from anywhere by these moves, and come back from."""

REMINDER_MOVES = {"every_3_days": 3, "weekly": 7, "fortnightly": 14}
"""How often a patient may ask to be reminded, in days."""
REMINDER_ANSWERS = (*REMINDER_MOVES, "pause", "resume", "stop", "not_now")


_reminder_guards: dict[str, Guard] = {
    "pause": has_reminders,
    "stop": lambda position: position.case.reminders is not None,
    "resume": has_paused_reminders,
}


@dataclass(frozen=True)
class Row:
    """One line of the journey's table: a move, from a step, to a step, if the guard holds."""

    move: str
    source: str
    to: str
    guard: Guard | None = None


def substep(record: str, name: str) -> str:
    return f"{record}.{name}"


def record_of(step: str) -> str:
    """The record a step belongs to; for the other steps, the step itself."""
    return step.split(".")[0]


def substeps(record: Record) -> tuple[str, ...]:
    """The further steps of a record: only those that its answers lead to."""
    led_to = {"send": (SENDING,), "asked": (ASKED,), "missing": (MISSING, FINDING)}
    return tuple(substep(record.key, name) for answer in record.answers for name in led_to.get(answer, ()))


def steps(guide: Guide) -> tuple[str, ...]:
    """Every step a patient can be at."""
    per_record = (step for record in guide.records for step in (record.key, *substeps(record)))
    return (WELCOME, CONSENT, DECISION, *per_record, QUESTIONS, REVIEW, REMINDERS, ERRANDS, SUMMARY)


def rows(guide: Guide) -> Iterator[Row]:
    """The whole journey as a table, in the order in which the rows are tried."""
    first = guide.records[0].key
    yield Row("begin", WELCOME, CONSENT)
    yield Row("keep_files", CONSENT, DECISION)
    yield Row("checklist_only", CONSENT, DECISION)
    yield Row("decline", CONSENT, WELCOME)
    for move in ("answered", "not_sure"):
        yield Row(move, DECISION, REVIEW, came_from(REVIEW))
        yield Row(move, DECISION, first)
    for record in guide.records:
        yield from _rows_of(guide, record)
    yield from _rows_of_detours(guide)
    yield Row("add", QUESTIONS, QUESTIONS)
    yield Row("remove", QUESTIONS, QUESTIONS)
    yield Row("done", QUESTIONS, REVIEW)
    for move in ERRAND_MOVES:
        yield Row(move, ERRANDS, ERRANDS)
    yield Row("done", ERRANDS, REVIEW)
    yield Row("back", QUESTIONS, guide.records[-1].key, lambda position: not position.case.returns_to)
    yield from _rows_of_review(guide)
    for move in REMINDER_ANSWERS:
        yield Row(move, REMINDERS, SUMMARY, _reminder_guards.get(move))
    for step in steps(guide):
        if step not in (WELCOME, CONSENT, REVIEW):
            yield Row("review", step, REVIEW)


def _rows_of(guide: Guide, record: Record) -> Iterator[Row]:
    key = record.key
    sending, asked = substep(key, SENDING), substep(key, ASKED)
    missing, finding = substep(key, MISSING), substep(key, FINDING)

    def leaving(move: str, step: str, answer: str, guard: Guard | None = None) -> Iterator[Row]:
        yield Row(move, step, REVIEW, both(came_from(REVIEW), guard))
        yield Row(move, step, _after(guide, record, answer), guard)

    yield Row("explain", key, key)
    if "send" in record.answers:
        yield Row("send", key, sending, keeps_files)
        yield from leaving("have", key, "have", checklist_only)
        for step in (key, *substeps(record)):
            yield Row("file", step, sending, keeps_files)
        yield from leaving("done", sending, "sent", has_files(record))
        yield Row("done", sending, sending)
        yield Row("back", sending, key)
    for answer in ("elsewhere", "not_applicable", "unsure", "later"):
        if answer == "later" or answer in record.answers:
            yield from leaving(answer, key, answer)
    if "asked" in record.answers:
        yield Row("asked", key, asked)
        yield from leaving("noted", asked, "asked")
        yield from leaving("skip", asked, "asked")
        yield Row("back", asked, key)
    if "missing" in record.answers:
        yield Row("missing", key, missing)
        yield from leaving("cannot_get", missing, "cannot_get")
        yield Row("find", missing, finding)
        yield from leaving("remind", missing, "remind")
        yield Row("back", missing, key)
        yield Row("asked", finding, asked)
        yield from leaving("done", finding, "finding")
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
    returns = {QUESTIONS: ("done",), REMINDERS: REMINDER_ANSWERS, ERRANDS: ("done",)}
    resting = (DECISION, *(record.key for record in guide.records), QUESTIONS, REVIEW, REMINDERS, ERRANDS, SUMMARY)
    for move, detour in DETOURS.items():
        for step in steps(guide):
            if step not in (WELCOME, CONSENT, detour):
                yield Row(move, step, detour)
        for step in resting:
            for answer in returns[detour]:
                if step != detour:
                    guard = _reminder_guards.get(answer)
                    yield Row(answer, detour, step, both(came_from(step), guard))


def _rows_of_review(guide: Guide) -> Iterator[Row]:
    for record in guide.records:
        yield Row("open", REVIEW, record.key, asks_for(record.key))
        yield Row("go_on", REVIEW, record.key, first_open_is(guide, record))
    yield Row("open", REVIEW, DECISION, asks_for(DECISION))
    yield Row("open", REVIEW, QUESTIONS, asks_for(QUESTIONS))
    yield Row("finish", REVIEW, REMINDERS, needs_reminders)
    yield Row("finish", REVIEW, SUMMARY)
