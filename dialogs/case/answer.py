"""What a patient said: about a record, and what they want to ask the new doctor."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """What the patient said about one record, and a line of their own beside it."""

    standing: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the new doctor: the patient's own words, or the key of one of the guide's examples."""

    text: str = ""
    example: str = ""
    number: int = field(default=0, compare=False)
    """What its button carries; two questions with the same words are one question."""
