"""Files that came together: what each seems to be by what is printed on it, and which pictures are one report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dialogs.case.case import Case
from dialogs.case.document import PICTURES, Document
from dialogs.content.guide import Guide
from dialogs.journey.guards import open_records
from dialogs.understanding.days import day_of
from dialogs.understanding.names import same_person
from dialogs.understanding.suggestions import strangers


@dataclass(frozen=True, slots=True)
class Lot:
    """One line of a pile's card: a file, or the pictures of one report; empty where nothing is known."""

    documents: tuple[Document, ...]
    record: str
    day: str
    """The day it is of, as far as it was read (ISO 8601)."""
    name: str = ""
    """The name printed on it, if it is surely somebody else's."""
    also: tuple[str, ...] = ()
    """The keys of further records in it: it will count for each."""

    @property
    def first(self) -> Document:
        return self.documents[0]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(each.number for each in self.documents)

    @property
    def told(self) -> bool:
        """It is known where it belongs, and nothing says that it is somebody else's."""
        return bool(self.record) and not self.name

    @property
    def pages(self) -> int:
        return sum(each.pages for each in self.documents)


def can_be_sent(guide: Guide, key: str) -> bool:
    record = guide.record(key)
    return record is not None and "send" in record.answers


def proposed(guide: Guide, document: Document) -> str:
    """The record a file seems to be of; where nothing says so, the one it lies at, or ""."""
    return document.record if document.placed else seems(guide, document) or document.record


def seems(guide: Guide, document: Document) -> str:
    """The record a file looks like: images of scans by what they are, all others by their print; "" if unknown."""
    if document.facts.studies and can_be_sent(guide, guide.scan_images):
        return guide.scan_images
    return document.facts.record if can_be_sent(guide, document.facts.record) else ""


def held_beside(guide: Guide, document: Document) -> tuple[str, ...]:
    """Further records that a file seems to hold beside the one it seems to be of."""
    if document.placed:
        return document.also
    known = document.facts.record and proposed(guide, document) == document.facts.record
    return tuple(key for key in document.facts.also if can_be_sent(guide, key)) if known else ()


def waiting(guide: Guide, case: Case) -> tuple[Document, ...]:
    """The files whose place the patient has not agreed to: they lie nowhere yet, or look as if they lay wrong.

    A photo brings along the others of its report.
    """
    kept = tuple(each for each in case.documents if each.state == "readable" and not each.placed)
    asked = {
        each.number
        for each in kept
        if not each.record or proposed(guide, each) != each.record or held_beside(guide, each) != each.also
    }
    reports = {each.part_of for each in kept if each.part_of and each.number in asked}
    return tuple(each for each in kept if each.number in asked or each.part_of in reports)


def lots(guide: Guide, case: Case, documents: Iterable[Document]) -> tuple[Lot, ...]:
    """The lines of a card."""
    found = strangers(case)
    apart = sorted(documents, key=_album)  # the photos of one report stay in its order
    made = [
        lot for _, together in groupby(apart, key=_album) for lot in _of_an_album(guide, case, tuple(together), found)
    ]
    return tuple(sorted(made, key=lambda lot: min(each.number for each in lot.documents)))


def likeliest(guide: Guide, case: Case, document: Document) -> tuple[str, ...]:
    """What a file may be, the likeliest first: what its print hints at, what is still open, and then all the rest."""
    images = () if document.kind.startswith("dicom") else (guide.scan_images,)
    hinted = [key for key in document.facts.likely if can_be_sent(guide, key)]
    still_open = [record.key for record in open_records(guide, case) if can_be_sent(guide, record.key)]
    every = [record.key for record in guide.records if can_be_sent(guide, record.key)]
    in_order = dict.fromkeys((*hinted, *still_open, *every))
    return tuple(sorted(in_order, key=lambda key: key in images))


def burst_of(document: Document) -> str:
    """What the files that came in one breath have in common."""
    return document.burst or document.album or document.batch


def _album(document: Document) -> str:
    """Pictures that came together may be one report; any other file is alone."""
    # Before there were bursts, a photo that was taken out of its album carried its own number there.
    alone = document.apart or (not document.burst and document.part_of == document.number)
    together = document.kind in PICTURES and (document.burst or document.album) and not alone
    return f"{document.record}/{burst_of(document)}/{document.container}" if together else f"{document.number}"


def _of_an_album(guide: Guide, case: Case, together: tuple[Document, ...], found: dict[int, str]) -> list[Lot]:
    parts = parts_of(guide, case, together) if len(together) > 1 else (together,)
    return [_lot(guide, case, part, found) for part in parts]


def _lot(guide: Guide, case: Case, part: tuple[Document, ...], found: dict[int, str]) -> Lot:
    day = next((day for each in part if (day := day_of(case, each))), "")
    if len(part) == 1:
        (each,) = part
        return Lot(part, proposed(guide, each), day, found.get(each.number, ""), held_beside(guide, each))
    seem = [key for each in part if (key := seems(guide, each))]
    record = seem[0] if seem else part[0].record
    also = dict.fromkeys((*seem, *(key for each in part for key in held_beside(guide, each))))
    return Lot(part, record, day, also=tuple(key for key in also if key != record))


def parts_of(guide: Guide, case: Case, photos: Iterable[Document]) -> tuple[tuple[Document, ...], ...]:
    """Photos that were sent together as the reports that they are pages of, in the order in which those begin.

    A page that says nothing else is of the report that was photographed before it; one whose print says of which report
    it is belongs there, wherever it was sent.
    """
    in_order = tuple(photos)
    parts: list[tuple[Document, ...]] = []
    for each in sorted(in_order, key=lambda each: (each.message, each.number)):
        nearest_first = (*(part for part in parts if _says_so(guide, case, part, each)), *parts[-1:])
        part = next((part for part in nearest_first if may_be_one(guide, case, (*part, each))), None)
        if part is None:
            parts.append((each,))
        else:
            parts[parts.index(part)] = (*part, each)
    place = {each.number: at for at, each in enumerate(in_order)}
    return tuple(tuple(sorted(part, key=lambda each: place[each.number])) for part in parts)


def _says_so(guide: Guide, case: Case, part: tuple[Document, ...], document: Document) -> bool:
    """Whether what is printed on a photo is printed on one of these, too: a number, or the kind with the day."""
    told = _told(guide, case, document)
    return any(_share_a_number(each, document) or (told and told == _told(guide, case, each)) for each in part)


def _told(guide: Guide, case: Case, document: Document) -> tuple[str, ...]:
    told = (seems(guide, document), day_of(case, document))
    return told if all(told) else ()


def _share_a_number(one: Document, other: Document) -> bool:
    return bool({*one.facts.identifiers} & {*other.facts.identifiers})


def may_be_one(guide: Guide, case: Case, together: tuple[Document, ...]) -> bool:
    """Nothing that was read on one of them says that it is of another report than the others.

    Pages of two kinds that carry one number are one report, which holds both: biomarkers behind a pathology report.
    """
    keys = {seems(guide, each) for each in together} - {""}
    days = {day_of(case, each) for each in together} - {""}
    counts = {each.facts.of for each in together} - {0}
    names = [each.facts.patient for each in together if each.facts.patient]
    numbered = [{*each.facts.identifiers} for each in together if each.facts.identifiers]
    one_number = all(numbered[0] & each for each in numbered)
    one_person = all(same_person(names[0], name) is not False for name in names)
    one_kind = len(keys) <= 1 or all(each.facts.identifiers for each in together if seems(guide, each))
    return max(len(days), len(counts)) <= 1 and one_kind and one_person and one_number
