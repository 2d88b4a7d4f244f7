"""What other replicas call out: that a chat of ours has a message of theirs, or that a case was deleted."""

from __future__ import annotations

from collections.abc import Callable

from bot.post.speaker import Speaker
from bot.storage.speaking import EVERYBODY


class Called:
    """Hears calls, and has the speaker do what follows; a call that is missed is made up for within a second."""

    def __init__(self, replica: Callable[[], str], speaker: Speaker) -> None:
        self._replica, self._speaker = replica, speaker

    def hear(self, call: str | None) -> None:
        """One call, as `bot.storage.speaking` words it; None: some may have been missed."""
        if call is None:
            self._speaker.look_again()
            return
        name, _, chat = call.partition(" ")
        if name == self._replica():
            self._speaker.look(int(chat))
        elif name == EVERYBODY:
            self._speaker.forget_with(int(chat))
