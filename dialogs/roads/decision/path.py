"""The decision and the questions: two questions of the path, and from everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.road import Text
from dialogs.journey.table import ONWARD, RETURN, Row, backward, came_from_elsewhere, leaving

DECISION, QUESTIONS = "decision", "questions"
TAKES_TEXT: Mapping[str, Text] = {DECISION: "decision", QUESTIONS: "question"}
DETOURS = {"decide": DECISION, "ask": QUESTIONS}


def rows(_: Guide) -> Iterator[Row]:
    """The moves at these steps and out of them."""
    for step, moves in ((DECISION, ("answered", "not_sure")), (QUESTIONS, ("done",))):
        yield from leaving(moves, step, ONWARD)
        yield Row("back", step, RETURN, came_from_elsewhere)
        yield backward(step)
    for move in ("add", "page", "remove"):
        yield Row(move, QUESTIONS, QUESTIONS)
