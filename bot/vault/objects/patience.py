"""Who waits for a store that does not answer: one at a time, so that the threads are there for all else.

That it is away is told once, and once that it is back; what waits for it is tried again by itself.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.vault.errors import StoreAway
from bot.vault.objects.reasons import SILENT

log = logging.getLogger(__name__)

STARTS = 5.0
"""Seconds from the first answer on in which nothing is told: a start that is refused says so in a line of its own."""
SELDOM = 60.0
"""Seconds between two times at which it is told that a store is away: one that answers now and then fills no log."""


class Patience:
    """While the store answers, all may ask; once it was silent, one asks, and the others hear at once that it is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._is_silent = False
        self._asking = threading.Lock()
        self._telling = threading.Lock()
        self._answered_first: float | None = None
        self._away_since: float | None = None
        self._told: float | None = None
        """When it was last told that it is away."""
        self._is_told = False

    @contextmanager
    def asking(self) -> Iterator[None]:
        asks_alone = self._is_silent
        if asks_alone and not self._asking.acquire(blocking=False):
            away = StoreAway(SILENT)
            away.is_told = self._is_told
            raise away
        try:
            yield
            self._answered()
        except StoreAway as away:
            self._is_silent = away.why == SILENT
            self._is_away(away)
            raise
        except FileNotFoundError:
            self._answered()
            raise
        finally:
            if asks_alone:
                self._asking.release()

    def _answered(self) -> None:
        self._is_silent = False
        if self._answered_first is not None and self._away_since is None:
            return
        with self._telling:
            self._answered_first = self._clock() if self._answered_first is None else self._answered_first
            since, self._away_since = self._away_since, None
            was_told, self._is_told = self._is_told, False
        if was_told and since is not None:
            log.warning("the store is back, after %d seconds", self._clock() - since)

    def _is_away(self, away: StoreAway) -> None:
        now = self._clock()
        with self._telling:
            self._away_since = now if self._away_since is None else self._away_since
            is_at_work = self._answered_first is not None and now - self._answered_first > STARTS
            tells = is_at_work and not self._is_told and (self._told is None or now - self._told > SELDOM)
            if tells:
                self._told, self._is_told = now, True
            away.is_told = self._is_told
        if tells:
            log.warning(
                "the store is away: %s; what needs it waits, and goes on by itself (%s)", away.why, away.setting
            )
