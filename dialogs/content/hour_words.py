"""How a time of day is said beside a day, as days.toml lists it, and the pattern that finds it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.content.counted import Token
from dialogs.content.phrases import plain
from dialogs.content.shapes import Place, several

CLOCK = r"\d{1,2}(?:\s?[:.h]\s?\d{2})?(?:\s*[ap]\.?m\b\.?)?"


def pattern_of(said: Sequence[str], named: Mapping[str, Token]) -> str:
    """How a time of day is said, with # where its number stands; the longest wins."""
    numbers = (re.escape(word) for word, (kind, _) in named.items() if kind == "number" and " " not in word)
    clock = f"(?:{CLOCK}|{'|'.join(numbers)})"
    longest_first = (re.escape(each) for each in sorted(said, key=len, reverse=True))
    ways = (each.replace(r"\#", clock).replace(r"\ ", r"\s+") for each in longest_first)
    return rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)"


def _hour(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not plain(value):
        return place.wrong(f"{value!r} should be a way to say a time of day, with # where its number stands")
    return value


HOURS = several(_hour, least=1, of='ways to say a time of day, such as "at #"', distinct=True)
