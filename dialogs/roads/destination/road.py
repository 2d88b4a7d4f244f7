"""The road of where it goes."""

from __future__ import annotations

from dialogs.roads.destination import answers, path, screens
from dialogs.roads.road import Road

ROAD = Road(
    rows=path.rows,
    layout=screens.LAYOUT,
    values=screens.values,
    choices=screens.choices,
    detours=path.DETOURS,
    said={"destination": "where"},
    takes_text=path.TAKES_TEXT,
    answers=answers.answers,
    messages={
        "destination": {"destination", "destinations"},
        "destination_noted": {"destination", "destinations"},
        "destination_known": set(),
        "destination_one": screens.PROFILE,
        "destination_near": {"key"},
        "destination_full": {"most"},
    },
    buttons=frozenset(
        {"where", "go_on", "yes", "as_written", "known_places", "more_places", "one_more_place", "remove_place"}
    ),
)
