"""The pulse of the line to Telegram: when something last got through, and since when nothing has."""

from __future__ import annotations

import time
from collections.abc import Callable

from telegram.error import InvalidToken

Seconds = Callable[[], float]
FAILING = 15.0
"""Seconds of failing after which we say so: a refusal or two in a row are no news."""
SILENT = 90.0
"""Seconds without a word after which something is wrong; a long poll takes 30."""
SEVERAL_MINUTES = 300.0
"""Seconds for which Telegram must refuse a token that it knew before, until we believe it."""


class Pulse:
    """Beats whenever something gets through. Times are seconds of a clock that nobody sets."""

    def __init__(self, failing: float = FAILING, silent: float = SILENT, clock: Seconds = time.monotonic) -> None:
        self._most_failing, self._most_silent, self._clock = failing, silent, clock
        self._began = clock()
        self._beat: float | None = None
        self._missed: float | None = None

    def beat(self) -> None:
        self._beat, self._missed = self._clock(), None

    def miss(self) -> None:
        """Something did not get through; only the first time since the last beat counts."""
        if self._missed is None:
            self._missed = self._clock()

    @property
    def has_begun(self) -> bool:
        """Whether anything has got through yet."""
        return self._beat is not None

    async def look(self) -> tuple[float, float]:
        """For how many seconds it has failed or been silent, and how many are well. Before the first beat none are."""
        now = self._clock()
        if self._beat is None:
            return now - self._began, -1.0
        if self._missed is not None:
            return now - self._missed, self._most_failing
        return now - self._beat, self._most_silent

    async def failing(self) -> tuple[float, float]:
        """For how many seconds it has failed, and how many are well; silence is well."""
        return (0.0 if self._missed is None else self._clock() - self._missed), self._most_failing


class Doubt:
    """Whether Telegram really does not know our token: one "Unauthorized" in the middle of a run proves nothing."""

    def __init__(self, clock: Seconds = time.monotonic) -> None:
        self._clock = clock
        self._known = False
        self._refused: float | None = None

    def answered(self) -> None:
        """Telegram answered as it answers a bot that it knows."""
        self._known, self._refused = True, None

    def passed(self) -> None:
        """Something else went wrong: what was refused before it does not count any more."""
        self._refused = None

    def refused(self, refusal: InvalidToken) -> None:
        """Telegram says that it does not know the token; raises the refusal if that is to be believed."""
        now = self._clock()
        self._refused = now if self._refused is None else self._refused
        if not self._known or now - self._refused >= SEVERAL_MINUTES:
            raise refusal
