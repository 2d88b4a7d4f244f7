"""One patient's progress: the only thing we remember between two messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from dialogs.built import Built
from dialogs.facts import NOTHING_READ, Facts
from dialogs.requests import Request
from dialogs.texts import HeldText

DocumentState = Literal[
    "arriving", "readable", "locked", "unreadable", "over_limit", "unknown_kind", "too_big", "not_fetched",
    "unseen",  # kept, but not looked at yet, through a fault of ours
    "damaged",  # it was kept, and we lost it
]  # fmt: skip
WAYS_OUT = ("zip", "mail", "web_page", "record_xml", "data", "link", "office")
"""Kinds of files we cannot keep as they are, each with a way of its own to become one we can."""

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
    kind: str = ""
    """What it is, from its bytes: "pdf", "jpeg", "dicom_zip" …; empty until it was looked at."""
    digest: str = ""
    """The first 32 hexadecimal digits of its SHA-256: two files that share it are the same file."""
    title: str = ""
    """What the patient calls it; empty: its name."""
    date: str = ""
    """The day it is of, as the patient confirmed or wrote it (ISO 8601); empty until then."""
    turned: int = 0
    """Degrees clockwise by which its pages are turned in the packet: 0, 90, 180 or 270."""
    replaces: int = 0
    """The number of the file whose place it takes once it is readable."""
    errand: int = 0
    """The errand by which a helper sent it; 0: the patient sent it."""
    late: bool = False
    """It takes long to arrive, and the patient was told."""
    size: int = 0
    """Bytes, as Telegram claims them; 0: not told."""
    drawn: tuple[int, ...] = ()
    """Pages, from 1, that go into the packet as pictures: copied they would not show what they show."""
    compared: int = 0
    """So many pages, from the first, were seen to look in the packet as they do in the file."""

    @property
    def trouble(self) -> str:
        """What is to be said about a file that cannot be read: its state, or what kind of file it is."""
        return self.kind if self.state == "unknown_kind" and self.kind in WAYS_OUT else self.state


@dataclass(frozen=True, slots=True)
class Former:
    """What the patient can change about a file, as it was before the last change: one tap brings it back."""

    number: int
    record: str
    title: str
    date: str
    turned: int
    change: int = 0
    """Which change it was: its button takes back this one and no later one."""


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
    number: int = field(default=0, compare=False)
    """What its button carries; two questions with the same words are one question."""


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
    unanswered: int = 0
    """How many were sent since the patient last did anything."""
    wanted: datetime | None = None
    """When the next one would come, were every hour of every day open."""
    last: datetime | None = None
    """When the last one was sent."""
    about: str = ""
    """What the last one was about: the key of a record, or the number of a request."""
    from_hour: int = 9
    to_hour: int = 20
    """The hours, in the patient's own time, between which a reminder may come."""
    quiet_until: str = ""
    """The first day (ISO 8601) after a time in which the patient wants to be left in peace."""
    days_off: tuple[str, ...] = ()
    """Days of treatment, on which none comes."""
    stopped: tuple[str, ...] = ()
    """What no reminder should be about any more."""


LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


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
    questions_seen: int = 0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    files_seen: int = 0
    files_day: str = ""
    """The day (UTC, ISO 8601) on which the last file was taken, and how many were taken on it."""
    files_that_day: int = 0
    refused: str = ""
    """The album of the last file that was not taken: of the others in it nothing more is said."""
    reminders: Reminders | None = None
    reminders_offered: bool = False
    errands: tuple[Errand, ...] = ()
    errands_made: int = 0
    texts: tuple[HeldText, ...] = ()
    texts_seen: int = 0
    asked: str = ""
    """The message that asked something since the present step was last shown; empty: the step's own question."""
    password_near: int = 0
    """How many of the next texts may be a password: a locked file was named, or its step was just left."""
    reachable: bool = True
    country: str = ""
    """Where the hospital is, as far as a rule depends on it: "us", "uk" or "other"; empty until asked."""
    letter: str = ""
    """The letter that is being written, as in `guide.LETTERS`."""
    addressed: Mapping[str, str] = field(default_factory=dict)
    """Whom each letter goes to, in the patient's words."""
    name: str = ""
    """The name on the packet's cover; empty: none."""
    looking_at: int = 0
    """The number of the file that the patient is looking at."""
    files_from: int = 0
    """How many files stand before the page of the list that the patient looks at."""
    former: Former | None = None
    changes: int = 0
    """How many changes of files there were; the number of the last one."""
    settled: tuple[str, ...] = ()
    """The keys of the suggestions that were answered, and of the dates that were asked about: none comes again."""
    hint: str = ""
    """The key of the suggestion that waits for an answer."""
    hints_left: int = 0
    """How many more may follow it in a row."""
    part_megabytes: int = 50
    packet: Built | None = None
    """The packet as it was last built."""
    packets: int = 0
    """How many packets were begun; the number of the last one."""
    packing: bool = False
    requests: tuple[Request, ...] = ()
    requests_seen: int = 0
    request: int = 0
    """The number of the request the patient is looking at."""
    date: str = ""
    """The day (ISO 8601) of the appointment or the decision."""
    date_offered: bool = False
    zone: str = ""
    """The IANA name of the patient's time zone; empty if they did not say."""
    heard: datetime = LONG_AGO
    """When the patient last wrote, tapped or sent something (UTC)."""
    tapped: str = ""
    """The card and the button, if that was a tap: the same tap again within seconds is one tap."""
    deletions_asked: int = 0
    """How often it was asked whether to delete everything, and declined: only the last question can be agreed to."""
    opinion: str = ""
    """"yes" once the patient said that they have the second opinion."""
    slides_returned: bool = False

    def answering(self, record: str, standing: str, note: str = "") -> Case:
        return replace(self, answers={**self.answers, record: Answer(standing, note)})

    def with_document(self, document: Document) -> Case:
        """Add a document, or put it in place of the one with the same number."""
        known = {each.number: each for each in self.documents}
        return replace(self, documents=tuple({**known, document.number: document}.values()))

    def document(self, number: int) -> Document | None:
        return next((each for each in self.documents if each.number == number), None)

    def asking(self, question: Question) -> Case:
        """The case with one more question for the doctor."""
        number = max((self.questions_seen, *(each.number for each in self.questions))) + 1
        questions = (*self.questions, replace(question, number=number))
        return replace(self, questions=questions, questions_seen=number)

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
