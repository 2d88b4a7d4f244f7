"""Words as people type them, and the phrases that are looked for in them.

Capitals, accents, marks, Arabic digits and small slips of the finger make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from dialogs.content.slips import Slips

_QUESTION_MARKS = ("?", "؟")
SENTENCE_ENDS = re.compile(r"[.!?؟۔。]+(?:\s|$)|\n")
_CLAUSE_ENDS = r"[,;:،؛–—]+(?:\s|$)|\s-\s"

_APOSTROPHES = re.compile(r"['’‘`´]")
_WORDS = re.compile(r"\w+")
_MARKS = re.compile(r"[^\w.]+")
_SAME_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None, "\u200b": None, "\u200d": None, "\u2060": None})
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_PREFIX = "(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)"

_LONG_DRAWN = re.compile(r"([^\W\d])\1{2,}")


def plain(text: str) -> str:
    """Small letters without accents or apostrophes; every other mark becomes a space."""
    letters = text.casefold()
    if not letters.isascii():
        letters = "".join(map(_letter, unicodedata.normalize("NFKD", letters).translate(_SAME_LETTERS)))
    return " ".join(_MARKS.sub(" ", _APOSTROPHES.sub("", letters)).split())


plain_phrase = cache(plain)
"""A phrase of ours, plain: the same words stand in many of them. What anybody else writes is not remembered."""


def figures_alike(text: str) -> str:
    """With every digit as 0 to 9: those of Arabic and of other scripts."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(m)) if m.isdecimal() else m for m in text)


def _letter(mark: str) -> str:
    if unicodedata.combining(mark):
        return ""
    return str(unicodedata.decimal(mark)) if mark.isdecimal() else mark


def sentences(text: str) -> list[str]:
    return [part for part in SENTENCE_ENDS.split(text) if part.strip()]


def clauses(sentence: str, joins: tuple[str, ...]) -> list[str]:
    """The parts of a sentence: between its marks, and before each of the words that join two, such as "and"."""
    return [part for part in _clause_ends(joins).split(sentence) if part.strip()]


def parts_of(text: str, joins: tuple[str, ...]) -> list[str]:
    """The parts of all sentences."""
    return [part for sentence in sentences(text) for part in clauses(sentence, joins)]


@cache
def _clause_ends(joins: tuple[str, ...]) -> re.Pattern[str]:
    words = rf"|\b(?=(?:{'|'.join(map(re.escape, joins))})\s)" if joins else ""
    return re.compile(_CLAUSE_ENDS + words, re.IGNORECASE)


