"""What somebody seems to want whose text presses nothing and answers nothing: a guess, which only offers a way there.

Naive Bayes over words, pairs of words and pieces of words: each says for each way how much more often it stands in
the examples of that way than in those that want nothing of the bot, and a text adds up what its pieces say.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log, sqrt
from zlib import crc32

from dialogs.content.phrases import arabic_words, bare, plain

NOTHING = "nothing"
"""What no button is for: talk, how somebody feels, what is asked of a doctor."""
GRIEF = "grief"
"""A death, or that somebody is dying: no button leads there, and no other way is offered to whoever tells of it."""
LIVING = "living"
"""The same words of the living, of things and of days: "the doctor left", "on saturday". It only speaks against it."""
PLACE, TOLD = "place", "told"
"""What answers the question where the records go; and what people tell there instead."""
UNOFFERED = (GRIEF, LIVING, PLACE, TOLD)
AT_MOST = 2
"""Guesses that are offered at a time."""
ENOUGH = 4.4
"""How much has to speak for a way; chosen by cross-validation on the examples (`decisions/0069`)."""
SURELY_OURS = 6.5
"""So much speaks for it where words are asked for that a doctor or the patient reads: "can I keep working?" has 5.5."""
TO_MOURN, SURELY = 1.5, 2.0
"""How much has to speak for grief: where nobody knows what else a text is, and before a button or an answer."""
MORE_THAN_LIVING, SURELY_MORE = 0.5, 1.0
"""By how much more of it has to speak for grief than for the living: who works on the records and is met like a mourner
is hurt, and what they wrote is lost."""
BESIDE_A_PLACE, BESIDE_A_NAME = 2.0, 4.0
"""By how much more has to speak for anything else than a place, where a place is asked for; and where a text has a name
with a capital letter, or is as short as one: "La Paz" is like nothing that anybody wrote before."""
AS_GOOD = 0.6
"""How much of what speaks for the first has to speak for the second: less of it is rarely the right one."""
LONGEST = 40
"""Words of a text that are looked at: behind them nobody says anew what they want."""

_SHORTEST_PIECE, _LONGEST_PIECE = 3, 4
_MORE_TO_MOURN = 80
"""As if a text had so many more pieces, of which nothing is known, where it may be of grief: of two or three words one
that happens to stand among the examples of grief would decide ("it stopped", "he's asleep")."""
_UNSEEN = 0.1
"""How often a piece counts as seen where it was not."""
_STEPS = 18
"""Steps of a byte for each natural logarithm: from -7 to 7."""
_MIDDLE = 128


@dataclass(frozen=True, slots=True)
class Guesses:
    """What was learned of the examples of one language."""

    ways: tuple[str, ...] = ()
    pieces: array[int] = field(default_factory=lambda: array("I"))
    """Check sums of all that stands in the examples, in order."""
    weights: bytes = b""
    """For each piece a byte for each way."""
    arabic: frozenset[str] = frozenset()
    others: tuple[Guesses, ...] = ()
    """Those of the other languages: people write in another than that of the chat."""

    @classmethod
    def of(cls, examples: Mapping[str, Iterable[str]]) -> Guesses:
        """Learned of sentences for each way, and for `NOTHING`."""
        texts = {way: tuple(sentences) for way, sentences in examples.items()}
        arabic = arabic_words(sentence for sentences in texts.values() for sentence in sentences)
        seen = {
            way: Counter(piece for sentence in sentences for piece in _pieces(sentence, arabic))
            for way, sentences in texts.items()
        }
        pieces = sorted({piece for counted in seen.values() for piece in counted})
        ways = tuple(way for way in seen if way != NOTHING)
        unseen = {way: log(counted.total() + _UNSEEN * len(pieces)) for way, counted in seen.items()}

        @cache  # most pieces stand in few of the ways, and in those once
        def weighed(way: str, often: int, in_nothing: int) -> int:
            said, unsaid = log(often + _UNSEEN) - unseen[way], log(in_nothing + _UNSEEN) - unseen[NOTHING]
            return min(255, max(0, _MIDDLE + round((said - unsaid) * _STEPS)))

        def of_piece(piece: int) -> bytes:
            in_nothing = seen[NOTHING].get(piece, 0)
            return bytes(weighed(way, seen[way].get(piece, 0), in_nothing) for way in ways)

        weights = b"".join(map(of_piece, pieces))
        return cls(ways, array("I", pieces), weights, arabic)

    def likely(self, text: str, but: Collection[str] = (), least: float = ENOUGH) -> tuple[str, ...]:
        """The ways that a text seems to want, the likeliest first; none if nothing speaks for any by `least`."""
        able = {way: much for way, much in self._wanted(text).items() if way not in (*UNOFFERED, *but)}
        least = max(least, AS_GOOD * max(able.values(), default=0))
        return tuple(way for way in sorted(able, key=able.__getitem__, reverse=True)[:AT_MOST] if able[way] > least)

    def mourns(self, text: str, surely: bool = False) -> bool:
        """Whether somebody seems to tell of a death, or that somebody is dying, more than of anything else.

        `surely`: so much speaks for it that it goes before a button or an answer.
        """
        wanted = self._wanted(text, _MORE_TO_MOURN)
        much, of_the_living = wanted.pop(GRIEF, 0.0), wanted.pop(LIVING, 0.0)
        least, more = (SURELY, SURELY_MORE) if surely else (TO_MOURN, MORE_THAN_LIVING)
        others = (of_one for way, of_one in wanted.items() if way not in UNOFFERED)
        return much > least and much >= of_the_living + more and much >= max(others, default=0)

    def tells_instead(self, text: str, surely: bool = False) -> bool:
        """Whether a text is far more like all else that people write than like what names a place or a doctor."""
        wanted = self._wanted(text)
        place = wanted.pop(PLACE, 0.0)
        return max(wanted.values(), default=0.0) > place + (BESIDE_A_NAME if surely else BESIDE_A_PLACE)

    def lives(self, text: str, by: float) -> bool:
        """Whether a text tells of the living, of things or of days, by so much more than of a death."""
        wanted = self._wanted(text, _MORE_TO_MOURN)
        return wanted.get(LIVING, 0.0) >= max(0.0, wanted.get(GRIEF, 0.0)) + by

    def _wanted(self, text: str, unknown: int = 0) -> dict[str, float]:
        """How much speaks for each way, in the language of which most is known; of two, in that of the chat."""
        each_speaks = (each.speaks_for(text, unknown) for each in (self, *self.others))
        return max(each_speaks, key=lambda of_one: of_one[0])[1]

    def speaks_for(self, text: str, unknown: int = 0) -> tuple[int, dict[str, float]]:
        """How many pieces of a text are known here, and how much they speak for each way.

        That is in natural logarithms, over the root of how many there are: of a long text some speak for anything.
        `unknown`: as if it had so many more.
        """
        pieces = _pieces(text, self.arabic)
        rows = [row for piece in pieces if (row := self._row(piece))]
        sums = map(sum, zip(*rows, strict=True)) if rows else ()
        one = _STEPS * sqrt(len(pieces) + unknown)
        return len(rows), {
            way: (total - _MIDDLE * len(rows)) / one for way, total in zip(self.ways, sums, strict=False)
        }

    def _row(self, piece: int) -> bytes:
        at, wide = bisect_left(self.pieces, piece), len(self.ways)
        known = at < len(self.pieces) and self.pieces[at] == piece
        return self.weights[at * wide : (at + 1) * wide] if known else b""


NO_GUESSES = Guesses()


def _pieces(text: str, arabic: frozenset[str]) -> set[int]:
    """The check sums of the words of a text, of each with the next, and of their pieces."""
    words = [bare(word, arabic) for word in plain(text).replace(".", " ").split()[:LONGEST]]
    found = {f" {word}" for word in words}
    found |= {f"{one} {other}" for one, other in zip(("^", *words), (*words, "$"), strict=True)}
    for framed in (f"<{word}>" for word in words):
        for size in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1):
            found |= {framed[at : at + size] for at in range(len(framed) - size + 1)}
    return {crc32(piece.encode()) for piece in found}
