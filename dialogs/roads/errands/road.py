"""The road of the errands."""

from __future__ import annotations

from dialogs.journey.road import Road
from dialogs.roads.errands import path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    pages=path.PAGES,
    things=path.THINGS,
)
