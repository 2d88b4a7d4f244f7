"""What a letter can take from a case: nothing is asked for it, and what is not known, or not surely, stays empty."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.checklist.checklist import Line, checklist
from dialogs.content.guide import Guide
from dialogs.understanding.days import day_of

MAX_NAME, MAX_NUMBER, MAX_NUMBERS = 80, 40, 4
"""Characters, and how many: what fits a line. More of it would be a mistake of reading rather than a name."""
WANTED = frozenset({"missing", "cannot_get", "finding", "remind", "sent"})
"""What a patient said is not there. What they have not been asked about yet is not asked for in their name."""
LENT = frozenset({"have", "elsewhere", "asked"})


def letter_values(guide: Guide, case: Case, letter: str) -> dict[str, Any]:
    """The values that `dialogs.words.letter_writing` fills a letter with."""
    return {
        "letter": letter,
        "country": case.country,
        "addressed": case.addressed.get(letter, ""),
        "records": [line.record for line in checklist(guide, case).lines if _is_wanted(guide, line, letter)],
        "known": {
            **person(case),
            "decision": case.decision,
            **({"specimens": _numbers(guide, case, letter)} if letter == "slides" else {}),
            **({"scans": _days(guide, case, letter)} if letter == "disc" else {}),
        },
    }


def back_values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the page to take back: what was asked, and what is on loan."""
    lent = {record.key for record in guide.records if record.loan}
    lines = checklist(guide, case).lines
    return {
        "records": [],
        "questions": case.questions,
        "opinions": [each for each in case.opinions if each.outcome],
        "loans": [line.record for line in lines if line.record in lent and line.standing in LENT],
        "known": {**person(case), "decision": case.decision},
    }


def person(case: Case) -> dict[str, str]:
    """The name and the date of birth (ISO 8601) that all readable papers agree on."""
    facts = [document.facts for document in case.documents if document.state == "readable"]
    return {
        "name": _agreed(each.patient for each in facts),
        "born": _agreed(each.born for each in facts if is_day(each.born)),
    }


def _agreed(found: Iterable[str]) -> str:
    spelled = {" ".join(each.split()).casefold(): " ".join(each.split()) for each in found if each.strip()}
    (one,) = spelled.values() if len(spelled) == 1 else ("",)
    return one if len(one) <= MAX_NAME else ""


def _is_wanted(guide: Guide, line: Line, letter: str) -> bool:
    record = guide.record(line.record)
    return record is not None and record.letter == letter and line.standing in WANTED


def _behind(guide: Guide, case: Case, letter: str) -> list[Document]:
    """The readable papers that this letter's records hang on: the reports of the slides, or of the scans."""
    parents = {record.follows for record in guide.records if record.letter == letter and record.follows}
    return [document for document in case.documents if document.state == "readable" and parents & {*document.records}]


def _numbers(guide: Guide, case: Case, letter: str) -> list[str]:
    numbers = [number for document in _behind(guide, case, letter) for number in document.facts.identifiers]
    return [number for number in dict.fromkeys(numbers) if len(number) <= MAX_NUMBER][:MAX_NUMBERS]


def _days(guide: Guide, case: Case, letter: str) -> list[str]:
    days = {day_of(case, document) for document in _behind(guide, case, letter)} - {""}
    return sorted(filter(is_day, days), reverse=True)[:MAX_NUMBERS]


def is_day(text: str) -> bool:
    """Whether a text is a day in ISO 8601, and not a month or a year alone."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
