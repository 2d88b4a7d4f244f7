"""The road of the date."""

from __future__ import annotations

from dialogs.roads.road import Road
from dialogs.roads.the_date import answers, messages, path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    argument=screens.argument,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    commands={"date": "the_date"},
    messages=messages.MESSAGES,
    asks_more=messages.ASKS_MORE,
    buttons=messages.BUTTONS,
)