class Text:
    """A plain sentence and the words in it: of a thousand phrases only those are looked for that can be there."""

    __slots__ = ("text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = set(_WORDS.findall(text))


class Phrases(tuple[str, ...]):
    """Phrases of which one has to be there, by their first words.

    A phrase stands for whole words; a star at the end of a word stands for any ending. Between ^ and $ it is all of
    the text.
    """

    _by_word: dict[str, list[str]]
    _by_piece: list[tuple[str, str]]
    """Those whose first word may have an ending, or something before it; each behind the piece that must be there."""

    def __new__(cls, phrases: Iterable[str] = ()) -> Phrases:
        made = super().__new__(cls, phrases)
        made._by_word, made._by_piece = {}, []
        for phrase in made:
            first = phrase.strip("^$").split()[0]
            piece = plain_phrase(first.rstrip("*"))
            if first.endswith("*") or _ARABIC.match(first) or not piece.isalnum():
                made._by_piece.append((piece, phrase))
            else:
                made._by_word.setdefault(piece, []).append(phrase)
        return made

    def found(self, said: Text) -> bool:
        """Whether one of them is in a sentence."""
        for word in said.words & self._by_word.keys():
            if any(_pattern(phrase).search(said.text) for phrase in self._by_word[word]):
                return True
        return any(piece in said.text and _pattern(phrase).search(said.text) for piece, phrase in self._by_piece)

    def taken_out(self, text: str) -> str:
        """A sentence without any of them."""
        for phrase in self:
            if plain_phrase(phrase.strip("^$").split()[0].rstrip("*")) in text:
                text = _pattern(phrase).sub(" ", text)
        return text


NO_PHRASES = Phrases()


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    # Made when it is first looked for: of some thousand phrases a chat needs few, and each takes its time to make.
    whole = phrase.startswith("^") and phrase.endswith("$")
    words = " ".join(map(_word, phrase.strip("^$").split()))
    return re.compile(f"^{words}$" if whole else rf"(?<!\w){words}(?!\w)")


def _word(word: str) -> str:
    written = re.escape(plain_phrase(word.rstrip("*"))) + (r"\w*" if word.endswith("*") else "")
    # In Arabic "and", "with" and "the" are written as a part of the word behind them.
    return _ARABIC_PREFIX + written if _ARABIC.match(word) else written


_WITH_THE = ("وبال", "فبال", "وعال", "ولل", "وال", "فال", "بال", "كال", "عال", "هال", "لل", "ال")
_WITHOUT = ("وب", "ول", "و", "ف", "ب", "ل")
_SHORTEST_BARE = 3


def bare(word: str, known: frozenset[str]) -> str:
    """An Arabic word as it is known, without "and", "with", "for", "on" and "the" that are written as a part of it."""
    if word.isascii():
        return word
    for before in (*_WITH_THE, *(() if word in known else _WITHOUT)):
        rest = word.removeprefix(before)
        if rest != word and len(rest) >= _SHORTEST_BARE and rest in known:
            return rest
    return word


@dataclass(frozen=True)
class Spelling:
    """Knows the longer words that phrases are made of, and finds them behind a slip of the finger."""

    words: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    """Words that stay as they are, though they might be a slip for one of the others: "quién" is no "quiten"."""

    @cached_property
    def _slips(self) -> Slips:
        """Made when somebody first writes."""
        return Slips(self.words)

    def mended(self, sentence: str) -> str:
        """A plain sentence with its misspelt words as the phrases have them."""
        return " ".join(map(self._mended, sentence.split()))

    def _mended(self, word: str) -> str:
        if _ARABIC.match(word):
            return _LONG_DRAWN.sub(r"\1", word)  # no word of Arabic has one letter three times
        shorter: tuple[str, ...] = ()
        if _LONG_DRAWN.search(word):
            shorter = (_LONG_DRAWN.sub(r"\1\1", word), _LONG_DRAWN.sub(r"\1", word))
        for written in (word, *shorter):
            if written in self.words or written in self.written:
                return written
            if (meant := self._slips.behind(written)) is not None:
                return meant
        return word


def arabic_words(phrases: Iterable[str]) -> frozenset[str]:
    words = {word for phrase in phrases for word in phrase.split() if not word.endswith("*")}
    return frozenset(word for word in map(plain_phrase, words) if _ARABIC.match(word))


def spelling(phrases: Iterable[str], written: Iterable[str] = ()) -> Spelling:
    """Of the words of these phrases; those of `written` are no slips for any."""
    return Spelling(_ascii_words(phrases), _ascii_words(written))


def _ascii_words(phrases: Iterable[str]) -> frozenset[str]:
    words = {word for phrase in phrases for word in phrase.split() if not word.endswith("*")}
    return frozenset(word for word in map(plain_phrase, words) if word.isalpha() and word.isascii())


def told_sentences(text: str) -> list[str]:
    """The sentences with the marks that end them."""
    return [part for part in re.findall(r"[^.!?؟\n]+[.!?؟]*", text) if plain(part)]


def has_a_mark(sentence: str) -> bool:
    """Whether a sentence ends as a question does."""
    return sentence.rstrip().endswith(_QUESTION_MARKS)


def has_a_question_mark(text: str) -> bool:
    """Whether one stands anywhere in a text."""
    return any(mark in text for mark in _QUESTION_MARKS)
