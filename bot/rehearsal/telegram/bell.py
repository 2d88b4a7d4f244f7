"""Wakes whoever waits for something to change: threads of a test, and long polls of the server."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Bell:
    """One lock for everything that is remembered, and a bell that rings after each change."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._rung = threading.Condition(self.lock)
        self._sleepers: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    def ring(self) -> None:
        """Tell everyone who waits to look again."""
        with self.lock:
            self._rung.notify_all()
            for event, loop in self._sleepers.items():
                if not loop.is_closed():
                    loop.call_soon_threadsafe(event.set)
            self._sleepers.clear()

    def wait(self, look: Callable[[], Found], seconds: float) -> Found:
        """Block this thread until `look` finds something or the seconds are over; return what it last found."""
        with self.lock:
            self._rung.wait_for(look, seconds)
            return look()

    async def until(self, look: Callable[[], Found], seconds: float) -> Found:
        """Wait, without blocking the event loop, until `look` finds something or the seconds are over."""
        end = time.monotonic() + seconds
        while True:
            event = asyncio.Event()
            with self.lock:
                found = look()
                left = end - time.monotonic()
                if found or left <= 0:
                    return found
                self._sleepers[event] = asyncio.get_running_loop()
            try:
                await asyncio.wait_for(event.wait(), left)
            except TimeoutError:
                continue
            finally:
                with self.lock:
                    self._sleepers.pop(event, None)
