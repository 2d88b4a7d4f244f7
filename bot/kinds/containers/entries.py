"""What lies in a container, not taken out yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.kinds.findings import State
from bot.kinds.kinds import Kind
from dialogs.receiving.sent import TELEGRAM_LIMIT


class Shut(Exception):
    """It cannot be taken out: it is locked, damaged, or larger than a file may be."""

    def __init__(self, state: State, kind: Kind = "unknown") -> None:
        super().__init__(state)
        self.state, self.kind = state, kind


@dataclass(frozen=True)
class Entry:
    """One of the things in it: its place there, its path (a label, and never a way), its bytes as it claims them."""

    place: str
    path: str
    size: int
    read: Callable[[], bytes]
    """All of it. Raises `Shut`."""
    head: bytes | None = None
    """Its first bytes; None where it cannot be taken out."""
    is_furniture: bool = False
    """Whoever made the container put it there for its looks."""


def within_limits(content: bytes | memoryview) -> bytes:
    """What was taken out already, if it is no larger than a file may be. Raises `Shut`."""
    if len(content) > TELEGRAM_LIMIT:
        raise Shut("over_limit")
    return bytes(content)
