"""Photos of one report: those that came together, or one by one within a minute, in the order of their pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import PICTURES, Document, readable
from dialogs.case.report import Report, report_of
from dialogs.content.guide import Guide
from dialogs.receiving.piles import burst_of, parts_of
from dialogs.receiving.sent import SentFile
from dialogs.understanding.suggestions import UNCLEAR

ONE_BREATH = timedelta(minutes=1)
"""Files that come one within this time of another are sent in one breath."""


def newest_before(case: Case, file: SentFile, record: str, errand: int = 0) -> Document | None:
    """The file that was sent in one breath with this one, for the same record and by the same person."""
    newest = max(case.documents, key=lambda each: each.number, default=None)
    if newest is None or not timedelta() <= file.at - case.last_file <= ONE_BREATH:
        return None
    return newest if (newest.record, newest.errand) == (record, errand) and not newest.placed else None


def joined(guide: Guide, case: Case, document: Document) -> Case:
    """The case in which the photos that came in one breath with this one are reports, as their print says.

    One report, if nothing printed says no.
    """
    photos = tuple(each for each in case.documents if _is_open(each) and burst_of(each) == burst_of(document))
    with_it = (document.record, document.container)  # what lay in a ZIP is no page of what was photographed
    photos = tuple(each for each in photos if (each.record, each.container) == with_it)
    if not _is_open(document) or len(photos) < 2:
        return case
    for part in parts_of(guide, case, photos):
        case = as_one(case, part) if len(part) > 1 else case.with_document(replace(part[0], part_of=0))
    return case


def as_one(case: Case, photos: Iterable[Document]) -> Case:
    """The case in which these photos are one report: they stand where the first of them stood, page after page."""
    ordered = in_page_order(photos)
    first, numbers = ordered[0].number, {each.number for each in ordered}
    bound = tuple(replace(each, part_of=first) for each in ordered)
    begin = next(place for place, each in enumerate(case.documents) if each.number in numbers)
    after = (each for each in case.documents[begin:] if each.number not in numbers)
    return replace(case, documents=(*case.documents[:begin], *bound, *after))


def in_page_order(photos: Iterable[Document]) -> Report:
    """By the pages that they say they are ("Page 2 of 6"); of what says nothing, as it was sent.

    If all places but some are taken, those without a number have the places that are left; else each stays behind the
    photo that was sent before it.
    """
    sent = sorted(photos, key=lambda each: (each.message, each.number))
    read = {each.facts.page for each in sent if each.facts.page}
    counts = {each.facts.of for each in sent if each.facts.page}
    if not read or len(counts) > 1:
        return tuple(sent)
    silent = [each for each in sent if not each.facts.page]
    if counts == {len(sent)} and len(read) + len(silent) == len(sent):
        places = {each.facts.page: each for each in sent if each.facts.page}
        left = iter(silent)
        return tuple(places.get(page) or next(left) for page in range(1, len(sent) + 1))
    page, pages = 0, {}
    for each in sent:
        page = pages[each.number] = each.facts.page or page
    return tuple(sorted(sent, key=lambda each: pages[each.number]))


def parted(case: Case, first: int, last: int) -> tuple[Case, Document | None]:
    """The case in which the photos of reports with these numbers are files of their own, and one of them."""
    named = [each for each in case.documents if first <= each.number <= last and _is_open(each)]
    bound = [each for each in named if len(report_of(each, case.documents)) > 1]
    for each in bound:
        for page in report_of(each, case.documents):
            case = case.with_document(apart(page))
    return case, case.document(bound[0].number) if bound else None


def told_together(case: Case, files: Iterable[Document]) -> Report:
    """The photos of which a receipt for these files tells that they are reports, page after page; empty if none is.

    A report whose last photo stands below another receipt is told there. Single photos that were sent with those of a
    report are told with them.
    """
    shown = [each for each in readable(files) if each.kind in PICTURES]
    numbers = {each.number for each in shown}
    found = {each.number: report_of(each, case.documents) for each in shown}
    here = {number: each for number, each in found.items() if max(page.number for page in each) in numbers}
    bursts = {burst_of(page) for each in here.values() if len(each) > 1 for page in each}
    pages = (page for each in here.values() if burst_of(each[0]) in bursts for page in each)
    return tuple({page.number: page for page in pages}.values())


def apart(document: Document) -> Document:
    return replace(document, part_of=document.number, apart=True)


def unclear(report: Report) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """What is hard to read in a report of several photos: the remark, and which of them it is, counted from 1."""
    found = {
        remark: tuple(place for place, each in enumerate(report, start=1) if _remark(each) == remark)
        for remark in UNCLEAR
    }
    return tuple((remark, places) for remark, places in found.items() if places)


def first_unclear(report: Report) -> Document | None:
    return next((each for each in report if _remark(each)), None)


def _remark(document: Document) -> str:
    return next((remark for remark in UNCLEAR if remark in document.remarks), "")


def _is_open(document: Document) -> bool:
    """A photo that was looked at, and whose place nobody has agreed to yet or changed."""
    return document.kind in PICTURES and document.state == "readable" and not document.placed and not document.apart
