"""Places for work that takes something scarce: so many at a time, and who has many files keeps nobody waiting."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Places:
    """Whoever waits gets a place in the order of asking, but behind others once one of theirs is taken.

    `each`: how many one patient may have while nobody else wants them. Who has none never waits for such a one: it does
    not count for them, so that for a moment there may be more at work than there are places.
    """

    def __init__(self, places: int, each: int = 1) -> None:
        self._places, self._each = places, each
        self._taken = Counter[str]()
        self._waiting: list[tuple[str, asyncio.Future[None]]] = []

    @asynccontextmanager
    async def of(self, case_id: str) -> AsyncIterator[None]:
        waits = (case_id, asyncio.get_running_loop().create_future())
        self._waiting.append(waits)
        self._give()
        try:
            await waits[1]
        except asyncio.CancelledError:
            if waits in self._waiting:
                self._waiting.remove(waits)
            else:  # it was given in the very moment
                self._give_back(case_id)
            raise
        try:
            yield
        finally:
            self._give_back(case_id)

    def _give_back(self, case_id: str) -> None:
        self._taken[case_id] -= 1
        self._taken += Counter()  # without those who have none
        self._give()

    def _give(self) -> None:
        """Give what is free to those who wait: to whoever has none before anybody gets one more."""
        for has_none in (True, False):
            for waits in [*self._waiting]:
                case_id, place = waits
                if (case_id not in self._taken) == has_none and self._is_free_for(case_id) and not place.done():
                    self._waiting.remove(waits)
                    self._taken[case_id] += 1
                    place.set_result(None)

    def _is_free_for(self, case_id: str) -> bool:
        if case_id not in self._taken:
            return len(self._taken) < self._places
        return self._taken[case_id] < self._each and self._taken.total() < self._places
