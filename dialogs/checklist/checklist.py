"""The checklist: what is here, on its way, missing or not needed, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.request import Request
from dialogs.checklist.wishes import NOTHING_KNOWN, Wanted, bound_for, is_too_old, wanted
from dialogs.content.guide import Guide, Record
from dialogs.days.zones import today
from dialogs.journey.guards import skipped
from dialogs.understanding.days import day_of, read_day

READY, ON_ITS_WAY, MISSING, NOT_NEEDED = "ready", "on_its_way", "missing", "not_needed"
NOT_WANTED = "not_wanted"
"""It is not here, and none of the destinations asks for it: shown, and missing nowhere."""
GROUPS = (READY, ON_ITS_WAY, MISSING, NOT_WANTED, NOT_NEEDED)
SETTLED = (READY, NOT_WANTED, NOT_NEEDED)
"""Nothing has to be done about it."""

GROUP_OF = {
    "received": READY,
    "said": READY,
    "have": READY,
    "elsewhere": READY,
    "disc": READY,
    "link": READY,
    "arrived": READY,
    "returned": READY,
    "arriving": ON_ITS_WAY,
    "asked": ON_ITS_WAY,
    "transfer": ON_ITS_WAY,
    "shipped": ON_ITS_WAY,
    "sent": MISSING,  # sent, but nothing readable has come of it
    "missing": MISSING,
    "cannot_get": MISSING,
    "finding": MISSING,
    "remind": MISSING,
    "unsure": MISSING,
    "later": MISSING,
    "unanswered": MISSING,
    "not_applicable": NOT_NEEDED,
}

FOLLOWED_UP = ("asked", "transfer", "shipped")
BROUGHT = ("elsewhere", "disc", "link")


@dataclass(frozen=True, slots=True)
class Line:
    """One record on the checklist: where it stands, and how many readable files and pages of it are here."""

    record: str
    standing: str
    group: str
    files: int
    pages: int
    note: str
    start_here: bool
    requests: tuple[Request, ...] = ()
    """What was asked for last and has not been answered yet; three at most."""
    day: str = ""
    """The latest day (ISO 8601) that any of its files is of."""
    day_is_read: bool = False
    """That day was read on the file, and the patient did not confirm it."""
    wanted: Wanted = NOTHING_KNOWN
    """How far it is wanted where it goes."""
    too_old: bool = False
    """Its newest file is of a day longer ago than they ask for."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do next: the name of the sentence that says it, and the record it is about."""

    name: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole checklist of one patient."""

    lines: tuple[Line, ...]
    answered: int
    of: int

    def group(self, name: str) -> tuple[Line, ...]:
        """The records of one group; among the missing, those to start with first, those they may ask for last."""
        chosen = [line for line in self.lines if line.group == name]
        return tuple(sorted(chosen, key=lambda line: (line.wanted.wish == "if_asked", not line.start_here)))

    @property
    def complete(self) -> bool:
        """Nothing is missing and nothing is awaited."""
        return all(line.group in SETTLED for line in self.lines)


def standing(case: Case, record: Record) -> str:
    """Where a record stands: what is really here counts more than what was said about it."""
    return _standing(case, record, case.documents_of(record.key))


def _standing(case: Case, record: Record, documents: tuple[Document, ...]) -> str:
    if known := _said_or_seen(case, record.key, documents):
        return known
    if skipped(case, record):
        return "not_applicable"
    return "sent" if documents else "unanswered"


def open_requests(case: Case) -> tuple[Request, ...]:
    """The requests that are worth a reminder: not answered, and for something that is not here by other ways."""
    waiting = (request for request in case.requests if request.waiting)
    return tuple(each for each in waiting if _group(_of_request(case, each)) in (MISSING, ON_ITS_WAY))


def _of_request(case: Case, request: Request) -> str:
    return _said_or_seen(case, request.record, case.documents_of(request.record))


def _said_or_seen(case: Case, record: str, documents: tuple[Document, ...]) -> str:
    """What is here of a record, or else what was said about it; empty if neither."""
    states = {document.state for document in documents}
    if "readable" in states:
        return "received"
    if states & {"arriving", "unseen"}:
        return "arriving"
    answer = case.answers.get(record)
    if record in case.own_words and (answer is None or _group(answer.standing) == MISSING):
        return "said"
    return answer.standing if answer else ""


def _group(standing: str) -> str:
    return GROUP_OF.get(standing, MISSING)


def checklist(guide: Guide, case: Case) -> Checklist:
    bound, day = bound_for(guide, case), today(case)
    lines = tuple(_line(guide, case, record, bound, day) for record in guide.records if _is_shown(case, record))
    numbered = {record.key for record in guide.numbered}
    counted = [line for line in lines if line.record in numbered and not _is_never_asked(line)]
    return Checklist(lines, sum(line.standing != "unanswered" for line in counted), len(counted))


def line_of(guide: Guide, case: Case, record: Record) -> Line | None:
    """One record's line of the checklist, if it has one."""
    return _line(guide, case, record, bound_for(guide, case), today(case)) if _is_shown(case, record) else None


def _is_never_asked(line: Line) -> bool:
    """Nobody wants it, and the patient has said nothing of it: the path does not ask."""
    return line.group == NOT_WANTED and line.standing == "unanswered"


def _is_shown(case: Case, record: Record) -> bool:
    """A further question about a record that is not there is not a line of its own."""
    return record.numbered or record.key in case.answers or not skipped(case, record)


def _line(guide: Guide, case: Case, record: Record, bound: tuple[str, ...], on: date) -> Line:
    documents = case.documents_of(record.key)
    readable = [document for document in documents if document.state == "readable"]
    answer = case.answers.get(record.key)
    now = _standing(case, record, documents)
    latest = max(readable, key=lambda each: day_of(case, each), default=None)
    day = day_of(case, latest) if latest else ""
    wish = wanted(guide, case, record.key, bound, on)
    group = _group(now)
    return Line(
        record=record.key,
        standing=now,
        group=NOT_WANTED if group == MISSING and wish.wish == "no" else group,
        files=len(readable),
        pages=sum(document.pages for document in readable),
        note=answer.note if answer else "",
        start_here=record.key in guide.start_with,
        requests=case.waiting_for(record.key)[-3:],
        day=day,
        day_is_read=latest is not None and bool(read_day(case, latest)),
        wanted=wish,
        too_old=is_too_old(wish, day, on),
    )


def next_steps(guide: Guide, case: Case, at_most: int = 3) -> tuple[Step, ...]:
    """What to do now, the most useful first. Each is an errand, never a medical suggestion."""
    here = checklist(guide, case)
    missing = here.group(MISSING)
    steps = [Step("ask_for", line.record) for line in missing if line.start_here]
    if not case.decision:
        steps.append(Step("name_decision"))
    if not case.questions:
        steps.append(Step("name_question"))
    steps += [Step("follow_up", line.record) for line in here.group(ON_ITS_WAY) if line.standing in FOLLOWED_UP]
    steps += [Step("bring", line.record) for line in here.lines if line.standing in BROUGHT]
    steps += [Step("ask_for", line.record) for line in missing if not line.start_here]
    steps += [Step("share"), Step("ask_what_else"), Step("ask_how_soon")]
    return tuple(steps[:at_most])
