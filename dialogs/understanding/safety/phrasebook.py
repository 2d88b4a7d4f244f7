"""Thousands of phrases looked for at once: one walk along the words of a text finds them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dialogs.understanding.safety.letters import tokens

Word = tuple[str, ...]
"""A word as it was written, and as it may have been meant."""


@dataclass(slots=True)
class _Node:
    """Where one is in a phrase, and which lists it stands in if it ends here."""

    words: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    """Beginnings of words: behind each stood a star."""
    lengths: tuple[int, ...] = ()
    lists: tuple[int, ...] = ()


class Phrasebook:
    """Lists of phrases, each known by its number; a star at the end of a word stands for any ending."""

    def __init__(self, lists: Iterable[Iterable[str]] = ()) -> None:
        self._root = _Node()
        self._known: set[str] = set()
        self._beginnings: dict[str, list[_Node]] = {}
        """Where the words of our phrases lead; what anybody else writes is not remembered."""
        for number, phrases in enumerate(lists):
            for phrase in phrases:
                self._add(number, phrase)

    def _add(self, number: int, phrase: str) -> None:
        node = self._root
        for piece, is_stem in pieces(phrase):
            among = node.stems if is_stem else node.words
            following = among.get(piece)
            if following is None:
                following = among[piece] = _Node()
                if is_stem:
                    node.lengths = tuple(sorted({*node.lengths, len(piece)}))
            node = following
            self._known.add(piece)
        node.lists = tuple(dict.fromkeys((*node.lists, number)))

    def found(self, words: Sequence[Word]) -> list[tuple[int, int, int]]:
        """Each list that has a phrase in these words, with where the phrase begins and the place behind its end."""
        hits: list[tuple[int, int, int]] = []
        for start, beginnings in enumerate(words):
            ways = [(each, start + 1) for word in beginnings for each in self._begun(word)]
            for node, at in ways:  # grows as it is walked
                for number in node.lists:
                    hits.append((number, start, at))
                if at < len(words) and (node.words or node.stems):
                    ways += [(each, at + 1) for word in words[at] for each in _following(node, word)]
        return hits

    def _begun(self, word: str) -> list[_Node]:
        if word not in self._known:
            return _following(self._root, word)
        if (known := self._beginnings.get(word)) is None:
            known = self._beginnings[word] = _following(self._root, word)
        return known


def _following(node: _Node, word: str) -> list[_Node]:
    exact = node.words.get(word)
    following = [] if exact is None else [exact]
    if node.stems:
        for length in node.lengths:
            if length > len(word):
                break
            if (stem := node.stems.get(word[:length])) is not None:
                following.append(stem)
    return following


@cache
def pieces(phrase: str) -> tuple[tuple[str, bool], ...]:
    """The words of a phrase as the ears take them, and whether a star stands behind each."""
    return tuple(
        (token, word.endswith("*") and place == len(parts) - 1)
        for word in phrase.split()
        for parts in [tokens(word.rstrip("*"))]
        for place, token in enumerate(parts)
    )
