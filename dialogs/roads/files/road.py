"""The road of the files."""

from __future__ import annotations

from dialogs.journey.road import Road
from dialogs.roads.files import path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    argument=screens.argument,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    pages=path.PAGES,
    things=path.THINGS,
    confirms=path.CONFIRMS,
)
