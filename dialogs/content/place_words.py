"""Words for a place or a person that records go to, and the small ones that stand around a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from dialogs.content.phrases import NO_PHRASES, Phrases, Text, plain


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Those of one language."""

    placing: Phrases = NO_PHRASES
    """With one of them a place is named, whatever else is told: "hospital", "Dr."."""
    linking: Phrases = NO_PHRASES
    """They stand in a name and around it, and tell nothing: "at", "the"."""


PLACING = tuple(each.name for each in fields(PlaceWords))
NO_PLACE_WORDS = PlaceWords()


def without_links(every: Sequence[PlaceWords], words: Sequence[str]) -> list[str]:
    """The words that have a letter and are no small ones."""
    lettered = [word for word in words if any(map(str.isalpha, word))]
    return [word for word in lettered if not any(each.linking.found(_read(word)) for each in every)]


def own_names(every: Sequence[PlaceWords], words: Sequence[str]) -> list[str]:
    """What stands beside the words for any place: of "the breast clinic" one word, of "to the hospital" none."""
    left = without_links(every, words)
    return [word for word in left if not any(each.placing.found(_read(word)) for each in every)]


def _read(word: str) -> Text:
    return Text(plain(word).replace(".", " "))
