"""Slips of the finger: which word of ours a misspelt one stands for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32

VOWELS = frozenset("aeiouy")
SHORTEST_MISSPELT = 6
"""Letters of the shortest word in which any slip is forgiven. Two letters swapped are, from four letters on."""
_NUMBER_BITS = 20
_NUMBER = (1 << _NUMBER_BITS) - 1


class Slips:
    """Finds a word behind its slip. Each slip is kept as eight bytes, for there are forty times as many as words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        each = {_sum(slip) | number for number, word in enumerate(self._words) for slip in slips(word)}
        self._known = array("Q", sorted(each))
        """The checksum of each slip, and behind it the number of its word."""

    def behind(self, written: str) -> str | None:
        """The word that somebody wanted to write, the first by the alphabet if it may be several; None if none is."""
        of_it = _sum(written)
        at = bisect_left(self._known, of_it)
        while at < len(self._known) and self._known[at] & ~_NUMBER == of_it:
            word = self._words[self._known[at] & _NUMBER]
            if written in slips(word):  # another's slip may have the same checksum
                return word
            at += 1
        return None


def slips(word: str) -> Iterable[str]:
    """The word with two letters swapped, or with one letter left out, doubled, or a vowel for a vowel.

    Never another first letter and no other letter for a letter: "never" is not "fever", and "breast" is not "breath".
    """
    if len(word) < 4:
        return
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if word[at] == word[at + 1] and word[at] not in VOWELS:
            yield word[:at] + word[at + 1 :]
    if len(word) < SHORTEST_MISSPELT:
        return
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if word[at] in VOWELS:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in VOWELS)


def _sum(written: str) -> int:
    """A checksum that is the same in every process: what is made of content is kept on the disk."""
    return crc32(written.encode("utf-8", "surrogatepass")) << _NUMBER_BITS
