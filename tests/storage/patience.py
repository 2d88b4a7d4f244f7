"""Waiting for something to hold, never longer than some seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Found = TypeVar("Found")


async def eventually(look: Callable[[], Found], what: str, seconds: float = 120) -> Found:
    """Look again and again, while the loop goes on, until something is found; return it."""
    never = asyncio.Event()
    for _ in range(int(seconds * 200)):
        if found := look():
            return found
        with suppress(TimeoutError):
            await asyncio.wait_for(never.wait(), 0.005)
    raise AssertionError(f"{what}: not within {seconds} seconds")


async def others_go_on() -> None:
    """Let every task that was just begun go on until it has to wait."""
    await asyncio.to_thread(lambda: None)
