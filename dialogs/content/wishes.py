"""One way to say what a button says, and a text made ready to be tried on many of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dialogs.content.word_rows import NO_ROWS, Row, Rows

_NO_WORD_OF_OURS = ("zzz",)


@dataclass(frozen=True, slots=True)
class Wish:
    """One way to say what a button says."""

    keys: tuple[str, ...]
    """What it may mean: the first of them that is in sight."""
    all: tuple[Rows, ...]
    """Each of these lists has a phrase in it."""
    allowed: Rows
    """Nothing else stands in it than these."""
    unless: Rows = NO_ROWS
    asks: bool = False
    """It may be a question."""
    weak: bool = False
    """A yes or a no: it means nothing of its own beside what says more."""
    details: bool = False
    beside: tuple[str, ...] = ()
    """Only while one of these is in sight."""
    example: str = ""

    def may_mean_beside(self, visible: Collection[str]) -> bool:
        return not self.beside or any(key in visible for key in self.beside)

    def may_be_said_in(self, heard: Heard) -> bool:
        """A yes that sounds as a question does ("ايه" is a yes in one country, and "what" in the next) has no mark."""
        return (self.asks and not (self.weak and heard.marked)) or not heard.asks

    @property
    def takes_any_word(self) -> bool:
        """Whether words that nobody knows may stand beside it: "I was just diagnosed with *"."""
        return self.allowed.cover(_NO_WORD_OF_OURS)

    def fits(self, words: Row, around: Row) -> bool:
        """Whether these words say it; `around` them are those that may contradict it, with all courtesies."""
        return (
            self.allowed.cover(words)  # first of all: most texts fail it at their first word
            and all(group.found(words) for group in self.all)
            and not self.unless.found(around)
        )


@dataclass(frozen=True, slots=True)
class Heard:
    """A text made ready once, on however many buttons it is tried."""

    every: Row
    words: Row
    """Without courtesies."""
    asks: bool
    marked: bool
    """A question by its mark."""
    readings: tuple[tuple[Row, tuple[tuple[Row, Row], ...]], ...]
    """In each way in which it may be read: all its words, and of each part all of them and those without courtesies."""
