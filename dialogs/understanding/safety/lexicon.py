"""All phrases that rules and meanings listen for, numbered, and laid out so that one walk along a text finds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from dialogs.understanding.safety.phrasebook import Phrasebook, pieces
from dialogs.understanding.safety.rules import SCOPES, Phrases, Rule, Rules


@dataclass(frozen=True, slots=True)
class Numbered:
    """The lists of some languages, one behind the other, and which of them is what."""

    lists: tuple[Phrases, ...]
    rules: dict[int, list[tuple[Rule, frozenset[int], int]]]
    """By the number of their first list, as only those of which it was found are looked at: the numbers of all lists of
    a rule, and of the one that silences it."""
    scopes: tuple[tuple[int, ...], ...]
    first_meaning: int
    """The number of the first list that is of a meaning, and not of a rule or of what ends its reach."""

    @classmethod
    def of(cls, languages: Iterable[Rules]) -> Self:
        every, lists = tuple(languages), list[Phrases]()

        def listed(phrases: Phrases) -> int:
            lists.append(phrases)
            return len(lists) - 1

        rules: dict[int, list[tuple[Rule, frozenset[int], int]]] = {}
        for rule in (rule for each in every for rule in each.rules):
            groups = tuple(map(listed, rule.all))
            rules.setdefault(groups[0], []).append((rule, frozenset(groups), listed(rule.unless)))
        scopes = tuple(tuple(listed(getattr(each.scope, name)) for each in every) for name in SCOPES)
        first_meaning = len(lists)
        names = sorted({name for each in every for name in each.meanings})
        lists += [tuple(each for known in every for each in known.meanings.get(name, ())) for name in names]
        return cls(tuple(lists), rules, scopes, first_meaning)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The lists of some languages as a book, and the words of each language: slow to make, and worth keeping."""

    book: Phrasebook
    vocabularies: tuple[tuple[str, frozenset[str]], ...]
    """By the name of each language."""

    @classmethod
    def of(cls, languages: Iterable[Rules]) -> Self:
        every = tuple(languages)
        vocabularies = tuple((each.language, _vocabulary(each)) for each in every)
        return cls(Phrasebook(Numbered.of(every).lists), vocabularies)


def _vocabulary(language: Rules) -> frozenset[str]:
    lists = [*(group for rule in language.rules for group in rule.all), *language.meanings.values()]
    return frozenset(
        piece for phrases in lists for phrase in phrases for piece, is_stem in pieces(phrase) if not is_stem
    )
