"""The road of the reminders."""

from __future__ import annotations

from dialogs.roads.reminders import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    sayable=path.SAYABLE,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    commands={"remind": "remind_me"},
    messages=messages.MESSAGES,
    asks_more=messages.ASKS_MORE,
    asks_aside=messages.ASKS_ASIDE,
    buttons=messages.BUTTONS,
)
