"""Where a button leads whoever asks for something in words, or seems to want it."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.case.case import Case
from dialogs.checklist.checklist import checklist
from dialogs.content.guide import Guide
from dialogs.effects import Button, aside
from dialogs.roads.every import COMMANDS, SAID

LEADS_TO = {**COMMANDS, **SAID}
"""The button of what is called otherwise when it is asked for."""
GUESSED = (
    *("continue", "checklist", "files", "packet", "deliveries", "requests", "letters", "date", "destination"),
    *("afterwards", "errands", "remind", "patient", "privacy", "help", "language"),
)
"""What somebody may seem to want, beside each record. Never a deletion: nobody who says farewell is offered one."""
NEWS = ("insurance", "cost")
"""What is told to whoever sits at a reception, and has no place here: it is answered, and never saved."""


def news_in(topics: Iterable[str]) -> str:
    """Which of `NEWS` a text tells, by the topics that it names; "" if none."""
    named = set(topics)
    return next((each for each in NEWS if each in named), "")


def button_to(guide: Guide, case: Case, way: str) -> Button:
    """The button that leads to a record, with where it stands, or to what can be asked for."""
    if line := next((each for each in checklist(guide, case).lines if each.record == way), None):
        return Button(f"aside/record/{way}", f"record.{way}.title", line.standing)
    return aside(LEADS_TO.get(way, way))
