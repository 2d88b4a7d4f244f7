"""Files that are counted off in words: "one is the biopsy, two is the CT"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.content.phrases import arabic_words, bare, plain

COUNTS = tuple(f"count_{number}" for number in range(1, 7))
"""What the lists are called in pressed.toml."""
MANY = "files_are"
"""What stands behind the number of some things, and not behind the name of one: "two are labs"."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of one language that count."""

    numbers: Mapping[str, int]
    many: frozenset[str]
    arabic: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> Counted:
        named = {word: at for at, name in enumerate(COUNTS, start=1) for word in lists.get(name, ())}
        many = tuple(lists.get(MANY, ()))
        arabic = arabic_words((*named, *many))
        read = cls({}, frozenset(), arabic)
        return cls({read._bare(word): at for word, at in named.items()}, frozenset(map(read._bare, many)), arabic)

    def in_figures(self, text: str) -> str:
        """A text that counts from one upward, with the figures for its words; any other as it is."""
        words = [self._bare(word) for word in _WORD.findall(text)]
        counts = [(at, self.numbers[word]) for at, word in enumerate(words) if word in self.numbers]
        upward = [number for _, number in counts] == [*range(1, len(counts) + 1)]
        if not upward or len(counts) < 2 or any(self._are_many(words, at) for at, _ in counts):
            return text
        return _WORD.sub(lambda word: str(self.numbers.get(self._bare(word[0]), word[0])), text)

    def _are_many(self, words: list[str], at: int) -> bool:
        return bool(self.many.intersection(words[at + 1 : at + 2]))

    def _bare(self, word: str) -> str:
        return bare(plain(word), self.arabic)


NOT_COUNTED = Counted({}, frozenset(), frozenset())
