"""The road of the records."""

from __future__ import annotations

from dialogs.roads.records import answers, messages, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    takes_text=path.TAKES_TEXT,
    formerly=path.formerly,
    sayable=frozenset({*path.OFFERED, path.ANEW, path.TAKEN_OUT}) - {"whom"},
    placeholders=path.PLACEHOLDERS,
    answers=answers.answers,
    said={path.HOW_TO_GET: "missing"},
    messages=messages.MESSAGES,
)
