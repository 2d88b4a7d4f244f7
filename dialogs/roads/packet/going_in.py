"""What goes into the packet: all that its destination may use, but for what the patient leaves out."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document, readable
from dialogs.case.report import Report, reports
from dialogs.checklist.wishes import bound_for, named
from dialogs.content.guide import Guide
from dialogs.content.profile import ANOTHER, Profile
from dialogs.days.zones import today

IN, OUT = "in", "out"
"""What a tap on a document says: where it is to be, so that a tap that is felt twice does nothing more."""
Rule = Callable[[Document], bool]


def made_for(guide: Guide, case: Case) -> tuple[Profile, ...]:
    """The destinations that the packet is made for: the one that was chosen, or all of them."""
    bound = bound_for(guide, case)
    return tuple(guide.destination(key) for key in ((case.packet_for,) if case.packet_for in bound else bound))


def addressed(guide: Guide, case: Case) -> tuple[tuple[str, ...], str]:
    """Where the packet goes, as its first page says it: destinations by their keys, and the patient's own words."""
    if case.packet_for not in bound_for(guide, case):
        return named(guide, case), case.destination
    return ((), case.destination) if case.packet_for == ANOTHER else ((case.packet_for,), "")


def for_one(guide: Guide, case: Case) -> Case:
    """The case as it is for the destination that was chosen: what only another one wants is missing nowhere."""
    if case.packet_for not in bound_for(guide, case):
        return case
    return replace(case, destinations=(case.packet_for,), destination=addressed(guide, case)[1])


def goes_in(guide: Guide, case: Case) -> Rule:
    """Whether a document goes in: as the patient said, else unless no destination wants any record that it holds."""
    profiles, day = made_for(guide, case), today(case)

    def rule(document: Document) -> bool:
        if document.number in case.kept_out or document.number in case.let_in:
            return document.number in case.let_in
        return (
            not profiles
            or not document.records
            or any(each.wanted(record, day) != "no" for each in profiles for record in document.records)
        )

    return rule


def country_of(guide: Guide, case: Case) -> str:
    """The country in which the packet is read; empty where that is not known, or it is read in several."""
    countries = {each.country for each in made_for(guide, case) if each.key != ANOTHER}
    return countries.pop() if len(countries) == 1 else ""


def chosen(guide: Guide, case: Case) -> list[Document]:
    """The readable documents that go in."""
    return list(filter(goes_in(guide, case), readable(case.documents)))


def kept_out(guide: Guide, case: Case) -> tuple[Report, ...]:
    """The reports that do not go in, in the order of the case."""
    rule = goes_in(guide, case)
    return tuple(each for each in reports(readable(case.documents)) if not rule(each[0]))


def not_asked_for(case: Case, report: Report) -> bool:
    """Of a report that stays out: it does because of where the packet goes, not because the patient said so."""
    return not any(each.number in case.kept_out for each in report)


def told(case: Case, argument: str) -> Case | None:
    """The case after a tap such as "12-out"; None where that means nothing."""
    number, _, where = argument.partition("-")
    return put(case, int(number), where == IN) if number.isdecimal() and where in (IN, OUT) else None


def put(case: Case, number: int, inside: bool) -> Case | None:
    """The case once a report, known by one of its documents, goes in or stays out; None if there is no such one."""
    report = next((each for each in reports(readable(case.documents)) if number in {one.number for one in each}), ())
    if not report:
        return None
    numbers = {each.number for each in report}
    said = tuple(sorted(numbers))
    out = tuple(each for each in case.kept_out if each not in numbers)
    into = tuple(each for each in case.let_in if each not in numbers)
    return replace(case, kept_out=out if inside else (*out, *said), let_in=(*into, *said) if inside else into)
