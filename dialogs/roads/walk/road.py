"""The walk, as a road."""

from __future__ import annotations

from dialogs.roads.road import Road
from dialogs.roads.walk import answers, messages, path, screens

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    leaves=path.LEAVES,
    sayable=frozenset(path.WHOSE),
    answers=answers.answers,
    messages=messages.MESSAGES,
)
