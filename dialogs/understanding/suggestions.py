"""What could be put right about the files: suggestions, the most useful first, and silence where it is unsure.

Nothing here is medical: it is about whose paper it is, which one, how old, and whether all of it is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Target
from dialogs.case.report import reports
from dialogs.content.guide import Guide
from dialogs.understanding.days import day_of
from dialogs.understanding.likeness import same_report
from dialogs.understanding.names import same_person
from dialogs.understanding.references import is_answered

RECENT = timedelta(days=183)
"""Half a year: how old a paper may be before we say that some centers ask for recent ones."""
MOST_NAMES = 20
"""Names that are compared with each other."""
UNCLEAR = ("blurred", "dark", "small")
LATER = ("final", "amended")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion about a file, and what its sentence needs."""

    kind: str
    document: int
    """The number of the file; 0: it is about several."""
    other: int = 0
    """The number of the file it is compared with."""
    record: str = ""
    """The record it is for, or that the file looks like."""
    detail: str = ""
    """Printed on the paper: a line that points to another paper, a name, a day."""
    numbers: tuple[int, ...] = ()
    """Pages that are missing; or how many scans have a report, and how many have images."""
    part: int = 0
    """Which of several of one kind about one file."""

    @property
    def key(self) -> str:
        return f"{self.kind}.{self.document}.{self.part}" if self.part else f"{self.kind}.{self.document}"


def suggestions(guide: Guide, case: Case, today: date) -> tuple[Suggestion, ...]:
    """All that is worth asking and was not answered before."""
    files = [document for document in case.documents if document.state == "readable"]
    found = [each for find in IN_ORDER for each in find(guide, case, files, today)]
    return tuple(each for each in found if each.key not in case.settled)


Files = list[Document]
Found = Iterator[Suggestion]


def strangers(case: Case) -> dict[int, str]:
    """The files that carry a name which is surely not the patient's, and that name.

    Surely: at least two others agree with each other on another one, or the patient gave their own.
    """
    files = [document for document in case.documents if document.state == "readable"]
    names = Counter(each.facts.patient for each in files if each.facts.patient)
    most, found = dict(names.most_common(MOST_NAMES)), dict[int, str]()
    own = case.name or case.patient.name
    for name in most:
        others = [other for other in most if other != name]
        same = sum(most[other] for other in others if same_person(name, other) is True) + most[name]
        unlike = [other for other in others if same_person(name, other) is False]
        crowd = max((_crowd(other, unlike, most) for other in unlike), default=0)
        alone = crowd >= 2 and crowd * 2 > sum(most.values())
        unlike_own = bool(own) and same_person(name, own) is False and same == 1
        if alone or unlike_own:
            born = {each.facts.born for each in files if each.facts.patient != name} - {""}
            found |= {each.number: name for each in files if each.facts.patient == name and each.facts.born not in born}
    return found


def _other_person(_: Guide, case: Case, files: Files, __: date) -> Found:
    """A name that is surely not that of most other papers."""
    found = strangers(case)
    for each in files:
        if each.number in found:
            yield Suggestion("other_person", each.number, record=each.record, detail=found[each.number])


def _crowd(name: str, among: list[str], most: dict[str, int]) -> int:
    """How many papers carry this name, written one way or another."""
    return sum(most[other] for other in among if other == name or same_person(name, other) is True)


def _looks_like(guide: Guide, _: Case, files: Files, __: date) -> Found:
    for each in files:
        record = guide.record(each.facts.record)
        unlike = record and "send" in record.answers and each.record and each.record != record.key
        if record and unlike and not each.placed:
            yield Suggestion("looks_like", each.number, record=record.key)


def _same_file(_: Guide, __: Case, files: Files, ___: date) -> Found:
    first: dict[str, int] = {}
    for each in files:
        if each.digest and each.digest in first:
            yield Suggestion("same_file", each.number, other=first[each.digest], record=each.record)
        elif each.digest:
            first[each.digest] = each.number


def _same_report(_: Guide, __: Case, files: Files, ___: date) -> Found:
    earlier: dict[object, Files] = {}
    for each in files:
        # Only what has a number or a piece of text in common is compared: there may be hundreds of files.
        marks = (*each.facts.identifiers, *((place, mark) for place, mark in enumerate(each.facts.fingerprint) if mark))
        near = {other.number: other for mark in marks for other in earlier.get(mark, ())}
        for other in near.values():
            one = each.part_of and each.part_of == other.part_of  # pages of one report have much in common
            alike = not one and (not each.digest or each.digest != other.digest)
            if alike and same_report(each.facts, other.facts):
                yield Suggestion("same_report", each.number, other=other.number, record=each.record)
                break
        for mark in marks:
            earlier.setdefault(mark, []).append(each)


