"""One patient's progress: the only thing we remember between two messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from dialogs.facts import NOTHING_READ, Facts
from dialogs.facts import from_plain as facts_from_plain

DocumentState = Literal[
    "arriving", "readable", "locked", "unreadable", "over_limit", "unknown_kind", "too_big", "not_fetched"
]


ErrandState = Literal["offered", "taken", "done", "returned"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file the patient sent: which record it is for, and what we found when we looked at it."""

    number: int
    batch: str
    name: str
    record: str = ""
    """The key of its record; empty until the patient says where it belongs."""
    state: DocumentState = "arriving"
    pages: int = 0
    remarks: tuple[str, ...] = ()
    """What a patient should know about a file that can be read: "blurred", "blank_pages" …"""
    facts: Facts = NOTHING_READ
    title: str = ""
    """What the patient calls it; empty: its name."""
    date: str = ""
    """The day it is of, as the patient confirmed or wrote it (ISO 8601); empty until then."""
    turned: int = 0
    """Degrees clockwise by which its pages are turned in the packet: 0, 90, 180 or 270."""
    errand: int = 0
    """The errand by which a helper sent it; 0: the patient sent it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the patient said about one record, and a line of their own beside it."""

    standing: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the new doctor: the patient's own words, or the key of one of the guide's examples."""

    text: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Errand:
    """One record that a helper was asked to get: nothing else of the case is theirs to see."""

    number: int
    record: str
    state: ErrandState = "offered"
    helper: str = ""
    """The helper's first name as Telegram gives it, cleaned; empty until the link is opened."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """The reminders a patient asked for. `due` is empty while they are paused or when the last one was sent."""

    every_days: int
    left: int
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a patient told us, and the step they are at."""

    step: str = "welcome"
    returns_to: tuple[str, ...] = ()
    """The steps to come back to, the next one last: set when a patient leaves the path to look after something."""
    keeps_files: bool | None = None
    """What the patient agreed to: keep files, only the checklist, or (None) nothing yet."""
    decision: str = ""
    questions: tuple[Question, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    files_seen: int = 0
    reminders: Reminders | None = None
    reminders_offered: bool = False
    errands: tuple[Errand, ...] = ()
    errands_made: int = 0
    unplaced_text: str = ""
    """A text that was not an answer to anything, until the patient says what it is."""
    reachable: bool = True

    def answering(self, record: str, standing: str, note: str = "") -> Case:
        return replace(self, answers={**self.answers, record: Answer(standing, note)})

    def with_document(self, document: Document) -> Case:
        """Add a document, or put it in place of the one with the same number."""
        known = {each.number: each for each in self.documents}
        return replace(self, documents=tuple({**known, document.number: document}.values()))

    def document(self, number: int) -> Document | None:
        return next((each for each in self.documents if each.number == number), None)

    def errand(self, number: int) -> Errand | None:
        return next((each for each in self.errands if each.number == number), None)

    def with_errand(self, errand: Errand) -> Case:
        """Add an errand, or put it in place of the one with the same number."""
        known = {each.number: each for each in self.errands}
        return replace(self, errands=tuple({**known, errand.number: errand}.values()))

    def without_errand(self, number: int) -> Case:
        return replace(self, errands=tuple(each for each in self.errands if each.number != number))

    def documents_of(self, record: str) -> tuple[Document, ...]:
        return tuple(each for each in self.documents if each.record == record)

    def batch(self, batch: str) -> tuple[Document, ...]:
        return tuple(each for each in self.documents if each.batch == batch)


def to_plain(case: Case) -> dict[str, Any]:
    """The case as plain lists and dictionaries, ready for JSON."""
    plain = _fields(case)
    plain["answers"] = {record: _fields(answer) for record, answer in case.answers.items()}
    plain["documents"] = [{**_fields(document), "facts": _fields(document.facts)} for document in case.documents]
    plain["questions"] = [_fields(question) for question in case.questions]
    plain["errands"] = [_fields(errand) for errand in case.errands]
    if case.reminders:
        due = case.reminders.due
        plain["reminders"] = {**_fields(case.reminders), "due": due.isoformat() if due else None}
    return plain


def _fields(record: Any) -> dict[str, Any]:
    # Not `dataclasses.asdict`, which copies deeply what never changes: this runs at every turn.
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def from_plain(plain: Mapping[str, Any]) -> Case:
    """A case read back. Fields that a newer version added take their defaults; fields it dropped are ignored."""
    known = {name: value for name, value in plain.items() if name in Case.__dataclass_fields__}
    reminders = known.get("reminders")
    if reminders:
        due = reminders["due"]
        known["reminders"] = Reminders(**{**reminders, "due": datetime.fromisoformat(due) if due else None})
    known["answers"] = {key: Answer(**answer) for key, answer in known.get("answers", {}).items()}
    known["documents"] = tuple(map(_document, known.get("documents", ())))
    known["questions"] = tuple(Question(**question) for question in known.get("questions", ()))
    known["errands"] = tuple(Errand(**errand) for errand in known.get("errands", ()))
    known["returns_to"] = tuple(known.get("returns_to", ()))
    return Case(**known)


def _document(plain: Mapping[str, Any]) -> Document:
    known = {name: value for name, value in plain.items() if name in Document.__dataclass_fields__}
    known["remarks"] = tuple(known.get("remarks", ()))
    known["facts"] = facts_from_plain(known.get("facts", {}))
    return Document(**known)
