"""What is shown of the packet before it is built: what it will hold, how large its parts may be, and its name."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard
from dialogs.journey.road import CHOICES, Layout
from dialogs.roads.packet.path import NAMING, PACKET
from dialogs.roads.packet.plan import MAX_NAME, PART_MEGABYTES, plan

LAYOUT: Layout = {
    PACKET: (("build",), ("naming",), CHOICES, ("back",)),
    NAMING: (("no_name",), ("back",)),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == NAMING:
        return {"name": case.name, "at_most": MAX_NAME}
    planned = plan(guide, case)
    return {
        "files": len(planned.documents),
        "pages": planned.pages,
        "missing": tuple(line.record for line in planned.missing),
        "refused": tuple(document.name for document in planned.refused),
        "name": case.name,
        "megabytes": case.part_megabytes,
    }


def choices(_: Guide, case: Case, __: date | None = None) -> Keyboard:
    """The other sizes that a part may have."""
    if case.step != PACKET:
        return ()
    others = [size for size in PART_MEGABYTES if size != case.part_megabytes]
    return tuple((Button(f"packet/size/{size}", f"button.size_{size}"),) for size in others)
