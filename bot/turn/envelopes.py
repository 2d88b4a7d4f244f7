"""A message of the dialogue as one of the outbox: its text and buttons, and whether it takes another one's place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot import plain_json
from bot.storage.outbox import MOVES, STAYS
from dialogs.effects import Say
from dialogs.words.wording import Wording

Unsent = tuple[str, str, str, Any]
"""Kind, name, slot, and content as plain as JSON."""


@dataclass(frozen=True)
class Envelopes:
    """Puts messages into words."""

    wording: Wording

    def message(self, say: Say, page: int = 0, today: date | None = None) -> Unsent:
        """`page`: the message that may be edited into this one, 0 for none. What stays is alone and a new message.

        Days of another year than that of `today` are said with their year.
        """
        if say.stays:
            return STAYS, say.name, "", self._content(replace(say, lead=None, asks=False), 0, today)
        if say.moves and say.slot:
            return MOVES, say.name, say.slot, self._content(say, 0, today)
        return "say", say.name, say.slot, self._content(say, page if say.replaces and not say.in_field else 0, today)

    def _content(self, say: Say, page: int, today: date | None) -> dict[str, Any]:
        return {
            "text": self.wording.text(say, today),
            "buttons": self.wording.keyboard(say),
            "edit": page,
            "quiet": say.quiet,
            "asks": say.asks,
            **({"answers": say.answers} if say.answers else {}),
            **({"placeholder": self.wording.placeholder(say.placeholder, say.for_another)} if say.in_field else {}),
        }


def sealed(content: Any) -> str:
    return plain_json.written(content)
