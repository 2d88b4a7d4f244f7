"""The road of the decision."""

from __future__ import annotations

from dialogs.roads.decision import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    commands={"questions": "ask"},
    messages=messages.MESSAGES,
    buttons=messages.BUTTONS,
)
