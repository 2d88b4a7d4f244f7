"""The first line of a backup, the only one that can be read without the master key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

VERSION = 1
LONGEST = 256
_BEGINNING = re.compile(rb"second opinion backup (\d{1,6}) ")
"""What every version begins with."""
_LINE = re.compile(_BEGINNING.pattern + rb"([0-9a-f]{32}) ([0-9a-f]{16}) (\d{8}T\d{6}Z)\n")
_MOMENT = "%Y%m%dT%H%M%SZ"


class Refusal(Exception):
    """One line: why no backup was taken, read or put back."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose backup it is: the installation, the fingerprint of the master key it is sealed with, and when it began."""

    installation: str
    key: str
    began: datetime

    @property
    def moment(self) -> str:
        return self.began.astimezone(UTC).strftime(_MOMENT)

    @property
    def line(self) -> bytes:
        return f"second opinion backup {VERSION} {self.installation} {self.key} {self.moment}\n".encode()

    def bound_data(self, version: int) -> bytes:
        """Every chunk is bound to this line: with another one before it, none opens."""
        return bytes([version]) + self.line


def read_heading(line: bytes) -> Heading:
    """Raises `Refusal` for what is no backup, or one of a newer version."""
    beginning, found = _BEGINNING.match(line), _LINE.fullmatch(line)
    if beginning and int(beginning[1]) > VERSION:
        raise Refusal("this backup was written by a newer version of this bot: use that version")
    heading = _heading(found) if found else None
    if heading is None or heading.line != line:  # what is sealed is bound to the line as we would write it
        raise Refusal("this is no backup, or its first line is damaged")
    return heading


def _heading(found: re.Match[bytes]) -> Heading | None:
    try:
        began = datetime.strptime(found[4].decode(), _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Heading(found[2].decode(), found[3].decode(), began)
