"""The side road of the errands: one step, at which a list is looked through and a record handed out."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.content.guide import Guide
from dialogs.journey.road import Things
from dialogs.journey.steps import REVIEW
from dialogs.journey.table import Row, leaving

ERRANDS = "errands"
DETOURS = {"hand_out": ERRANDS}
PAGES = frozenset({ERRANDS})


def rows(_: Guide) -> Iterator[Row]:
    """What can be done there, and the way out."""
    for move in ("new", "give", "look", "list", "here", "asked", "not_yet", "end"):
        yield Row(move, ERRANDS, ERRANDS)
    yield from leaving(("done",), ERRANDS, REVIEW)


THINGS = Things({ERRANDS: frozenset({"look", "here", "asked", "not_yet", "end"})})
