"""Trouble on purpose: what Telegram and the network do on a bad day, for tests."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from dataclasses import dataclass

from bot.rehearsal.telegram.refusals import Refusal


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong with one request.

    `delay` is seconds before the request is looked at. With `refusal` or `page` (a status and an HTML page) the
    request is not carried out. With `drop` the connection breaks: before the request is carried out, or after it if
    `accepted`. `cut` breaks or, with `stall` seconds, halts a download after that many bytes. `gate` lets a download
    come drop by drop until it is opened.
    """

    delay: float = 0
    refusal: Refusal | None = None
    page: tuple[int, str] | None = None
    drop: bool = False
    accepted: bool = False
    cut: int | None = None
    stall: float = 0
    gate: threading.Event | None = None


class Faults:
    """What goes wrong next, by method; downloads count as the method `file`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}

    def next(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one fault a call, in this order."""
        with self._lock:
            self._next[method].extend(faults)

    def always(self, fault: Fault, method: str = "*") -> None:
        """Let every call of a method, or every call at all, go wrong until `clear`."""
        with self._lock:
            self._always[method] = fault

    def clear(self) -> None:
        """Let everything work again."""
        with self._lock:
            self._next.clear()
            self._always.clear()

    def take(self, method: str) -> Fault | None:
        """Return what goes wrong with this call, if anything."""
        with self._lock:
            if self._next[method]:
                return self._next[method].popleft()
            return self._always.get(method) or self._always.get("*")
