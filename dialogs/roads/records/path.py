"""The way through the records, made from the guide: the welcome, each record, the questions, review and summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    stands_at,
    was_asked_about,
)
from dialogs.journey.road import Text
from dialogs.journey.steps import CONSENT, REVIEW, SUMMARY, WELCOME, below
from dialogs.journey.table import ANYWHERE, RETURN, Row, came_from_elsewhere, leaving
from dialogs.roads.reminders.path import REMINDERS, needs_reminders
from dialogs.roads.the_date.path import DATE, needs_date

DECISION, QUESTIONS = "decision", "questions"
SENDING, ASKED, MISSING, FINDING = "sending", "asked", "missing", "finding"
NOTED = (ASKED, "transfer", "link", "shipped")
"""Answers with a line of the patient's own: whom they asked, who sends it, the address, the courier's number."""
TAKES_TEXT: Mapping[str, Text] = {DECISION: "decision", QUESTIONS: "question", **dict.fromkeys(NOTED, "word")}
DETOURS = {"decide": DECISION, "ask": QUESTIONS}
LEAVES = frozenset({"open"})


def substeps(record: Record) -> tuple[str, ...]:
    """The further steps of a record: only those that its answers lead to."""
    led_to = {"send": (SENDING,), "missing": (MISSING, FINDING), **{answer: (answer,) for answer in NOTED}}
    return tuple(below(record.key, name) for answer in record.answers for name in led_to.get(answer, ()))


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps."""
    first = guide.records[0].key
    yield Row("begin", WELCOME, CONSENT)
    yield Row("keep_files", CONSENT, DECISION)
    yield Row("checklist_only", CONSENT, DECISION)
    yield Row("decline", CONSENT, WELCOME)
    for record in guide.records:
        yield from _rows_of(guide, record)
    yield from leaving(("answered", "not_sure"), DECISION, first)
    yield Row("back", DECISION, RETURN, came_from_elsewhere)
    yield Row("add", QUESTIONS, QUESTIONS)
    yield Row("remove", QUESTIONS, QUESTIONS)
    yield from leaving(("done",), QUESTIONS, REVIEW)
    yield Row("back", QUESTIONS, guide.records[-1].key, lambda position: not position.case.returns_to)
    yield from _rows_of_review(guide)
    yield Row("review", ANYWHERE, REVIEW)


def _rows_of(guide: Guide, record: Record) -> Iterator[Row]:
    key = record.key
    sending, asked = below(key, SENDING), below(key, ASKED)
    missing, finding = below(key, MISSING), below(key, FINDING)

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
            noting = below(key, answer)
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


def _rows_of_review(guide: Guide) -> Iterator[Row]:
    for record in guide.records:
        yield Row("open", REVIEW, record.key, asks_for(record.key))
        yield Row("go_on", REVIEW, record.key, first_open_is(guide, record))
    yield Row("open", REVIEW, DECISION, asks_for(DECISION))
    yield Row("open", REVIEW, QUESTIONS, asks_for(QUESTIONS))
    yield Row("finish", REVIEW, DATE, needs_date)
    yield Row("finish", REVIEW, REMINDERS, needs_reminders)
    yield Row("finish", REVIEW, SUMMARY)
