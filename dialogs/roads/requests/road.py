"""The road of the requests."""

from __future__ import annotations

from dialogs.roads.requests import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    takes_text=path.TAKES_TEXT,
    placeholders={path.REFERENCE: "note"},
    pages=path.PAGES,
    things=path.THINGS,
    answers=answers.answers,
    commands={"requests": "my_requests"},
    messages=messages.MESSAGES,
    buttons=messages.BUTTONS,
)
