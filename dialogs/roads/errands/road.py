"""The road of the errands."""

from __future__ import annotations

from dialogs.roads.errands import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    pages=path.PAGES,
    things=path.THINGS,
    answers=answers.answers,
    commands={"errands": "hand_out"},
    messages=messages.MESSAGES,
    asks_aside=messages.ASKS_ASIDE,
    buttons=messages.BUTTONS,
)
