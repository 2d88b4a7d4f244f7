"""The road of the date."""

from __future__ import annotations

from dialogs.journey.road import Road
from dialogs.roads.the_date import path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    argument=screens.argument,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
)
