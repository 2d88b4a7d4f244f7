"""How hard a text is to read: words, sentences, and a school grade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’/-][^\W_]+)*")
_SYLLABLE = re.compile(r"[aeiouy]+")


def words_of(text: str) -> list[str]:
    """The words of a text; numbers count, marks do not."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """What a reader takes in one breath: a line, or a part of one that ends with a full stop or the like."""
    pieces = (piece for line in text.splitlines() for piece in re.split(r"(?<=[.?!])[\")]*\s+", line))
    return [piece.strip() for piece in pieces if words_of(piece)]


def full_sentences_of(text: str) -> list[str]:
    """Sentences that end as sentences do: no titles, lists or labels, which make a text look easier than it is."""
    return [sentence for sentence in sentences_of(text) if sentence.rstrip('")').endswith((".", "?", "!"))]


def automated_readability(sentences: Sequence[str]) -> float:
    """The automated readability index (Smith and Senter, 1967): the US school grade that can read it."""
    words = _words(sentences)
    letters = sum(sum(mark.isalnum() for mark in word) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43


def flesch_kincaid(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade (Kincaid and others, 1975), with syllables counted by their vowels."""
    words = _words(sentences)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _words(sentences: Iterable[str]) -> list[str]:
    return [word for sentence in sentences for word in words_of(sentence)]


def _syllables(word: str) -> int:
    """English syllables, nearly: runs of vowels, without a silent e at the end."""
    plain = word.lower().replace("'s", "")
    silent = plain.endswith("e") and not plain.endswith(("le", "ee"))
    return max(1, len(_SYLLABLE.findall(plain)) - silent)
