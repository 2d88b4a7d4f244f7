"""The road of what is kept: it has no steps of its own, everything on it is open at any step."""

from __future__ import annotations

from dialogs.roads.keeping import answers, messages
from dialogs.roads.road import Road

ROAD = Road(
    rows=lambda guide: iter(()),
    layout={},
    answers=answers.answers,
    commands={"export": "export"},
    messages=messages.MESSAGES,
    asks_aside=messages.ASKS_ASIDE,
    buttons=messages.BUTTONS,
)
