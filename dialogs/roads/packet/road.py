"""The road of the packet."""

from __future__ import annotations

from dialogs.roads.packet import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    pages=path.PAGES,
    answers=answers.answers,
    commands={"packet": "pack"},
    messages=messages.MESSAGES,
    buttons=messages.BUTTONS,
)
