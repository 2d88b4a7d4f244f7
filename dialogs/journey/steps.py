"""The names of steps: the four to which every road may lead, and how the others are named."""

from __future__ import annotations

WELCOME, CONSENT, REVIEW, SUMMARY = "welcome", "consent", "review", "summary"
RECORD = "record"
"""What the first step of each record is called among the roads' steps."""


def below(root: str, name: str) -> str:
    """The name of a step that belongs to another."""
    return f"{root}.{name}"


def root(step: str) -> str:
    """The step to which a step belongs: of a record's steps, the record; of a road's, its first."""
    return step.partition(".")[0]


def place(step: str, thing: object = "") -> str:
    """What the data of every button of a step begins with: the step, and the thing that the card is about."""
    return f"{step}@{thing}" if thing else step


def number_in(name: str) -> int:
    """The number that a button names; 0 if it names none."""
    return int(name) if name.isdecimal() and len(name) < 9 else 0
