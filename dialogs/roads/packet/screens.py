"""What is shown of the packet before it is built: what it will hold, how large its parts may be, and its name."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.languages import the_other
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard, written_in
from dialogs.journey.road import CHOICES, Layout
from dialogs.roads.packet.path import NAMING, PACKET, SIZES
from dialogs.roads.packet.plan import PART_MEGABYTES, plan
from dialogs.roads.packet.whose import MAX_NAME, name_on_cover

LAYOUT: Layout = {
    PACKET: (("build",), ("naming",), ("sizes",), ("where",), CHOICES, ("back",)),
    NAMING: (("no_name",), ("back",)),
    SIZES: (CHOICES, ("back",)),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == NAMING:
        return {"name": name_on_cover(case), "at_most": MAX_NAME}
    if case.step == SIZES:
        return {"megabytes": case.part_megabytes}
    planned = plan(guide, case)
    return {
        "files": len(planned.documents),
        "pages": planned.pages,
        "missing": tuple(line.record for line in planned.missing),
        "refused": tuple(document.name for document in planned.refused),
        "own_words": len(planned.own_words),
        "name": planned.name,
        "destination": planned.destination,
    }


def choices(_: Guide, case: Case, __: date | None = None) -> Keyboard:
    """The other sizes that a part may have; and the other language in which it may be written."""
    if case.step == PACKET and (language := the_other(case)):
        return ((written_in(language),),)
    if case.step != SIZES:
        return ()
    others = [size for size in PART_MEGABYTES if size != case.part_megabytes]
    return tuple((Button(f"{SIZES}/size/{size}", f"button.size_{size}"),) for size in others)
