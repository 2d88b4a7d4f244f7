"""Links that open one errand: what a patient passes on, and the fingerprint that is all we keep of it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dialogs.effects import Effect, Say, ShareErrand, Turn, copy_button, share_button
from dialogs.roads.errands.screens import LINK_DAYS

PREFIX = "e-"
"""What a link puts behind /start begins with this: https://core.telegram.org/bots/features#deep-linking"""
BYTES = 24
"""Of chance in a link; nobody finds one by trying."""


def fingerprint(argument: str) -> str:
    return hashlib.sha256(argument.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Links:
    """Makes links; `bot_name` is the bot's name in Telegram, which nobody knows before Telegram told it."""

    bot_name: Callable[[], str]

    def put_into(self, turn: Turn) -> Turn:
        """The turn with a link, in a message of its own, for every errand that is shared in it."""
        if not any(isinstance(effect, ShareErrand) for effect in turn.effects):
            return turn
        return replace(turn, effects=tuple(each for effect in turn.effects for each in self._shared(effect)))

    def _shared(self, effect: Effect) -> Iterator[Effect]:
        if not isinstance(effect, ShareErrand):
            yield effect
            return
        argument = PREFIX + secrets.token_urlsafe(BYTES)
        yield replace(effect, fingerprint=fingerprint(argument))
        link = f"https://t.me/{self.bot_name()}?start={argument}"
        buttons = ((share_button("button.share", link),), (copy_button("button.copy_link", link),))
        yield Say("errand_link", {"link": link, "days": LINK_DAYS}, buttons)
