"""The road of the packet."""

from __future__ import annotations

from dialogs.journey.road import Road
from dialogs.roads.packet import path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    pages=path.PAGES,
)
