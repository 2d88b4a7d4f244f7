"""What a patient can change about a file: every change but one can be undone with a tap."""

from __future__ import annotations

from itertools import groupby

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document, Former
from dialogs.content.guide import Guide

MAX_TITLE = 60
"""Characters of a title: what a line of the packet's contents holds."""


def in_order(guide: Guide, case: Case) -> tuple[Document, ...]:
    """All files in the order of the packet: the guide's records, what belongs nowhere yet, what only held others.

    Last are those that we do not have.
    """
    place = {record.key: number for number, record in enumerate(guide.records)}

    def its_place(each: Document) -> tuple[bool, bool, int]:
        return not each.is_here, each.state == "opened", place.get(each.record, len(place))

    return tuple(sorted(case.documents, key=its_place))


def by_record(guide: Guide, case: Case) -> tuple[tuple[str, tuple[Document, ...]], ...]:
    """The files of each record that we have any of."""
    papers = (each for each in in_order(guide, case) if each.is_here and each.state != "opened")
    groups = groupby(papers, key=lambda each: each.record)
    return tuple((record, tuple(files)) for record, files in groups)


def changed(case: Case, document: Document) -> Case:
    """The case with the file as it is now; how it was before is kept for an undo."""
    before = case.document(document.number)
    if before is None or before == document:
        return case
    change = case.changes + 1
    former = Former(before.number, before.record, before.title, before.date, before.turned, change, before.also)
    return replace(case.with_document(document), former=former, changes=change)


def moved(case: Case, document: Document, record: str) -> Case:
    """In another kind of record; a patient who said so is not asked again whether it looks like another."""
    case = changed(case, filed(document, record))
    return settled(case, f"looks_like.{document.number}")


def filed(document: Document, record: str) -> Document:
    """Filed under a record; what else was read in it stays only if the patient chose one of the same."""
    others = tuple(key for key in document.records if key and key != record)
    return replace(document, record=record, also=others if record in document.records else ())


def next_turn(document: Document) -> int:
    """Degrees clockwise at which its pages stand when they were turned once more."""
    return (document.turned + 90) % 360


def turned(case: Case, document: Document, degrees: int) -> Case:
    """Turned to where the button says: a second tap on it turns no further."""
    return changed(case, replace(document, turned=degrees))


def undone(case: Case) -> Case | None:
    """The file as it was before the last change; None if there is nothing to undo any more."""
    former = case.former
    document = case.document(former.number) if former else None
    if former is None or document is None:
        return None
    values = {name: getattr(former, name) for name in ("record", "title", "date", "turned", "also")}
    return replace(case.with_document(replace(document, **values)), former=None)


def beside(case: Case, document: Document, step: int) -> Document | None:
    """The file one place earlier (-1) or later (1) among those of its record; None at the end of them."""
    together = tuple(each for each in case.filed_under(document.record) if each.state != "opened")
    place = together.index(document) + step
    return together[place] if 0 <= place < len(together) else None


def swapped(case: Case, document: Document, other: Document) -> Case:
    """With two files in each other's place."""
    trade = {document.number: other, other.number: document}
    return replace(case, documents=tuple(trade.get(each.number, each) for each in case.documents))


def without(case: Case, number: int) -> Case:
    former = case.former if case.former and case.former.number != number else None
    return replace(case, documents=tuple(each for each in case.documents if each.number != number), former=former)


def in_place_of(case: Case, old: Document, new: Document) -> Case:
    """The new file where the old one was, with what the patient said about it; the old one is gone."""
    new = replace(new, record=old.record, also=old.also, title=old.title, replaces=0)
    new = replace(new, part_of=old.part_of, apart=old.apart, burst=old.burst, message=old.message)
    others = without(case, new.number).documents
    case = replace(case, documents=tuple(new if each.number == old.number else each for each in others))
    return case if case.looking_at != old.number else replace(case, looking_at=new.number)


def settled(case: Case, *keys: str) -> Case:
    """What was answered or asked once, so that it is not asked again."""
    return replace(case, settled=tuple(dict.fromkeys((*case.settled, *keys))))
