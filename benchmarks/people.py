"""The people of the stand-in: each taps what the bot offers, or types, if it offers nothing."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from typing import Any

NOT_TAPPED = (
    *("delete", "forget", "finish", "give", "sheet", "letter", "write", "build", "pictures"),
    *("dates_file", "back_page", "take_back"),
)
"""Buttons that end the walk, or make a file, which is no turn of the conversation."""


@dataclass
class Person:
    """Somebody with the newest card that they got. The same die taps the same buttons in every run."""

    id: int
    die: random.Random
    buttons: list[str] = field(default_factory=list)
    message_id: int = 0
    text: str = ""
    keyboard: dict[str, Any] = field(default_factory=dict)
    tapped: tuple[int, str] = (0, "")
    """The last card and button: the same again at once would be the second tap of one, which nobody answers."""
    asked_at: float = 0.0
    """When the update that waits for an answer was handed over, or 0."""

    def _tappable(self) -> list[str]:
        """The data of the buttons that lead on."""
        return [
            data
            for data in self.buttons
            if not any(part in data for part in NOT_TAPPED) and (self.message_id, data) != self.tapped
        ]

    def taps(self, query_id: int) -> dict[str, Any] | None:
        """The update of a tap on one of the newest buttons; None if none leads on."""
        tappable = self._tappable()
        if not tappable:
            return None
        self.tapped = self.message_id, self.die.choice(tappable)
        card = {**self._message(self.message_id, self.text), "reply_markup": self.keyboard}
        query = {"id": str(query_id), "from": self._sender(), "message": card, "chat_instance": str(self.id)}
        return {"callback_query": {**query, "data": self.tapped[1]}}

    def writes(self, text: str, message_id: int) -> dict[str, Any]:
        """The update of a text."""
        message = self._message(message_id, text)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return {"message": message}

    def _message(self, message_id: int, text: str) -> dict[str, Any]:
        chat = {"id": self.id, "type": "private", "first_name": "P"}
        return {"message_id": message_id, "date": int(time.time()), "chat": chat, "from": self._sender(), "text": text}

    def _sender(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": "P", "language_code": "en"}
