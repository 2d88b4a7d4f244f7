"""The one question about the country, and where it leads back to: whoever asks says where to go on (`Row.then`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.steps import REVIEW
from dialogs.journey.table import Row, leaving
from dialogs.letters import COUNTRIES

COUNTRY = "country"
FORMERLY: Mapping[str, tuple[str, str]] = {
    "letters.country": (COUNTRY, "letters.one"),
    "requests.country": (COUNTRY, "requests"),
    "reminders.country": (COUNTRY, ""),
}
"""The steps at which it was asked before it was one question."""


def rows(_: Guide) -> Iterator[Row]:
    """Whatever is answered, it goes on where it was asked for."""
    yield from leaving((*COUNTRIES, "skip"), COUNTRY, REVIEW)


def matters_to_a_request(position: Position) -> bool:
    """Something was asked for, and it is not known yet whose rule holds for it."""
    return bool(position.case.requests) and not position.case.country
