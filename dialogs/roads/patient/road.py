"""The road of the lines about the patient."""

from __future__ import annotations

from dialogs.roads.patient import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    argument=screens.argument,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    commands={"patient": "patient"},
    said={wish: wish for wish in path.STEP_BY_WISH},
    messages=messages.MESSAGES,
    asks_more=messages.ASKS_MORE,
    buttons=messages.BUTTONS,
)
