"""What is shown of the packet before it is built: what it will hold, how large its parts may be, and its name."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.case.languages import the_other
from dialogs.case.report import Report, reports
from dialogs.checklist.wishes import bound_for, label_of
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard
from dialogs.journey.road import CHOICES, Layout
from dialogs.journey.tongues import written_in
from dialogs.roads.packet.going_in import IN, OUT, addressed, goes_in, kept_out, not_asked_for
from dialogs.roads.packet.path import CHOOSING, FOR, NAMING, PACKET, SETTINGS, SIZES
from dialogs.roads.packet.plan import PART_MEGABYTES, plan
from dialogs.roads.packet.whose import MAX_NAME
from dialogs.understanding.patient import name_for_readers

REPORTS = 3
"""Files on one page of the choice: with the way on and back there are five buttons."""
MOST_PLACES = 3
"""Destinations to choose from: with all of them, and back, there are five buttons."""
MOST_NAMED = 6
"""Files left out that are named."""
LAYOUT: Layout = {
    PACKET: (("build",), ("for_one",), ("choosing",), ("details",), ("back",)),
    FOR: (CHOICES, ("for_all",), ("back",)),
    CHOOSING: (CHOICES, ("back",)),
    SETTINGS: (("naming",), ("where",), ("sizes",), CHOICES, ("back",)),
    NAMING: (("no_name",), ("back",)),
    SIZES: (CHOICES, ("back",)),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == NAMING:
        return {"name": name_for_readers(case), "at_most": MAX_NAME}
    if case.step == SIZES:
        return {"megabytes": case.part_megabytes}
    if case.step == SETTINGS:
        places, own = addressed(guide, case)
        where = {"destinations": places, "destination": own}
        return {"name": name_for_readers(case), **where, "megabytes": case.part_megabytes}
    if case.step == FOR:
        return {"destinations": bound_for(guide, case)}
    if case.step == CHOOSING:
        files = reports(readable(case.documents))
        out = kept_out(guide, case)
        return {
            "files": len(files),
            "inside": len(files) - len(out),
            "not_asked": sum(not_asked_for(case, each) for each in out),
            "left_out": tuple(each[0] for each in out[:MOST_NAMED]),
            "more": max(0, len(out) - MOST_NAMED),
        }
    planned = plan(guide, case)
    return {
        "files": len(planned.documents),
        "pages": planned.pages,
        "missing": tuple(line.record for line in planned.missing),
        "refused": tuple(document.name for document in planned.refused),
        "own_words": len(planned.own_words),
        "left_out": len(kept_out(guide, case)),
        "name": planned.name,
        "destinations": planned.destinations,
        "destination": planned.destination,
    }


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """What goes in or stays out, a page at a time; the other sizes of a part; the other language it may be in."""
    if case.step == CHOOSING:
        return _page(guide, case)
    if case.step == FOR:
        bound = bound_for(guide, case)[:MOST_PLACES]
        return tuple((Button(f"{FOR}/for/{key}", label_of(case, key)),) for key in bound)
    if case.step == SETTINGS and (language := the_other(case)):
        return ((written_in(language),),)
    if case.step != SIZES:
        return ()
    others = [size for size in PART_MEGABYTES if size != case.part_megabytes]
    return tuple((Button(f"{SIZES}/size/{size}", f"button.size_{size}"),) for size in others)


def _page(guide: Guide, case: Case) -> Keyboard:
    """Some files, each with the mark of whether it goes in: a tap changes that, and two taps on one card only once."""
    inside, found = goes_in(guide, case), reports(readable(case.documents))
    begin = case.files_from if case.files_from < len(found) else 0
    rows = [(_toggle(each, inside(each[0])),) for each in found[begin : begin + REPORTS]]
    if len(found) > REPORTS:
        on = begin + REPORTS if begin + REPORTS < len(found) else 0
        rows.append((Button(f"{CHOOSING}/page/{on}", "button.more_files"),))
    return tuple(rows)


def _toggle(report: Report, inside: bool) -> Button:
    first = report[0]
    pages = sum(each.pages for each in report)
    label = f"file.{first.number}.{pages}.{first.title or first.name}"
    data = f"{CHOOSING}/toggle/{first.number}-{OUT if inside else IN}"
    return Button(data, label, mark="received" if inside else "not_applicable")
