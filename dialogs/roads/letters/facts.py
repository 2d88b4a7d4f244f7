"""What a letter can take from a case: nothing is asked for it, and what is not known, or not surely, stays empty."""

from __future__ import annotations

from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.report import Report, reports
from dialogs.checklist.checklist import NOT_WANTED, Line, checklist
from dialogs.checklist.loans import still_on_loan
from dialogs.checklist.wishes import bound_for, wanted
from dialogs.content.guide import Guide
from dialogs.content.profile import ANOTHER
from dialogs.days import zones
from dialogs.understanding.days import day_of, is_day
from dialogs.understanding.paper_size import paper_size
from dialogs.understanding.patient import shown
from dialogs.understanding.places import is_one_place
from dialogs.understanding.questions import beside_the_decision
from dialogs.understanding.record_numbers import number_at

MAX_NUMBER, MAX_STUDY = 40, 60
"""Characters: what fits a line. More of it would be a mistake of reading."""
MAX_NUMBERS, MAX_STUDIES = 4, 6
SENT_ON = ("slides", "disc")
"""The letters that ask for something to go to another hospital."""
WANTED = frozenset({"missing", "cannot_get", "finding", "remind", "sent"})
"""What a patient said is not there. What they have not been asked about yet is not asked for in their name."""


def letter_values(guide: Guide, case: Case, letter: str) -> dict[str, Any]:
    """The values that `dialogs.words.letter_writing` fills a letter with."""
    records = [line.record for line in checklist(guide, case).lines if _is_wanted(guide, case, line, letter)]
    return {
        "letter": letter,
        "country": case.country,
        "paper": paper_size(case),
        "day": zones.today(case).isoformat(),
        "addressed": case.addressed.get(letter, ""),
        "whom": _whom(case) if letter == "doctor" else [],
        "records": records,
        "by_right": _by_right(guide, records),
        "studies": _studies(guide, case, letter) if letter == "disc" else [],
        "goes_to": _goes_to(guide, case, letter),
        "known": {
            **_known_there(case, case.addressed.get(letter, "")),
            "needed_by": case.date if is_day(case.date) else "",
            "decision": case.decision,
            **({"specimens": _numbers(guide, case, letter)} if letter == "slides" else {}),
        },
    }


def back_values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the page to take back: what was asked, and what is on loan."""
    return {
        "country": case.country,
        "paper": paper_size(case),
        "records": [],
        "questions": beside_the_decision(case),
        "opinions": [each for each in case.opinions if each.outcome],
        "loans": list(still_on_loan(guide, case)),
        "known": {**person(case), "decision": case.decision},
    }


def person(case: Case) -> dict[str, str]:
    """The lines about the patient by the blanks of a letter; the date of birth as ISO 8601."""
    about = shown(case)
    mail = "@" in about.contact
    return {
        "name": about.name,
        "former": about.former,
        "born": about.born if is_day(about.born) else "",
        "number": about.number,
        "doctor": about.doctor,
        "discloser": about.hospital,
        "phone": "" if mail else about.contact,
        "email": about.contact if mail else "",
    }


def _known_there(case: Case, whom: str) -> dict[str, str]:
    """The lines about the patient, of several numbers the one by which this hospital knows them."""
    lines = person(case)
    return {**lines, "number": number_at(lines["number"], whom)}


def _whom(case: Case) -> list[str]:
    """The doctor who treats them, and where, as far as that is known: their own letter needs no other address."""
    about = shown(case)
    return [line for line in (about.doctor, about.hospital) if line] if about.doctor else []


def _is_wanted(guide: Guide, case: Case, line: Line, letter: str) -> bool:
    """It is missing and this letter asks for it, or it was asked of just whom this letter goes to."""
    record = guide.record(line.record)
    if record is None or record.letter != letter:
        return False
    whom = case.addressed.get(letter, "").strip()
    asked = (each.whom for each in case.waiting_for(line.record) if each.whom.strip())
    missing = line.standing in WANTED and line.group != NOT_WANTED
    return missing or (bool(whom) and any(is_one_place(whom, each) for each in asked))


def _goes_to(guide: Guide, case: Case, letter: str) -> dict[str, str]:
    """The one place that slides or scans go to: in the patient's words, or one that is known to take them."""
    bound = bound_for(guide, case)
    if letter not in SENT_ON or len(bound) != 1:
        return {}
    sent = [record.key for record in guide.records if record.letter == letter]
    wishes = {wanted(guide, case, record, bound).wish for record in sent}
    if wishes <= {"no"}:
        return {}
    if case.destination:
        return {"own": case.destination}
    return {"key": bound[0]} if wishes & {"yes", "if_asked"} and bound[0] != ANOTHER else {}


def _by_right(guide: Guide, records: list[str]) -> bool:
    """Whether a rule of access may be quoted: never for what somebody would have to write first.

    The hospital has written some of it; or nothing is listed, and the patient writes by hand what they ask for.
    """
    asked = [record for key in records if (record := guide.record(key)) and record.letter == "records"]
    return not asked or any(record.right_of_access for record in asked)


def _behind(guide: Guide, case: Case, letter: str) -> list[Document]:
    """The readable papers that this letter's records hang on: the reports of the slides, or of the scans."""
    parents = {record.follows for record in guide.records if record.letter == letter and record.follows}
    return [document for document in case.documents if document.state == "readable" and parents & {*document.records}]


def _numbers(guide: Guide, case: Case, letter: str) -> list[str]:
    """What a laboratory finds its tissue by: the number of an order or of a test is none."""
    numbers = [number for document in _behind(guide, case, letter) for number in document.facts.specimens]
    return [number for number in dict.fromkeys(numbers) if len(number) <= MAX_NUMBER][:MAX_NUMBERS]


def _studies(guide: Guide, case: Case, letter: str) -> list[dict[str, str]]:
    """One line a scan, the newest first: what was examined and how, and the day (ISO 8601), as far as it was read."""
    found = [_study(case, report) for report in reports(_behind(guide, case, letter))]
    known = [dict(each) for each in dict.fromkeys(tuple(study.items()) for study in found if any(study.values()))]
    return sorted(known, key=lambda study: study["day"], reverse=True)[:MAX_STUDIES]


def _study(case: Case, report: Report) -> dict[str, str]:
    days = (day for document in report if is_day(day := day_of(case, document)))
    names = (name for document in report if (name := document.facts.study) and len(name) <= MAX_STUDY)
    return {"study": next(names, ""), "day": next(days, "")}
