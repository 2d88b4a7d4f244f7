"""The road of what comes after."""

from __future__ import annotations

from dialogs.roads.afterwards import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    said={"afterwards": "afterwards"},
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    messages=messages.MESSAGES,
    buttons=messages.BUTTONS,
)
