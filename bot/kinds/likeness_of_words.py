"""Whether signs make words, in whatever language that is written in Latin letters.

In every one of them vowels and consonants take turns: of two neighbours in a word one is a vowel in 6 of 10 pairs at
least (47 languages, 300 letters each). Letters that stand for others, because a font says wrongly or not at all what
its shapes are, do so in 3 of 10. What that is worth for each letter is added up. Figures, abbreviations in capitals and
short words count for nothing, so that a table of results is no gibberish; other scripts are not judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_ABBREVIATION = 5
_VOWELS = frozenset("aeiouyøæœıə")
# Logarithms of how much oftener a letter, or a pair, is found so in gibberish than in words: a vowel 0.17 to 0.42, a
# pair of a vowel and a consonant 0.30 to 0.73.
_VOWEL, _CONSONANT, _IN_TURNS, _ALIKE = -0.90, 0.36, -0.89, 0.95
_SURE = 15.0
"""Of 79,000 pieces of words of 60 letters and more in 47 languages one reached it, and 0.15 a letter none."""
_A_LETTER = 0.15
_FEWEST_LETTERS, _MOST_ACCENTS = 40, 0.6
"""Yoruba has accents on 0.36 of its letters, Arabic that was taken for Western European on nearly all."""
_SYMBOLS = frozenset("!\"#$%&'()*+,;<=>?@[\\]^`{|}~")
_LONG, _FEWEST_LONG = 4, 12
_SEVERAL, _MOST_ODD = 3, 0.4


def are_words(text: str) -> bool:
    """Whether it is surely words, and enough of them to tell."""
    against, _, accented = _measured(text)
    return against < -_SURE and not accented


def are_no_words(text: str) -> bool:
    """Whether it is surely none: letters that take no turns, or strings of symbols."""
    against, letters, accented = _measured(text)
    if accented or against > max(_SURE, _A_LETTER * letters):
        return True
    strings = [each for each in text.split() if len(each) >= _LONG and len({*each}) > 1]
    return len(strings) >= _FEWEST_LONG and sum(map(_is_odd, strings)) > _MOST_ODD * len(strings)


def _is_odd(string: str) -> bool:
    symbols = [each for each in string if each in _SYMBOLS]
    return len({*symbols}) >= _SEVERAL and 3 * len(symbols) >= len(string)


def _measured(text: str) -> tuple[float, int, bool]:
    """What speaks against words, of how many letters, and whether more of them have accents than in any language."""
    against, letters, accents = 0.0, 0, 0
    for word in _latin_words(text):
        are_vowels = [_base(each) in _VOWELS for each in word]
        against += sum(_VOWEL if each else _CONSONANT for each in are_vowels)
        against += sum(_IN_TURNS if one != other else _ALIKE for one, other in pairwise(are_vowels))
        letters += len(word)
        accents += sum(not each.isascii() for each in word)
    return against, letters, letters >= _FEWEST_LETTERS and accents > _MOST_ACCENTS * letters


def _latin_words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = found.group()
        is_abbreviation = word.isupper() and len(word) <= _LONGEST_ABBREVIATION
        if not is_abbreviation and all(_is_latin(each) for each in word):
            yield word


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0].lower()


@lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
