"""The road of the files."""

from __future__ import annotations

from dialogs.roads.files import asides, messages, path, screens
from dialogs.roads.road import Road

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
    answers=asides.answers,
    commands={"files": "my_files"},
    messages=messages.MESSAGES,
    asks_more=messages.ASKS_MORE,
    asks_aside=messages.ASKS_ASIDE,
    buttons=messages.BUTTONS,
)
