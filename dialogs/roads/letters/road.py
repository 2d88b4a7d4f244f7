"""The road of the letters."""

from __future__ import annotations

from dialogs.roads.letters import answers, messages, path, screens
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
    pages=path.PAGES,
    sayable=path.SAYABLE,
    buttons=frozenset(move for row in screens.BEHIND_MORE for move in row),
    things=path.THINGS,
    answers=answers.answers,
    commands={"letters": "letters"},
    messages=messages.MESSAGES,
)
