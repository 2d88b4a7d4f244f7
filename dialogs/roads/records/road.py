"""The road of the records."""

from __future__ import annotations

from dialogs.journey.road import Road
from dialogs.roads.records import path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    argument=screens.argument,
    detours=path.DETOURS,
    leaves=path.LEAVES,
    takes_text=path.TAKES_TEXT,
)
