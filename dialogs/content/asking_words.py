"""The words by which a line about a request tells when it was asked, how, and when it should come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs.case.request import HOWS
from dialogs.content.phrases import plain
from dialogs.content.shapes import Place, Shape, several, table

ROLES = ("asked", "promised", "other", "things", "sometime", "unclear", "of", "numbered")
"""What a phrase says of the day beside it: asked then, promised for then, another thing's, a paper's; that it was on no
day that is told; that the day beside it is not to be told; the "of" of "3rd of May"; or that the number behind it is no
day: of a room, a telephone."""
ALL_WAYS = (*HOWS, "another_way", "delivery", "not")
"""How it was asked; "delivery" is how it comes, and was asked so if no other way is told; "not" takes one back."""


@dataclass(frozen=True, slots=True)
class AskingWords:
    """The phrases of one language, plain, each with what it says."""

    roles: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[str, str] = field(default_factory=dict)


def named(asking: Mapping[str, Any]) -> AskingWords:
    return AskingWords(*({plain(each): kind for kind in kinds for each in asking[kind]} for kinds in (ROLES, ALL_WAYS)))


def twice(asking: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each phrase that stands in two lists of one sort: where it stands, the phrase, and where it stood before."""
    for kinds in (ROLES, ALL_WAYS):
        before: dict[str, str] = {}
        for kind in kinds:
            for each in asking[kind]:
                if before.setdefault(plain(each), kind) != kind:
                    yield f"asking.{kind}", each, f"asking.{before[plain(each)]}"


def _phrase(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not any(map(str.isalnum, value)):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    return value


_PHRASES = several(_phrase, least=1, of="words and phrases", distinct=True)
ASKING: Shape = table(dict.fromkeys((*ROLES, *ALL_WAYS), _PHRASES))
