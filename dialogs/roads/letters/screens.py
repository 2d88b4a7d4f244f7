"""What is shown of the letters: which there are, and what can be done with one."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import LETTERS, Guide
from dialogs.effects import Button, Keyboard
from dialogs.journey.road import Layout
from dialogs.journey.steps import root
from dialogs.roads.letters import path

LAYOUT: Layout = {
    path.LETTERS: (("take_back",), ("country",), ("done",)),
    path.ONE: (("asked",), ("text",), ("more",), ("letters", "done")),
    path.TO: (("back",),),
}
BEHIND_MORE = (("to",), ("phone",), ("pdf",), ("about_patient",))
"""What can be done with a letter too. It is open below the letter itself, where its buttons stand in older chats."""


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    asked_for = guide.record(root(case.returns_to[-1])) if case.returns_to else None
    shown: dict[str, dict[str, Any]] = {
        path.LETTERS: {"country": case.country},
        path.ONE: {
            "letter": case.letter,
            "record": asked_for.key if asked_for and asked_for.letter == case.letter else "",
        },
        path.TO: {"letter": case.letter, "addressed": case.addressed.get(case.letter, "")},
    }
    return shown.get(case.step, {})


def choices(_: Guide, case: Case, __: date | None = None) -> Keyboard:
    """A button for each letter."""
    if case.step != path.LETTERS:
        return ()
    return tuple((Button(f"{case.step}/write/{key}", f"letter.{key}"),) for key in LETTERS)


def argument(case: Case, move: str) -> str:
    """For which record it was asked: the one from which the letter was written."""
    return "".join(case.returns_to[-1:]) if (case.step, move) == (path.ONE, "asked") else ""
