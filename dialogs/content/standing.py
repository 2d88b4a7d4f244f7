"""Which of some files a text tells of, by where they stand: "the first two are labs, the last is the biopsy"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogs.content.phrases import arabic_words, bare, plain
from dialogs.content.word_rows import NO_ROWS, Row, Rows

_ENDS = re.compile(r"[,،;؛\n]|\.\s")
PLACES: Mapping[str, slice] = {
    **{f"file_{number}": slice(number - 1, number) for number in range(1, 7)},
    "file_last": slice(-1, None),
    "files_first_2": slice(2),
    "files_first_3": slice(3),
    "files_last_2": slice(-2, None),
}
"""What the lists are called in pressed.toml, and which of all files each means."""
AROUND = ("file_and", "file_is", "no_file")
"""What joins two of them; what stands between one and what it is; and what makes a number none of a file."""

Told = tuple[tuple[int, ...], str]
"""Some files, and what is said of them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The words of one language for where files stand."""

    places: Mapping[str, Rows] = field(default_factory=dict)
    joins: Rows = NO_ROWS
    is_one: Rows = NO_ROWS
    no_file: Rows = NO_ROWS
    filler: Rows = NO_ROWS
    arabic: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]], filler: Iterable[str]) -> Standing:
        arabic = arabic_words([phrase for name in (*PLACES, *AROUND) for phrase in lists.get(name, ())])
        read = cls(arabic=arabic)
        places = {name: read._rows(lists.get(name, ())) for name in PLACES}
        joins, is_one, no_file = (read._rows(lists.get(name, ())) for name in AROUND)
        return cls(places, joins, is_one, no_file, read._rows(filler), arabic)

    def told_apart(self, text: str, count: int) -> Sequence[Told]:
        """Of which files what is told; nothing where a part of the text is of none, or of one that is not there."""
        if self.no_file.found(self._words(text)):
            return ()
        found = list[Told]()
        for part in filter(plain, _ENDS.split(text)):
            told = self._in_a_part(self._words(part), count)
            if not told:
                return ()
            found += told
        numbers = [number for each, _ in found for number in each]
        are_there = all(each for each, _ in found)
        return found if are_there and len({*numbers}) == len(numbers) else ()

    def _in_a_part(self, words: Row, count: int) -> list[Told]:
        groups = list[tuple[int, int, tuple[int, ...]]]()
        """From which word to which, and the files."""
        at = 0
        while at < len(words):
            end, numbers = self._place(words, at, count)
            joins = bool(groups) and self._only_joins(words[groups[-1][1] : at])
            if end and (not words[at].isdecimal() or not at or joins):
                if joins:
                    groups[-1] = (groups[-1][0], end, (*groups[-1][2], *numbers))
                else:
                    groups.append((at, end, numbers))
            at = max(end, at + 1)
        return self._with_words(words, groups)

    def _with_words(self, words: Row, groups: list[tuple[int, int, tuple[int, ...]]]) -> list[Told]:
        """What stands behind each, or before the only one; nothing where it stands on both sides."""
        if not groups:
            return []
        before = words[: groups[0][0]]
        if not self.filler.cover(before):
            behind = words[groups[0][1] :]
            alone = len(groups) == 1 and (not behind or self.filler.cover(behind))
            return [(groups[0][2], " ".join(before))] if alone else []
        ends = [begin for begin, *_ in groups[1:]] + [len(words)]
        told = [(each, words[end:until]) for (_, end, each), until in zip(groups, ends, strict=True)]
        says_what = self._says_what(words[groups[0][1] - 1], told[0][1])  # the others may leave it out
        return [(each, " ".join(behind)) for each, behind in told] if says_what and all(map(_has_words, told)) else []

    def _says_what(self, last: str, behind: Row) -> bool:
        """Whether what follows says what it is: "the last labs" are no last file."""
        return last.isdecimal() or not self.is_one.rows or self.is_one.found(behind)

    def _place(self, words: Row, at: int, count: int) -> tuple[int, tuple[int, ...]]:
        """Where the longest ends that stands there, and which files it means."""
        end, name = max(((rows.longest(words, at), name) for name, rows in self.places.items()), default=(0, ""))
        return (end, tuple(range(count)[PLACES[name]])) if end else (0, ())

    def _only_joins(self, between: Row) -> bool:
        return not between or self.joins.cover(between)

    def _rows(self, phrases: Iterable[str]) -> Rows:
        return Rows.of(map(self._words, phrases))

    def _words(self, text: str) -> Row:
        return tuple(bare(word, self.arabic) for word in plain(text).replace(".", " ").split())


def _has_words(told: tuple[tuple[int, ...], Row]) -> bool:
    return bool(told[1])


NO_STANDING = Standing()
