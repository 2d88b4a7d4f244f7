"""What the bot says about itself: its menu of commands and its description."""

from __future__ import annotations

import json
from typing import Any

from bot.rehearsal.telegram.shelf import Shelf

Command = dict[str, str]


class Profile:
    """The bot's commands by scope and language, its descriptions by language."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._kept: dict[str, Any] = shelf.get("setting", "profile") or {}

    def set(self, what: str, language: str, value: Any, scope: dict[str, Any] | None = None) -> None:
        """Set the commands, the description or the short description for a language (empty for all others)."""
        self._kept[self._name(what, language, scope)] = value
        self._shelf.put("setting", "profile", self._kept)

    def get(self, what: str, language: str, scope: dict[str, Any] | None = None) -> Any:
        """Return what was set for exactly this scope and language, or None."""
        return self._kept.get(self._name(what, language, scope))

    def menu(self, chat_id: int, language: str) -> list[Command]:
        """Return the commands a person sees: the narrowest scope first, their language before the default."""
        for scope in ({"type": "chat", "chat_id": chat_id}, {"type": "all_private_chats"}, {"type": "default"}):
            for spoken in dict.fromkeys([language, ""]):
                commands: list[Command] | None = self.get("commands", spoken, scope)
                if commands:
                    return commands
        return []

    def about(self, language: str) -> str:
        """Return the description shown in a chat that has not begun."""
        return str(self.get("description", language) or self.get("description", "") or "")

    @staticmethod
    def _name(what: str, language: str, scope: dict[str, Any] | None) -> str:
        return f"{what}:{language}:{json.dumps(scope or {'type': 'default'}, sort_keys=True)}"
