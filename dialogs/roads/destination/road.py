"""The road of where it goes."""

from __future__ import annotations

from dialogs.roads.destination import answers, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    messages={"destination": {"destination"}, "destination_noted": {"destination"}},
    buttons=frozenset({"where"}),
)
