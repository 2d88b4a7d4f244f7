"""Who opened what, as it is said: rows of the database, put into the message that shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogs.days import zones
from dialogs.effects import Effect, Say, Turn
from dialogs.roads.keeping.accesses import MOST_SHOWN, Access


def shown(turn: Turn, newest: Callable[[int], tuple[Access, ...]]) -> Turn:
    """The turn, with the newest rows in the patient's own time wherever it shows them."""
    if not any(isinstance(effect, Say) and effect.name == "accesses" for effect in turn.effects):
        return turn
    found = newest(MOST_SHOWN + 1)
    rows = tuple(replace(each, at=zones.local(turn.case, each.at)) for each in found[:MOST_SHOWN])

    def filled(effect: Effect) -> Effect:
        if not isinstance(effect, Say) or effect.name != "accesses":
            return effect
        return replace(effect, values={**effect.values, "accesses": rows, "more": len(found) > len(rows)})

    return replace(turn, effects=tuple(map(filled, turn.effects)))
