"""Words as the ears take them: small letters of one byte each, whatever the alphabet, the accents and the slips."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4_000
"""Characters that are listened to: the longest message that Telegram lets through has about as many."""

_LOST = dict.fromkeys(map(ord, "'’‘`´ʼ\"“”«»ـ\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"))
_SAME = str.maketrans({"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ٱ": "ا", "ß": "ss", "٫": ".", "°": " ° ", "º": " ° "})
_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)}
"""Of Arabic, of Persian, of Hindi, and those as wide as a letter of Chinese."""
_ALIKE = {**_SAME, **_DIGITS}
_COMBINING = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+")
_DECIMAL = re.compile(r"[,.](?<=\d[,.])(?=\d)")
_TOKEN = re.compile(r"[a-z]+(?:_[a-z]*\d*)+|\d+(?:_\d+)?|[^\W\d_]+|[°/.!?؟۔。…\n,;:،؛–—()-]")
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")
_SOUNDLESS = str.maketrans("zvqcxثذظصط", "sbkksتدضست", "aeiouyhاويءئؤ")
"""What slips or is spoken another way from country to country: vowels, and letters for which others are written."""
_DOUBLE = re.compile(r"(.)\1+")
_FEWEST_SOUNDS = 2
SENTENCE_ENDS = frozenset(".!?؟۔。…\n")
CLAUSE_ENDS = frozenset(",;:،؛–—()-")

_OWN = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءگپچڤ"
_ONE_BYTE = {**{ord(letter): 0xC0 + place for place, letter in enumerate(_OWN)}}
FOREIGN = 0xBF
"""Stands for every letter of an alphabet that none of our languages is written in."""


class _Plain(dict[int, str]):
    """What each letter is taken for, alone: without accents, and as one that stands for others. Found when met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code).translate(_LOST).casefold().translate(_SAME))
        self[code] = plain = _COMBINING.sub("", letters).translate(_ALIKE)
        return plain


_PLAIN = _Plain()
"""Of texts that have any letter beyond ASCII: one walk along them does all of it."""


def tokens(text: str) -> list[str]:
    """The words and marks of a text, in small letters without accents or apostrophes; 38,5 is 38_5."""
    heard = text[:LONGEST]
    letters = heard.translate(_LOST).casefold() if heard.isascii() else heard.translate(_PLAIN)
    # Hardly anybody draws a letter out, and to look for it anywhere costs as much as the words themselves.
    if any(map(letters.__contains__, [each * 3 for each in set(letters)])):
        letters = _DRAWN.sub(r"\1\1", letters)
    return _TOKEN.findall(_DECIMAL.sub("_", letters))


def sound(word: str) -> str:
    """What is left of a word when it is misspelt: its consonants, those that are taken for each other as one."""
    if not word.isalpha():
        return word
    left = _DOUBLE.sub(r"\1", word.translate(_SOUNDLESS))
    if word[0] in "aeiou":
        left = "a" + left
    return left if len(left) >= _FEWEST_SOUNDS else word


def in_bytes(word: str) -> bytes:
    """A word with one byte a letter."""
    if word.isascii():
        return word.encode("ascii")
    return bytes(code if (code := ord(each)) < 0x80 else _ONE_BYTE.get(code, FOREIGN) for each in word)
