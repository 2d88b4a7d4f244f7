"""The numbers that are given to somebody in need: for an emergency, and for who needs somebody to talk to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from dialogs.content.files import Mistakes, unless_changed
from dialogs.content.shapes import Place, address, day, read, several, table, tables, text

NUMBER = re.compile(r"\d{2,6}(?: \d{2,6})*")
"""Digits, perhaps in groups: what a frightened person can dial as it stands there."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call, and where it helps."""

    places: str
    """How its countries are called, a key of [region] in words.toml."""
    call: str
    countries: frozenset[str]
    """Their codes (ISO 3166)."""
    name: str = ""
    """Who answers, where people know them by name."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """All of them."""

    emergency: tuple[Number, ...] = ()
    crisis: tuple[Number, ...] = ()
    crisis_page: str = ""
    """Where the numbers of all other countries are found."""

    @property
    def in_short(self) -> str:
        """Those for an emergency in half a line."""
        return ", ".join(each.call for each in self.emergency)

    @property
    def regions(self) -> Iterator[str]:
        """The keys of the places that are named."""
        yield from dict.fromkeys(each.places for each in (*self.emergency, *self.crisis))


def near(numbers: Iterable[Number], country: str) -> list[Number]:
    """The numbers, those of one country (its ISO code; empty: unknown) first."""
    return sorted(numbers, key=lambda number: country not in number.countries)


@unless_changed
def read_numbers(file: Path) -> Numbers:
    """Read and check numbers.toml. Raises `ContentError` naming every key that is wrong."""
    known = read(file, _NUMBERS)
    mistakes = Mistakes(file)
    for kind in ("emergency", "crisis"):
        seen = dict[str, int]()
        for at, row in enumerate(known[kind], start=1):
            for country in row["countries"]:
                if country in seen:
                    mistakes.note(f"{kind} {at}.countries", f"{country} stands in {kind} {seen[country]} already")
                seen.setdefault(country, at)
    mistakes.settle()
    emergency, crisis = (tuple(map(_number, known[kind])) for kind in ("emergency", "crisis"))
    return Numbers(emergency, crisis, known["crisis_elsewhere"]["page"])


def _number(row: Mapping[str, Any]) -> Number:
    return Number(row["places"], row["call"], frozenset(row["countries"]), row.get("name", ""))


def _call(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        return place.wrong(f'{value!r} should be a number as it is dialed, in quotes: "911" or "116 123"')
    return value


def _country(place: Place, value: Any) -> Any:
    if value not in Locale("en").territories or not re.fullmatch("[A-Z]{2}", str(value)):
        return place.wrong(f"{value!r} is not the code of a country, such as US or GB")
    return value


_FOUND = {"sources": several(address("https"), least=1, of="addresses", distinct=True), "seen": day}
_ROW = table(
    {
        "places": text(),
        "call": _call,
        "countries": several(_country, least=1, of='codes of countries: ["US", "CA"]', distinct=True),
        **_FOUND,
    },
    {"name": text()},
)
_NUMBERS = table(
    {
        "emergency": tables(_ROW, "emergency"),
        "crisis": tables(_ROW, "crisis"),
        "crisis_elsewhere": table({"page": text(), **_FOUND}),
    }
)
