"""Rows of words: phrases that are looked for word by word, and the words that are told alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from sys import intern

from dialogs.content.phrases import plain_phrase

Row = tuple[str, ...]
ANY, NUMBER = "*", "#"
_NUMBER = re.compile(r"\d+([^\W\d]*)")


@dataclass(frozen=True, slots=True)
class Wild:
    """What a star and # stand for in one language."""

    denials: frozenset[str] = frozenset()
    """Words that a star never stands for: "nobody" is no name."""
    endings: frozenset[str] = frozenset()
    """What may stand behind the figures of a #: "3rd", "10am"."""

    def is_word(self, word: str) -> bool:
        return word not in self.denials and word.isalpha()

    def is_number(self, word: str) -> bool:
        found = _NUMBER.fullmatch(word)
        return found is not None and (not found[1] or found[1] in self.endings)


PLAINLY = Wild()


@dataclass(frozen=True, slots=True)
class Rows:
    """Phrases by their first words. A star alone is any word, behind letters any ending; # is any number."""

    rows: tuple[Row, ...] = ()
    _parts: tuple[Rows, ...] = ()
    """Rows that have no parts themselves, and are looked through in the place of this one's own."""
    _by_word: dict[str, list[Row]] = field(default_factory=dict, compare=False, repr=False)
    _by_letter: dict[str, list[Row]] = field(default_factory=dict, compare=False, repr=False)
    """Those that begin with letters and a star, by the first letter."""
    _wild: list[Row] = field(default_factory=list, compare=False, repr=False)
    """Those that begin with any word, or any number."""
    wild: Wild = PLAINLY

    @classmethod
    def of(cls, rows: Iterable[Row], wild: Wild = PLAINLY) -> Rows:
        # The same few thousand words stand in all of them: each is in memory once.
        made = cls(tuple(dict.fromkeys(tuple(map(intern, row)) for row in rows if row)), wild=wild)
        for row in made.rows:
            if row[0] in (ANY, NUMBER):
                made._wild.append(row)
            elif row[0].endswith(ANY):
                made._by_letter.setdefault(row[0][0], []).append(row)
            else:
                made._by_word.setdefault(row[0], []).append(row)
        return made

    @classmethod
    def together(cls, parts: Iterable[Rows]) -> Rows:
        """The rows of all of these."""
        whole = (each for part in parts for each in (part._parts or (part,)))
        return cls(_parts=tuple({id(each): each for each in whole}.values()))

    def found(self, words: Row) -> bool:
        """Whether one of them stands somewhere among the words."""
        return any(True for at in range(len(words)) for _ in self._ends(words, at))

    def begin(self, words: Row) -> bool:
        return bool(words) and any(True for _ in self._ends(words, 0))

    def cover(self, words: Row) -> bool:
        """Whether the words are made of nothing but these."""
        reached = {0}
        for at in range(len(words)):
            if at in reached:
                reached.remove(at)
                reached.update(self._ends(words, at))
            if not reached:
                return False
        return len(words) in reached

    def taken_out(self, words: Row) -> Row:
        """The words without the longest of these wherever one stands."""
        left, at = list[str](), 0
        while at < len(words):
            end = max(self._ends(words, at), default=at)
            if end == at:
                left.append(words[at])
                end += 1
            at = end
        return tuple(left)

    def longest(self, words: Row, at: int) -> int:
        """Where the longest of these ends that stands at a place; 0 where none does."""
        return max(self._ends(words, at), default=0) if at < len(words) else 0

    def _ends(self, words: Row, at: int) -> Iterator[int]:
        word, room = words[at], len(words) - at
        for part in self._parts or (self,):
            for rows in (part._by_word.get(word), part._by_letter.get(word[:1]), part._wild):
                for row in rows or ():
                    if (length := len(row)) <= room and all(map(part._is, row, words[at : at + length])):
                        yield at + length

    def _is(self, wanted: str, word: str) -> bool:
        if wanted == word:
            return True
        if wanted == NUMBER:
            return self.wild.is_number(word)
        if wanted == ANY:
            return self.wild.is_word(word)
        return wanted.endswith(ANY) and word.startswith(wanted[:-1])


NO_ROWS = Rows()


def words_of(phrase: str) -> Iterable[str]:
    """The words of a phrase as they are looked for: a star and # stay."""
    if "*" not in phrase and "#" not in phrase:
        return plain_phrase(phrase).split()
    return (plain_phrase(word.rstrip("*#")) + ("" if word[-1] not in "*#" else word[-1]) for word in phrase.split())


@dataclass(frozen=True, slots=True)
class Twins:
    """What is written in many ways and means one: "dont", "do not", "dnt"."""

    _one: Mapping[Row, Row] = field(default_factory=dict)
    _longest: int = 0
    _first: frozenset[str] = frozenset()

    @classmethod
    def of(cls, same: Mapping[str, Iterable[str]]) -> Twins:
        one = {
            tuple(plain_phrase(other).split()): tuple(plain_phrase(to).split())
            for to, others in same.items()
            for other in others
        }
        return cls(one, max(map(len, one), default=0), frozenset(row[0] for row in one))

    def told_alike(self, words: Row) -> Row:
        if self._first.isdisjoint(words):
            return words
        told, at = list[str](), 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                if (one := self._one.get(tuple(words[at : at + length]))) is not None:
                    told += one
                    at += length
                    break
            else:
                told.append(words[at])
                at += 1
        return tuple(told)


def expanded(phrases: Iterable[str], lists: Mapping[str, Sequence[str]]) -> list[str]:
    """Phrases with the lists they name by @ put in: every combination."""
    found = []
    for phrase in phrases:
        choices = [expanded(lists[word[1:]], lists) if word.startswith("@") else (word,) for word in phrase.split()]
        found += [" ".join(each) for each in product(*choices)]
    return found
