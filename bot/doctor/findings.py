"""What the doctor finds: a line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["wrong", "note"]
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """`wrong` needs the operator; a `note` is worth knowing. `what` is its kind, for a program."""

    level: Level
    what: str
    line: str


def named(names: Iterable[tuple[str, int]]) -> str:
    """Files by case and number, both of them opaque, the first few of them."""
    known = sorted(names)
    more = f" and {len(known) - MOST_NAMED} more" if len(known) > MOST_NAMED else ""
    return ", ".join(f"{case_id}/{number}" for case_id, number in known[:MOST_NAMED]) + more


def some(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"
