"""The plainest signs, said alone: what is made of them and of hardly more needs no learning to be heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogs.content.word_rows import Row, Rows
from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.letters import CLAUSE_ENDS, SENTENCE_ENDS, tokens

LONGEST, MOST_WORDS = 120, 9
"""Letters and words of a text that says a sign and hardly anything else."""
_MARKS = SENTENCE_ENDS | CLAUSE_ENDS


@dataclass(frozen=True)
class Bare:
    """Those of one language."""

    signs: tuple[tuple[Kind, tuple[str, ...]], ...] = ()
    """The most urgent kind first."""
    around: tuple[str, ...] = ()
    """What may stand beside a sign and says nothing of it: "I have", "my mother", "please help"."""
    _signs: tuple[tuple[Kind, Rows], ...] = field(init=False, repr=False, compare=False)
    _all: Rows = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_kind = tuple((kind, _rows(phrases)) for kind, phrases in self.signs)
        object.__setattr__(self, "_signs", by_kind)
        object.__setattr__(self, "_all", Rows.together((*(rows for _, rows in by_kind), _rows(self.around))))

    def heard(self, words: Row) -> Kind | None:
        """The most urgent of the signs that are said, if nothing else is."""
        if not self._all.cover(words):
            return None
        return next((kind for kind, rows in self._signs if rows.found(words)), None)


def said_alone(languages: Iterable[Bare], text: str) -> Kind | None:
    """The most urgent sign that a text says in one of these languages, if it says nothing else."""
    if len(text) > LONGEST:
        return None
    words = tuple(token for token in tokens(text) if token not in _MARKS)
    if not words or len(words) > MOST_WORDS:
        return None
    return min((kind for bare in languages if (kind := bare.heard(words))), key=URGENT.index, default=None)


def _rows(phrases: Iterable[str]) -> Rows:
    return Rows.of(tuple(tokens(phrase)) for phrase in phrases)


NOT_BARE = Bare()
"""Of a language in which nothing is listed."""
