"""The road of what was sent where."""

from __future__ import annotations

from dialogs.roads.deliveries import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    said={"deliveries": "deliveries"},
    takes_text=path.TAKES_TEXT,
    pages=path.PAGES,
    things=path.THINGS,
    answers=answers.answers,
    messages=messages.MESSAGES,
    buttons=messages.BUTTONS,
)
