"""Places for work that takes something scarce: so many at a time, and of one patient never more than one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Places:
    """Whoever waits gets a place in the order of asking, but behind others once one of theirs is taken."""

    def __init__(self, places: int) -> None:
        self._places = asyncio.Semaphore(places)
        self._own: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, case_id: str) -> AsyncIterator[None]:
        own = self._own.get(case_id)
        if own is None:
            own = self._own[case_id] = asyncio.Lock()
        async with own, self._places:
            yield
