"""Whether the database takes what is to be stored: it is told once that it does not, and why, and once that it does."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

log = logging.getLogger(__name__)

FAILING = 5.0
"""Seconds after which we are not ready any more: one commit that did not succeed is no news."""
QUIET = 12.0
"""Seconds for which nothing may be refused until it is over: what could not be stored is tried again by then, and on a
disk that is nearly full a small thing may be taken where that is not.
"""
SELDOM = 60.0
"""Seconds between two times at which it is told: a disk that is nearly full takes one thing and not another."""


class Taking:
    """Heard from the writer's thread, asked from the event loop's. Seconds are of a clock that nobody sets."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._refused: float | None = None
        self._refused_last = 0.0
        self._took_last = -1.0
        self._told: float | None = None
        """When it was last told."""
        self._is_told = False

    @property
    def is_refused(self) -> bool:
        return self._refused is not None

    def refuses(self, why: str) -> None:
        """Something could not be stored."""
        self._refused_last = now = self._clock()
        if self._refused is None:
            self._refused = now
        if not self._is_told and (self._told is None or now - self._told > SELDOM):
            self._told, self._is_told = now, True
            log.warning("nothing can be stored: %s; all waits, and goes on by itself once that is over", why)

    def takes(self) -> None:
        """Something was stored."""
        self._took_last = self._clock()
        if self._took_last - self._refused_last < QUIET:
            return
        refused, was_told = self._refused, self._is_told
        self._refused, self._is_told = None, False
        if refused is not None and was_told:
            log.warning("things are stored again, after %d seconds", self._refused_last - refused)

    async def look(self) -> tuple[float, float]:
        """For how many seconds nothing could be stored, and how many are well."""
        refused = self._refused
        if refused is None:
            return 0.0, FAILING
        # Where things are stored meanwhile, it is only waited for whether that lasts.
        until = self._clock() if self._refused_last > self._took_last else self._refused_last
        return until - refused, FAILING
