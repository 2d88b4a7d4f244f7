"""What the packet will hold: which files in which order, which dates, what is missing, and what it asks the doctor."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document, opened, readable
from dialogs.case.patient import Patient
from dialogs.case.report import Report
from dialogs.checklist.checklist import MISSING, ON_ITS_WAY, READY, Line, checklist
from dialogs.content.guide import Guide
from dialogs.roads.packet.going_in import addressed, chosen, country_of, for_one
from dialogs.roads.packet.reports import day_among, reports
from dialogs.understanding.days import day_of, read_day
from dialogs.understanding.paper_size import PaperSize, paper_size
from dialogs.understanding.patient import about_patient, name_for_readers
from dialogs.understanding.questions import beside_the_decision, is_the_decision_alone

PART_MEGABYTES = (50, 20, 10)
"""How large a part may be: what Telegram takes, and what many mailboxes take."""


@dataclass(frozen=True, slots=True)
class Section:
    """The reports of one record, in order; the record is empty for files that belong nowhere yet."""

    record: str
    reports: tuple[Report, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(document for report in self.reports for document in report)


@dataclass(frozen=True, slots=True)
class Own:
    """What the patient wrote of one record themselves, and the day they did (ISO 8601)."""

    record: str
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class PacketPlan:
    """All that a packet holds, before any of it is built."""

    patient: Patient
    """Who the records are of: the lines that stand on the first page and in the stamps."""
    confirmed: Patient
    """Those of them that the patient agreed to."""
    country: str
    """Where it is read, as far as that is known; else where the patient's hospital is."""
    treated_in: str
    """Where the patient's hospital is, whose number for them stands on the first page."""
    paper: PaperSize
    megabytes: int
    destinations: tuple[str, ...]
    """Where it goes, by keys, and in the patient's own words."""
    destination: str
    date: str
    decision: str
    questions: tuple[Question, ...]
    decision_alone: bool
    """Nothing is asked but the decision itself: it stands there once."""
    own_words: tuple[Own, ...]
    sections: tuple[Section, ...]
    timeline: tuple[Report, ...]
    days: Mapping[int, str]
    """The day of each file that has one (ISO 8601), by its number."""
    read: frozenset[int]
    """The numbers of the files whose day was read on them, and not confirmed."""
    missing: tuple[Line, ...]
    elsewhere: tuple[Line, ...]
    """What is at hand, on paper or with a hospital, and is not in the packet."""
    refused: tuple[Document, ...]
    """Files that were sent and could not be kept."""
    containers: tuple[Document, ...] = ()
    """Files that only held others: among the originals they stand for what came in them."""

    @property
    def name(self) -> str:
        return self.patient.name

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files to pack, in the packet's order."""
        return tuple(document for section in self.sections for document in section.documents)

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(report for section in self.sections for report in section.reports)

    def day(self, report: Report) -> str:
        """The day of a report (ISO 8601), or empty."""
        return day_among(report, self.days)

    def is_read(self, report: Report) -> bool:
        """Its day was read on it, and its patient did not say that it is right."""
        return next((each.number in self.read for each in report if each.number in self.days), False)

    @property
    def holds_anything(self) -> bool:
        return bool(self.sections or self.own_words)

    @property
    def pages(self) -> int:
        return sum(document.pages for document in self.documents)


def plan(guide: Guide, case: Case) -> PacketPlan:
    """Plan a packet: the guide's order, then the days of the files, then as they came."""
    country = country_of(guide, case)
    kept, (places, in_words) = chosen(guide, case), addressed(guide, case)
    days = {each.number: day for each in kept if (day := day_of(case, each))}
    known = [record.key for record in guide.records]
    sections = [Section(key, reports((each for each in kept if each.record == key), days)) for key in known]
    sections.append(Section("", reports((each for each in kept if each.record not in known), days)))
    with_day = [report for section in sections for report in section.reports if day_among(report, days)]
    own_words = tuple(Own(key, own.text, own.day) for key in known if (own := case.own_words.get(key)))
    here = checklist(guide, for_one(guide, case))
    return PacketPlan(
        patient=replace(about_patient(case), name=name_for_readers(case)),
        confirmed=about_patient(case),
        country=country or case.country,
        treated_in=case.country,
        paper=paper_size(case, country),
        megabytes=case.part_megabytes,
        destinations=places,
        destination=in_words,
        date=case.date,
        decision=case.decision,
        questions=beside_the_decision(case),
        decision_alone=is_the_decision_alone(case),
        own_words=own_words,
        sections=tuple(section for section in sections if section.reports),
        timeline=tuple(sorted(with_day, key=lambda report: day_among(report, days))),
        days=days,
        read=frozenset(each.number for each in kept if read_day(case, each)),
        missing=(*here.group(MISSING), *(line for line in here.group(ON_ITS_WAY) if not line.files)),
        elsewhere=tuple(line for line in here.group(READY) if not line.files and line.standing != "said"),
        refused=_refused(case),
        containers=_containers(case, {each.number for each in kept}),
    )


def _containers(case: Case, kept: Set[int]) -> tuple[Document, ...]:
    """Those of which all that can be read is in the packet: what was left out is not given away in one of them."""
    holding = {each.container for each in readable(case.documents)}
    leaking = {each.container for each in readable(case.documents) if each.number not in kept}
    return tuple(each for each in opened(case.documents) if each.number in holding - leaking)


def _refused(case: Case) -> tuple[Document, ...]:
    """Files that could not be kept, but for those that came again under the same name and were."""
    kept = {(each.record, each.name) for each in case.documents if each.state == "readable"}
    sent = (each for each in case.documents if each.state not in ("readable", "opened", "arriving"))
    return tuple(each for each in sent if (each.record, each.name) not in kept)
