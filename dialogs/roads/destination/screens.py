"""What is shown of where it goes."""

from __future__ import annotations

from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.journey.road import Layout
from dialogs.roads.destination.path import DESTINATION

LAYOUT: Layout = {DESTINATION: (("not_now",), ("back",))}


def values(_: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of this step."""
    return {"destination": case.destination}
