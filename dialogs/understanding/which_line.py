"""Which of a patient's own lines somebody means: by the name in it, misspelt perhaps, or by where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from dialogs.content.told import Told
from dialogs.content.told_words import words_told
from dialogs.content.word_rows import Row
from dialogs.understanding.said_figures import FIGURE
from dialogs.understanding.slips import how_alike

SMALL = 2
"""Letters of a word by which no line is known: "of"."""
BOTH = 2
SMALL_BETWEEN = 3
"""Letters of a word that may stand between two names: "and"."""
SHORTEST_WITH_A_SLIP, ALIKE = 6, 0.85
"""Letters of a word that may be misspelt, and how much alike both are then: "tamoxifin"."""


def by_place(lines: Sequence[object], rest: Row, told: Told) -> set[int]:
    """The lines that are meant by where they stand: "the first", "both", "everything"."""
    if told.both.cover(rest):
        return {*range(len(lines))} if len(lines) == BOTH else set()
    if told.every.cover(rest):
        return {*range(len(lines))}
    if told.first.cover(rest):
        return {0}
    return {len(lines) - 1} if told.last.cover(rest) else set()


def joined_lines(lines: Sequence[str], gone: Collection[int]) -> str:
    return ", ".join(lines[at] for at in sorted(gone))


def named_in(lines: Sequence[str], words: Iterable[str]) -> int | None:
    """The one line that has a name of these words in it, misspelt perhaps; of more than one the first word's."""
    for word in words:
        if len(word) > SMALL_BETWEEN and not FIGURE.match(word):
            found = [at for at, line in enumerate(lines) if any(alike(word, each) for each in words_told(line))]
            if found:
                return found[0] if len(found) == 1 else None
    return None


def line_of(lines: Sequence[str], words: Iterable[str]) -> int | None:
    """The line in which all of these words stand; None if there is none, or more than one."""
    wanted = {word for word in words if len(word) > SMALL}
    found = [at for at, line in enumerate(lines) if wanted and wanted <= {*_bare_words(line), *words_told(line)}]
    return found[0] if len(found) == 1 else None


def _bare_words(line: str) -> Iterable[str]:
    """Arabic words with "the" in front of them, too: it is written or left out."""
    return ("ال" + word for word in words_told(line))


def alike(one: str, other: str) -> bool:
    """Whether two words are one, with a slip in it, or with what Arabic writes in front of a word."""
    one, other = (re.sub(r"^و?ال(?=\w{3})", "", each) for each in (one, other))
    if one == other or one == "و" + other:
        return True
    if FIGURE.match(one) or min(len(one), len(other)) < SHORTEST_WITH_A_SLIP:
        return False
    return how_alike(one, other) >= ALIKE
