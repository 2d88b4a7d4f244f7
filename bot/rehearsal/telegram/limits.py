"""How many messages a bot may send before Telegram asks it to slow down."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

from bot.rehearsal.telegram.refusals import too_many


@dataclass
class Bucket:
    """Allows a burst, then a steady pace."""

    burst: float
    per_second: float
    left: float = field(init=False)
    at: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.left = self.burst

    def wait(self, now: float) -> float:
        """Return the seconds until one more message is allowed; zero means now."""
        self.left = min(self.burst, self.left + (now - self.at) * self.per_second)
        self.at = now
        return 0.0 if self.left >= 1 else (1 - self.left) / self.per_second


class Limits:
    """About 30 messages a second overall; one a second in a chat, more only in a short burst."""

    def __init__(
        self, per_second: float = 30, burst: int = 35, chat_per_second: float = 1, chat_burst: int = 20
    ) -> None:
        self._overall = Bucket(burst, per_second)
        self._chat_burst, self._chat_per_second = chat_burst, chat_per_second
        self._chats: dict[int, Bucket] = {}

    @classmethod
    def none(cls) -> Limits:
        """Return limits that nobody reaches, for measuring."""
        endless = 1_000_000_000
        return cls(endless, endless, endless, endless)

    def take(self, chat_id: int, messages: int = 1) -> None:
        """Count what goes to a chat at once, or refuse it as a whole with the seconds to wait."""
        now = time.monotonic()
        chat = self._chats.setdefault(chat_id, Bucket(self._chat_burst, self._chat_per_second))
        wait = max(self._overall.wait(now), chat.wait(now))
        if wait > 0:
            raise too_many(math.ceil(wait))
        self._overall.left -= messages
        chat.left -= messages
