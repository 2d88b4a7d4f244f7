"""The letters a patient can sign, and the page to take back: their shape; what they say stands in `content/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

COUNTRIES = ("us", "uk", "other")
"""Where a rule of access may differ; "other" has neutral words."""
BY_COUNTRY = frozenset({"records", "disc", "caregiver"})
"""The letters that quote such a rule; for the others it does not matter where the hospital is."""
LISTS = ("records", "studies", "questions", "loans", "opinions")
"""What a letter can list from the case: records to ask for, scans, questions, what must go back, opinions that came."""
TICKED = frozenset({"questions"})
"""Lists whose lines have a box: nobody but the patient knows which of their questions are still open."""
BACK = "back"
"""The page to take back to the first team: made as a letter is, but for the patient's own hand."""


@dataclass(frozen=True, slots=True)
class Blank:
    """What stands beside a line to write on, and how many lines there are."""

    label: str
    lines: int = 1
    by_country: Mapping[str, str] = field(default_factory=dict)
    """What it is called in one country, where that is not its label."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a letter, and what is below it: lines to fill in, boxes to tick, points, or a list of the case."""

    heading: str = ""
    say: str = ""
    blanks: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    list: str = ""
    rule: bool = False
    spare: int = 0
    """Empty lines after the choices or the list, for a pen."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of letter. `rules` holds a sentence for each country, where the letter quotes a rule."""

    title: str
    to: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    greeting: str = ""
    closing: str = ""
    phone: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    rules: Mapping[str, str] | None = None
    sign: tuple[str, ...] = ()
    """Whose hand it needs, where that is not the patient's alone."""


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters of one language; `back` is the page to take back, its greeting the intro, its closing the foot."""

    kinds: Mapping[str, Letter]
    back: Letter
    blanks: Mapping[str, Blank]
    to: str
    sign: tuple[str, ...]
    file_name: str
    back_file_name: str
