"""The road of the records."""

from __future__ import annotations

from dialogs.roads.records import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    argument=screens.argument,
    detours=path.DETOURS,
    leaves=path.LEAVES,
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    commands={"questions": "ask"},
    messages=messages.MESSAGES,
    buttons=messages.BUTTONS,
)
