"""The road of what comes after."""

from __future__ import annotations

from dialogs.journey.road import Road
from dialogs.roads.afterwards import path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
)
