"""The words around where a record lies, and who has it: "the slides are at Duke"."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.content.word_rows import NO_ROWS, Rows


@dataclass(frozen=True, slots=True)
class Lies:
    """Those of one language."""

    lies: Rows = NO_ROWS
    """What stands between a record and the place where it is: "the slides are at Duke"."""
    lies_within: Rows = NO_ROWS
    """The same, grown together with the place in one word, as it is in Arabic."""
    stands_for: Rows = NO_ROWS
    """What stands for the record that was asked about, and names none: "they", "all of it"."""
    things: Rows = NO_ROWS
    """What lies somewhere whichever record was asked about: "the samples", "the disc"."""
    keeps: Rows = NO_ROWS
    """What stands between a place and the record that it has: "Duke has the slides"."""


NO_LIES = Lies()
