"""Deposits for those who may not wait for a disk or a network themselves: begun and discarded in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from typing import TypeVar

Entered = TypeVar("Entered")


@asynccontextmanager
async def in_a_thread(begin: Callable[[], AbstractContextManager[Entered]]) -> AsyncIterator[Entered]:
    """Begin something and enter it, and leave it at the end, also if we are told to stop while it begins."""

    def enter() -> tuple[AbstractContextManager[Entered], Entered]:
        context = begin()
        return context, context.__enter__()

    entering = asyncio.ensure_future(asyncio.to_thread(enter))
    try:
        _, entered = await asyncio.shield(entering)
        yield entered
    finally:
        await asyncio.wait({entering})
        if not entering.exception():
            await asyncio.to_thread(entering.result()[0].__exit__, None, None, None)
