"""The names of objects: the only place where an id becomes part of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.vault.names import require_case_id

_PLACE = r"(?P<case_id>[0-9a-f]{32})/(?P<document>0|[1-9][0-9]{0,18})/(?P<fence>[0-9a-f]{32})"
_PIECE = re.compile(_PLACE + r"\.(?P<number>[0-9]{5})")
_LABEL = re.compile(
    _PLACE + r"\.(?P<pieces>[0-9]{5})\.(?P<tag>[0-9a-f]{32})\.(?P<moment>[0-9a-f]{16})"
    r"\.(?:kept|(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\.aside)"
)
MOST_PIECES = 99_999
DELETIONS = "deletions"
_DELETION = re.compile(DELETIONS + r"/(?P<case_id>[0-9a-f]{32})")
TRIAL = "trial-"
"""How the name of an object begins that is put only to see whether it can be."""


@dataclass(frozen=True, slots=True)
class Place:
    """One attempt at a document: its fence is random, and nobody else's."""

    case_id: str
    document: int
    fence: str

    @property
    def folder(self) -> str:
        return f"{self.case_id}/{self.document}"

    def piece(self, number: int) -> str:
        return f"{self.folder}/{self.fence}.{number:05}"


@dataclass(frozen=True, slots=True)
class Label:
    """Says that a file is whole: how many pieces it has, which content, and when it was kept (nanoseconds)."""

    place: Place
    pieces: int
    tag: str
    moment: int
    day: date | None = None
    """On which day (UTC) it was set aside; none if it is kept."""

    @property
    def name(self) -> str:
        end = f"{self.day.isoformat()}.aside" if self.day else "kept"
        return f"{self.place.folder}/{self.place.fence}.{self.pieces:05}.{self.tag}.{self.moment:016x}.{end}"

    def aside(self, day: date) -> Label:
        return replace(self, day=day)

    @property
    def back(self) -> Label:
        return replace(self, day=None)


def deletion_of(case_id: str) -> str:
    """The name of the object that says that a case was deleted."""
    require_case_id(case_id)
    return f"{DELETIONS}/{case_id}"


def deleted_case(name: str) -> str:
    """Which case an object of this name says was deleted; empty if it says nothing of the kind."""
    found = _DELETION.fullmatch(name)
    return found["case_id"] if found else ""


def piece_of(name: str) -> tuple[Place, int] | None:
    """Whose piece an object of this name is, and which; None if it is none."""
    found = _PIECE.fullmatch(name)
    return (_place(found), int(found["number"])) if found else None


def label_of(name: str) -> Label | None:
    """The label that an object of this name is; None if it is none."""
    found = _LABEL.fullmatch(name)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"]) if found["day"] else None
    except ValueError:
        return None
    return Label(_place(found), int(found["pieces"]), found["tag"], int(found["moment"], 16), day)


def _place(found: re.Match[str]) -> Place:
    return Place(found["case_id"], int(found["document"]), found["fence"])
