"""Trouble on purpose: what Telegram and the network do on a bad day, for tests."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from dataclasses import dataclass

from bot.rehearsal.telegram.refusals import Refusal, too_many


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


def asks_to_slow_down(retry_after: int) -> Fault:
    """Answer 429 with seconds to wait."""
    return Fault(refusal=too_many(retry_after))


def breaks() -> Fault:
    """Answer 500."""
    return Fault(refusal=Refusal(500, "Internal Server Error"))


def bad_gateway() -> Fault:
    """Answer 502 with an HTML page, as the web server before Telegram does."""
    return Fault(page=(502, "<html><head><title>502 Bad Gateway</title></head></html>"))


def answers(status: int, body: str) -> Fault:
    """Answer with anything at all, as a proxy between the bot and Telegram might."""
    return Fault(page=(status, body))


def refuses(code: int, description: str) -> Fault:
    """Answer any other refusal."""
    return Fault(refusal=Refusal(code, description))


def loses_the_answer() -> Fault:
    """Carry the request out, then break the connection before the answer."""
    return Fault(drop=True, accepted=True)


def loses_the_request() -> Fault:
    """Break the connection before anything is carried out."""
    return Fault(drop=True)


def is_slow(seconds: float) -> Fault:
    """Wait before the request is looked at."""
    return Fault(delay=seconds)


def is_cut_off(after: int) -> Fault:
    """Break a download after some bytes."""
    return Fault(cut=after)


def stalls(after: int, seconds: float) -> Fault:
    """Halt a download after some bytes for some seconds, then break it."""
    return Fault(cut=after, stall=seconds)


def is_held_by(gate: threading.Event) -> Fault:
    """Let a download come drop by drop, and whole once the gate is opened."""
    return Fault(gate=gate)


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
