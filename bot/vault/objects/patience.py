"""Who waits for a store that does not answer: one at a time, so that the threads are there for all else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bot.vault.errors import StoreAway
from bot.vault.objects.reasons import SILENT


class Patience:
    """While the store answers, all may ask; once it was silent, one asks, and the others hear at once that it is."""

    def __init__(self) -> None:
        self._is_silent = False
        self._asking = threading.Lock()

    @contextmanager
    def asking(self) -> Iterator[None]:
        asks_alone = self._is_silent
        if asks_alone and not self._asking.acquire(blocking=False):
            raise StoreAway(SILENT)
        try:
            yield
            self._is_silent = False
        except StoreAway as away:
            self._is_silent = away.why == SILENT
            raise
        except FileNotFoundError:
            self._is_silent = False
            raise
        finally:
            if asks_alone:
                self._asking.release()
