"""The words by which somebody tells when they want to be reminded: "not on Sundays", "only mornings", "after 6 pm"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.content.phrases import plain
from dialogs.content.shapes import Place, Shape, several, table
from dialogs.content.word_rows import NO_ROWS, Row, Rows

LISTS = (
    *("remind", "never", "again", "every", "weekend", "morning", "afternoon", "evening"),
    *("after", "before", "quiet", "passed"),
)
"""What asks for a reminder, or names one; what says no, and what takes that back; that it is so every time; parts of a
week and of a day; what stands before an hour; what asks for quiet, the time of it behind; and what says nothing."""


@dataclass(frozen=True, slots=True)
class RemindingWords:
    """The phrases of one language, word by word."""

    rows: Mapping[str, Rows] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Mapping[str, Sequence[str]]) -> RemindingWords:
        return cls({key: Rows.of(tuple(plain(phrase).split()) for phrase in known.get(key, ())) for key in LISTS})

    def said(self, words: Row, key: str) -> bool:
        return self.rows.get(key, NO_ROWS).found(words)

    def without(self, words: Row, *keys: str) -> Row:
        """The words without those of these lists."""
        return Rows.together(self.rows.get(key, NO_ROWS) for key in keys).taken_out(words)


def _phrase(place: Place, value: object) -> object:
    if not isinstance(value, str) or not plain(value):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    return value


REMINDING: Shape = table(dict.fromkeys(LISTS, several(_phrase, least=1, of="words and phrases", distinct=True)))
