"""All that is kept about one patient as a page to read: it opens in any browser, and holds no scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.languages import spoken
from dialogs.case.request import Request
from dialogs.checklist.checklist import checklist
from dialogs.checklist.wishes import named
from dialogs.content.guide import Guide
from dialogs.days import zones
from dialogs.roads.keeping.accesses import Access
from dialogs.understanding.patient import LINES, line_in
from dialogs.words.pages import PAGE
from dialogs.words.wording import Wording

READ = ("patient", "former", "born", "number", "institution", "doctor", "study", "date", "status")
"""What is shown of what was read on a paper; all of it is in the JSON."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is not in the case: how long it is kept, when its person last did anything, who opened what, and the parts.

    `names`: what each file is called in the archives, and in which of `parts` it lies.
    """

    days: int
    acted: datetime
    accesses: tuple[Access, ...]
    names: Mapping[int, tuple[int, str]]
    parts: int


@dataclass(frozen=True)
class Everything:
    """The page, over one guide, in the language of each case."""

    guide: Guide
    wording: Wording

    def words(self, case: Case) -> Wording:
        """In the language of the case, for who gathers their own records or those of another."""
        return self.wording.read_by(spoken(case)).of(case.for_another)

    def page(self, case: Case, known: Known, now: datetime) -> str:
        words = self.words(case)
        values = {
            "made": zones.local(case, now),
            "case": case,
            "days": known.days,
            "acted": zones.local(case, known.acted),
            "parts": known.parts,
            "zone": case.zone if zones.is_zone(case.zone) else "",
            "answers": [(label, told) for label, told in _answers(words, case, named(self.guide, case)) if told],
            "records": [
                {"title": words.title(line.record), "standing": words.standing(line), "words": _own(case, line.record)}
                for line in checklist(self.guide, case).lines
            ],
            "files": [_file(words, each, known.names) for each in case.documents],
            "requests": [_request(words, each) for each in case.requests],
            "accesses": [replace(each, at=zones.local(case, each.at)) for each in known.accesses],
        }
        return words.page(PAGE, values)


def _answers(words: Wording, case: Case, bound: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    opened = words.words["open"]
    yield opened["date"], words.long_day(case.date) if case.date else ""
    yield opened["destination"], words.bound(bound, case.destination)
    sent = words.words["delivery"]
    yield (
        sent["heading"],
        "\n".join(f"{words.delivery(each, case.destination)} {each.reference}".strip() for each in case.deliveries),
    )
    told = (each for each in case.opinions if each.outcome)
    yield (
        words.words["sheet"]["title"],
        "\n".join(f"{words.opinion(each)} ({words.long_day(each.day)})" for each in told),
    )
    yield opened["decision"], case.decision
    yield opened["questions"], "\n".join(words.question(each) for each in case.questions)
    for record, answer in case.answers.items():
        yield _title(words, record), answer.note
    for letter, whom in case.addressed.items():
        yield words.words["letter"].get(letter, letter), whom
    yield words.words["packet"]["cover"], case.name
    for line in LINES:
        known = line_in(case.patient, line)
        yield words.words["patient"][line], words.long_day(known) if line == "born" and known else known
    yield words.words["errand"]["helper"], words.listed(each.helper for each in case.errands if each.helper)
    yield "…", "\n".join(each.text for each in case.texts)


def _request(words: Wording, request: Request) -> str:
    line = words.said_of(_title(words, request.record), words.request(request))
    return f"{line}. “{request.whom}”" if request.whom else line


def _own(case: Case, record: str) -> str:
    own = case.own_words.get(record)
    return own.text if own else ""


def _title(words: Wording, record: str) -> str:
    return words.title(record) if record in words.words["record"] else record


def _file(words: Wording, document: Document, names: Mapping[int, tuple[int, str]]) -> dict[str, Any]:
    part, name = names.get(document.number, (0, ""))
    facts = document.facts
    found = [str(getattr(facts, each)) for each in READ if getattr(facts, each)]
    return {
        "called": words.called(document),
        "record": str(words.words["join"]["comma"]).join(_title(words, key) for key in document.records),
        "date": words.long_day(document.date) if document.date else "",
        "pages": document.pages,
        "part": part,
        "name": name,
        "link": quote(name),
        "trouble": "" if name else words.words["trouble"].get(document.trouble, ""),
        "read": [*found, *facts.identifiers, *(words.words["remark"].get(each, "") for each in document.remarks)],
    }
