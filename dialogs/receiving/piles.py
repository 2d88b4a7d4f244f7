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
    """The record a file seems to be of: images of scans by what they are, all others by their print; "" if unknown."""
    if document.placed:
        return document.record
    if document.facts.studies and can_be_sent(guide, guide.scan_images):
        return guide.scan_images
    return document.facts.record if can_be_sent(guide, document.facts.record) else document.record


def held_beside(guide: Guide, document: Document) -> tuple[str, ...]:
    """Further records that a file seems to hold beside the one it seems to be of."""
    if document.placed:
        return document.also
    known = document.facts.record and proposed(guide, document) == document.facts.record
    return tuple(key for key in document.facts.also if can_be_sent(guide, key)) if known else ()


def waiting(guide: Guide, case: Case) -> tuple[Document, ...]:
    """The files whose place the patient has not agreed to: they lie nowhere yet, or look as if they lay wrong."""
    kept = (each for each in case.documents if each.state == "readable" and not each.placed)
    return tuple(
        each
        for each in kept
        if not each.record or proposed(guide, each) != each.record or held_beside(guide, each) != each.also
    )


def lots(guide: Guide, case: Case, documents: Iterable[Document]) -> tuple[Lot, ...]:
    """The lines of a card."""
    found = strangers(case)
    apart = sorted(documents, key=lambda each: (_album(each), each.number))
    made = [
        lot for _, together in groupby(apart, key=_album) for lot in _of_an_album(guide, case, tuple(together), found)
    ]
    return tuple(sorted(made, key=lambda lot: lot.first.number))


def likeliest(guide: Guide, case: Case, document: Document) -> tuple[str, ...]:
    """What a file may be, the likeliest first: what its print hints at, what is still open, and then all the rest."""
    images = () if document.kind.startswith("dicom") else (guide.scan_images,)
    hinted = [key for key in document.facts.likely if can_be_sent(guide, key)]
    still_open = [record.key for record in open_records(guide, case) if can_be_sent(guide, record.key)]
    every = [record.key for record in guide.records if can_be_sent(guide, record.key)]
    in_order = dict.fromkeys((*hinted, *still_open, *every))
    return tuple(sorted(in_order, key=lambda key: key in images))


def _album(document: Document) -> str:
    """Pictures of one album may be one report; any other file is alone."""
    together = document.album and document.kind in PICTURES and document.part_of != document.number
    return document.album if together else f"{document.number}"


def _of_an_album(guide: Guide, case: Case, together: tuple[Document, ...], found: dict[int, str]) -> list[Lot]:
    days = {each.number: day_of(case, each) for each in together}
    if len(together) > 1 and _may_be_one(guide, together, {*days.values()} - {""}):
        keys = {proposed(guide, each) for each in together} - {""}
        also = tuple(dict.fromkeys(key for each in together for key in held_beside(guide, each)))
        return [Lot(together, next(iter(keys), ""), next(iter({*days.values()} - {""}), ""), also=also)]
    return [
        Lot((each,), proposed(guide, each), days[each.number], found.get(each.number, ""), held_beside(guide, each))
        for each in together
    ]


def _may_be_one(guide: Guide, together: tuple[Document, ...], days: set[str]) -> bool:
    """Nothing that was read on one of them says that it is of another report than the others."""
    keys = {proposed(guide, each) for each in together} - {""}
    names = [each.facts.patient for each in together if each.facts.patient]
    numbered = [{*each.facts.identifiers} for each in together if each.facts.identifiers]
    one_number = all(numbered[0] & each for each in numbered)
    one_person = all(same_person(names[0], name) is not False for name in names)
    return len(keys) <= 1 and len(days) <= 1 and one_person and one_number
