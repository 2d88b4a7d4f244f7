"""Thousands of phrases looked for at once: one walk along the words of a text finds them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from sys import intern

from dialogs.understanding.safety.letters import tokens

Word = tuple[str, ...]
"""A word as it was written, and as it may have been meant."""


@dataclass(slots=True)
class _Node:
    """Where one is in a phrase, and which lists it stands in if it ends here."""

    words: dict[str, _Node] = field(default_factory=lambda: _NOWHERE)
    stems: dict[str, _Node] = field(default_factory=lambda: _NOWHERE)
    """Beginnings of words: behind each stood a star."""
    lengths: tuple[int, ...] = ()
    lists: tuple[int, ...] = ()


_NOWHERE: dict[str, _Node] = {}
"""Where most phrases lead at their end, shared and never filled: empty ones of their own were some megabytes."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What begins with a word: lists that have it as a phrase of its own, and where its longer phrases lead."""

    lists: tuple[int, ...] = ()
    goes_on: tuple[_Node, ...] = ()


NOTHING_BEGUN = Begun()


class Phrasebook:
    """Lists of phrases, each known by its number; a star at the end of a word stands for any ending."""

    def __init__(self, lists: Iterable[Iterable[str]] = ()) -> None:
        self._root = _Node()
        for number, phrases in enumerate(lists):
            for phrase in phrases:
                self._add(number, phrase)
        _share_ends(self._root, {})

    def _add(self, number: int, phrase: str) -> None:
        node = self._root
        for token, is_stem in pieces(phrase):
            piece = intern(token)  # one for all phrases that have it: some megabytes less
            following = (node.stems if is_stem else node.words).get(piece)
            node = self._lead_on(node, piece, is_stem) if following is None else following
        node.lists = tuple(dict.fromkeys((*node.lists, number)))

    @staticmethod
    def _lead_on(node: _Node, piece: str, is_stem: bool) -> _Node:
        """A new place behind another."""
        made = _Node()
        if is_stem:
            node.stems = node.stems or {}
            node.stems[piece] = made
            node.lengths = tuple(sorted({*node.lengths, len(piece)}))
        else:
            node.words = node.words or {}
            node.words[piece] = made
        return made

    def begun(self, word: Word) -> Begun:
        """What begins with a word, however it was meant. Every part of a text needs it: see `found`."""
        nodes = [each for one in word for each in _following(self._root, one)]
        if not nodes:
            return NOTHING_BEGUN
        lists = tuple(number for each in nodes for number in each.lists)
        return Begun(lists, tuple(each for each in nodes if each.words or each.stems))

    def found(self, words: Sequence[Word], begun: Sequence[Begun] | None = None) -> list[tuple[int, int, int]]:
        """Each list that has a phrase in these words, with where the phrase begins and the place behind its end.

        `begun`: what begins with each of them, if that is known already.
        """
        hits: list[tuple[int, int, int]] = []
        last = len(words)
        for start, beginning in enumerate(map(self.begun, words) if begun is None else begun):
            if beginning is NOTHING_BEGUN:
                continue
            for number in beginning.lists:
                hits.append((number, start, start + 1))
            nodes, at = beginning.goes_on, start + 1
            while nodes and at < last:
                reached: list[_Node] = []
                for word in words[at]:
                    for node in nodes:
                        if (exact := node.words.get(word)) is not None:
                            reached.append(exact)
                        if node.stems:
                            reached += _stems(node, word)
                if not reached:
                    break
                at += 1
                hits += [(number, start, at) for each in reached for number in each.lists]
                nodes = tuple([each for each in reached if each.words or each.stems])
        return hits


def _share_ends(node: _Node, ends: dict[tuple[int, ...], _Node]) -> None:
    """One place for all phrases of the same lists that end in it: most places are ends, and alike."""
    for known in (node.words, node.stems):
        for piece, following in known.items():
            if following.words or following.stems:
                _share_ends(following, ends)
            else:
                known[piece] = ends.setdefault(following.lists, following)


def _following(node: _Node, word: str) -> list[_Node]:
    exact = node.words.get(word)
    return [*([] if exact is None else [exact]), *(_stems(node, word) if node.stems else ())]


def _stems(node: _Node, word: str) -> list[_Node]:
    """Where beginnings of a word lead."""
    known, length = node.stems, len(word)
    return [known[stem] for each in node.lengths if each <= length and (stem := word[:each]) in known]


@cache
def pieces(phrase: str) -> tuple[tuple[str, bool], ...]:
    """The words of a phrase as the ears take them, and whether a star stands behind each."""
    return tuple(
        (token, word.endswith("*") and place == len(parts) - 1)
        for word in phrase.split()
        for parts in [tokens(word.rstrip("*"))]
        for place, token in enumerate(parts)
    )
