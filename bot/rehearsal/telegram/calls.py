"""What the bot asked of Telegram, counted, so that a test can say what was sent and how often."""

from __future__ import annotations

import time
from collections import Counter, deque
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call of the bot: `code` is 200, a refusal's code, or 0 if the connection broke first."""

    method: str
    parameters: dict[str, Any]
    code: int
    carried_out: bool


class Calls:
    """The last calls, and counts of all of them."""

    def __init__(self, kept: int = 10_000) -> None:
        self._last: deque[Call] = deque(maxlen=kept)
        self.received: Counter[str] = Counter()
        self.carried_out: Counter[str] = Counter()
        self.last_at = 0.0

    def note(self, call: Call) -> None:
        """Count a call."""
        self._last.append(call)
        self.received[call.method] += 1
        self.carried_out[call.method] += call.carried_out
        if call.method != "getUpdates":
            self.last_at = time.monotonic()

    def of(self, method: str) -> list[Call]:
        """Return the calls of a method, oldest first."""
        return [call for call in list(self._last) if call.method == method]