def _unclear(_: Guide, __: Case, files: Files, ___: date) -> Found:
    """Of photos that are one report, one is told: the receipt has named them all."""
    for report in reports(files):
        found = [
            (place, each, remark)
            for place, each in enumerate(report, start=1)
            if (remark := next((remark for remark in UNCLEAR if remark in each.remarks), ""))
        ]
        if found:
            first, remark = found[0][1:]
            places = tuple(place for place, *_rest in found) if len(report) > 1 else ()
            yield Suggestion("unclear", first.number, record=first.record, detail=remark, numbers=places)


def _placed(guide: Guide, files: Files) -> Files:
    """Files of a known record: who has that one can be told."""
    return [each for each in files if guide.record(each.record)]


def _pages_missing(guide: Guide, _: Case, files: Files, __: date) -> Found:
    for report in reports(_placed(guide, files)):
        # Each photo of a report misses all pages but its own.
        missing = set.intersection(*({*each.facts.pages_missing} for each in report))
        if missing and not any(other not in report for each in report for other in _siblings(each, files)):
            first = report[0]
            yield Suggestion("pages_missing", first.number, record=first.record, numbers=tuple(sorted(missing)))


def _preliminary(guide: Guide, _: Case, files: Files, __: date) -> Found:
    for report in reports(_placed(guide, files)):
        first = next((each for each in report if each.facts.status == "preliminary"), None)
        if first and not any(other.facts.status in LATER for other in (*report, *_siblings(first, files))):
            yield Suggestion("preliminary", first.number, record=first.record)


def _siblings(document: Document, files: Files) -> Files:
    """Other files that carry one of its numbers: more of the same report."""
    numbers = {*document.facts.identifiers}
    return [each for each in files if each is not document and numbers & {*each.facts.identifiers}]


def _pointer(guide: Guide, case: Case, files: Files, __: date) -> Found:
    for each in _placed(guide, files):
        targets = (*each.facts.targets, *(Target() for _ in each.facts.pointers))
        for part, (line, target) in enumerate(zip(each.facts.pointers, targets, strict=False)):
            if is_answered(case, each, target, files):
                continue
            yield Suggestion("pointer", each.number, record=each.record, detail=line, part=part)


def _images(guide: Guide, case: Case, files: Files, __: date) -> Found:
    """Reports of more scans than there are images: said only where every image belongs to a report of its day."""
    record = guide.scan_images
    reports = [day_of(case, each) for each in files if guide.scan_reports in each.records and not each.facts.studies]
    images = [study.date for each in files for study in each.facts.studies]
    if record and images and all(reports) and all(images) and {*images} < {*reports}:
        yield Suggestion("images", 0, record=record, numbers=(len({*reports}), len({*images})))


def _no_date(_: Guide, case: Case, files: Files, __: date) -> Found:
    """Only where the head of a paper could be read: a picture may well show a day that we cannot see."""
    for report in reports(files):
        heads = (each for each in report if each.facts.patient or each.facts.identifiers or each.facts.institution)
        first = next((each for each in heads if each.facts.record), None)
        # Something is printed: that is not the same as none.
        seen = any(each.facts.date or "date" in each.facts.unclear or day_of(case, each) for each in report)
        if first and not seen:
            yield Suggestion("no_date", first.number, record=first.record)


def _older(guide: Guide, case: Case, files: Files, today: date) -> Found:
    for key in guide.recent:
        days = {each.number: day_of(case, each) for each in files if key in each.records}
        if not days or not all(days.values()):
            continue
        newest = max(days, key=lambda number: days[number])
        if date.fromisoformat(days[newest]) < today - RECENT:
            yield Suggestion("older", newest, record=key, detail=days[newest])


IN_ORDER: tuple[Callable[[Guide, Case, Files, date], Found], ...] = (
    *(_other_person, _looks_like, _same_file, _same_report, _unclear, _pages_missing, _preliminary, _pointer),
    *(_images, _no_date, _older),
)
KINDS = tuple(find.__name__.removeprefix("_") for find in IN_ORDER)
