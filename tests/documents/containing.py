"""What is found in a file that holds others."""

from __future__ import annotations

from bot.kinds.containers.listing import taken_out
from bot.kinds.every import examine
from bot.kinds.findings import Finding


def found(content: bytes) -> Finding:
    return next(examine(content))


def names(content: bytes) -> list[str]:
    return [each.name for each in found(content).contents.enclosed]


def taken(content: bytes, name: str) -> bytes:
    finding = found(content)
    (place,) = (each.place for each in finding.contents.enclosed if each.name == name)
    return taken_out(content, finding.kind, place)
