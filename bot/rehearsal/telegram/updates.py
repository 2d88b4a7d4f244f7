"""What waits for the bot to fetch it: Telegram is the bot's inbox."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from bot.rehearsal.telegram.shelf import Shelf

LIFE = {"callback_query": 150}
DAY = 24 * 60 * 60
OPTIONAL = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True)
class Update:
    """Something that happened, `at` seconds since 1970, to be told to the bot until it says it heard."""

    update_id: int
    kind: str
    body: dict[str, Any]
    sender: int
    at: int

    def json(self) -> dict[str, Any]:
        """Return the update as Telegram sends it."""
        return {"update_id": self.update_id, self.kind: self.body}

    def is_over(self, now: int) -> bool:
        """Say whether Telegram has given up: after 24 hours, after 150 seconds for a button press."""
        return now - self.at > LIFE.get(self.kind, DAY)


class Updates:
    """The queue of updates, oldest first; ids go up by one and are never used again."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        kept = sorted((Update(**value) for value in shelf.all("update")), key=lambda update: update.update_id)
        self._queue = {update.update_id: update for update in kept}
        self._last: int = shelf.get("counter", "update") or 100_000_000
        self._allowed: list[str] = shelf.get("setting", "allowed_updates") or []

    @property
    def allowed(self) -> list[str]:
        """The kinds of updates the bot asked for; none means the usual ones."""
        return self._allowed

    def allow(self, kinds: list[str]) -> None:
        """Set the kinds of updates that are kept from now on."""
        if kinds != self._allowed:
            self._allowed = kinds
            self._shelf.put("setting", "allowed_updates", kinds)

    def add(self, kind: str, body: dict[str, Any], sender: int, now: int) -> Update | None:
        """Queue what happened, unless the bot did not ask for its kind."""
        if (kind not in self._allowed) if self._allowed else (kind in OPTIONAL):
            return None
        self._last += 1
        update = Update(self._last, kind, body, sender, now)
        self._queue[update.update_id] = update
        self._shelf.put("counter", "update", self._last)
        self._shelf.put("update", update.update_id, asdict(update))
        return update

    def waiting(self, now: int, limit: int | None = None) -> list[Update]:
        """Return what the bot has not confirmed and Telegram has not given up, oldest first."""
        self.forget([update.update_id for update in list(self._queue.values()) if update.is_over(now)])
        return list(self._queue.values())[:limit]

    def acknowledge(self, offset: int) -> None:
        """Forget every update before `offset`; a negative one keeps that many from the end."""
        known = list(self._queue)
        self.forget(known[:offset] if offset < 0 else [number for number in known if number < offset])

    def forget(self, update_ids: Collection[int]) -> None:
        """Forget updates that were delivered or are over."""
        for update_id in update_ids:
            if self._queue.pop(update_id, None):
                self._shelf.drop("update", update_id)

    def clear(self) -> None:
        """Forget everything that waits."""
        self.forget(list(self._queue))
