"""Arabic in Latin letters and figures, as it is typed on a phone: "3am nzif" sounds like «عم نزيف».

Nobody spells it the same way twice: vowels come and go, and one letter stands for several. So both are looked at by the
sounds that are left: without vowels, without what some dialects do not say, and what is taken for each other as one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from dialogs.content.word_rows import Row, Rows
from dialogs.understanding.safety.heard import Kind

_WORD = re.compile(r"[a-z0-9]+")
_FIGURE = re.compile(r"[a-z][235789]|[235789][a-z]")
"""Figures that stand for letters."""
_FEVER = re.compile(r"(?:3[789]|4[012])(?:[.,]\d)?")
"""A temperature says nothing that its word does not."""
_OF_LATIN = (("sh", "$"), ("ch", "$"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("5", "x"), ("7", "h"))
_SAME_LATIN = str.maketrans({"p": "b", "v": "f", "z": "d", "6": "t", "8": "g", "9": "", "q": "", "2": "", "'": ""})
_DROPPED = re.compile(r"[aeiouyw]")
_OF_ARABIC = str.maketrans(
    {
        **dict(zip("بتثجحخدذرزسشصضطظعغفكلمنهگ", "bttjhxddrds$sdtd3gfklmnhk", strict=False)),
        **dict.fromkeys("اأإآىيوءئؤةق", ""),
    }
)
_NOT = frozenset({"ما", "مش", "مو", "لا", "لم"})
_NOT_IN_LATIN = frozenset(
    {
        "ma",
        "mafi",
        "mesh",
        "mish",
        "msh",
        "mosh",
        "mush",
        "mch",
        "mech",
        "mouch",
        "mo",
        "mou",
        "la",
        "bala",
        "bla",
        "bidoun",
        "bdoun",
        "bidun",
    }
)
"""A no: with it only that is heard which has one, "ma b2dar etnaffas"."""
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class BySound:
    """The plainest signs by their sounds, and what may stand around them."""

    signs: tuple[tuple[Kind, Rows, Rows], ...]
    """The most urgent kind first: those that say what is, and those that say what cannot be done."""
    every: Rows

    @classmethod
    def of(cls, signs: Iterable[tuple[Kind, Rows]], every: Iterable[Rows]) -> Self:
        parted = []
        for kind, rows in signs:
            denied = [row for row in rows.rows if row[0] in _NOT]
            said = [row for row in rows.rows if row[0] not in _NOT]
            parted.append((kind, _by_sound(said), _by_sound(denied)))
        return cls(tuple(parted), _by_sound(row for rows in every for row in rows.rows))

    def heard(self, text: str, others: Collection[str]) -> Kind | None:
        """The most urgent of the signs, if a text says nothing else. `others`: words of other languages."""
        words = _latin_words(text)
        if not words or not (_FIGURE.search(text.casefold()) or _is_of_no_other(words, others)):
            return None
        sounds = tuple(map(of_latin, words))
        if not self.every.cover(sounds):
            return None
        is_denied = not _NOT_IN_LATIN.isdisjoint(words)
        found = (kind for kind, said, denied in self.signs if (denied if is_denied else said).found(sounds))
        return next(found, None)


def _is_of_no_other(words: Sequence[str], others: Collection[str]) -> bool:
    return len(words) > 1 and not any(word in others for word in words)


def _latin_words(text: str) -> list[str]:
    """The words of a text in Latin letters, with figures that are letters; none if it has other letters, too."""
    letters = text.casefold().replace("'", "")
    return [word for word in _WORD.findall(letters) if not _FEVER.fullmatch(word)] if letters.isascii() else []


def of_latin(word: str) -> str:
    """The sounds of a word in Latin letters."""
    for written, sound in _OF_LATIN:
        word = word.replace(written, sound)
    word = _DROPPED.sub("", word.translate(_SAME_LATIN))
    return _without_an_end(_DOUBLE.sub(r"\1", word))


def of_arabic(word: str) -> str:
    """The sounds of a word in Arabic letters, as `tokens` gives it."""
    return _without_an_end(_DOUBLE.sub(r"\1", word.translate(_OF_ARABIC)))


def _without_an_end(sounds: str) -> str:
    return sounds.removesuffix("h") if len(sounds) > 1 else sounds


def _by_sound(rows: Iterable[Row]) -> Rows:
    """Rows of Arabic words by their sounds; those of other words are left out."""
    return Rows.of(
        tuple(map(of_arabic, row)) for row in rows if not "".join(row).isascii() and all(map(of_arabic, row))
    )
