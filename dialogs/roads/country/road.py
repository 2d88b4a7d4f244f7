"""The road of the country: one question."""

from __future__ import annotations

from dialogs.roads.country import answers, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    formerly=lambda guide: path.FORMERLY,
    answers=answers.answers,
    messages={path.COUNTRY: set()},
)
