"""A Telegram of one's own: everything the rehearsal remembers, in one place, behind one lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.rehearsal.clock import Clock
from bot.rehearsal.telegram.bell import Bell
from bot.rehearsal.telegram.calls import Calls
from bot.rehearsal.telegram.files import Files
from bot.rehearsal.telegram.limits import Limits
from bot.rehearsal.telegram.messages import Messages
from bot.rehearsal.telegram.people import People
from bot.rehearsal.telegram.profile import Profile
from bot.rehearsal.telegram.queries import Queries
from bot.rehearsal.telegram.shelf import Shelf
from bot.rehearsal.telegram.updates import Update, Updates

TYPING_SECONDS = 5


class Telegram:
    """People, chats, messages, files and updates; kept in a folder, or in memory when there is none.

    `local`: where files are put for a bot whose Bot API server runs with `--local`.
    """

    def __init__(self, folder: Path | None = None, limits: Limits | None = None, local: Path | None = None) -> None:
        shelf = Shelf(folder)
        self._shelf = shelf
        self.bell = Bell()
        self.clock = Clock(timedelta(seconds=shelf.get("setting", "ahead") or 0))
        self.people = People(shelf)
        self.messages = Messages(shelf)
        self.updates = Updates(shelf)
        self.files = Files(shelf, folder / "files" if folder else None, local)
        self.queries = Queries(shelf)
        self.profile = Profile(shelf)
        self.limits = limits or Limits()
        self.calls = Calls()
        self.webhook: dict[str, Any] = shelf.get("setting", "webhook") or {}
        self.typing: dict[int, int] = {}
        self.poller: object | None = None
        self.bot_was_here = False
        self.threaded_mode = False
        self.closed = False

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock for a change, then wake everyone who waits for one."""
        with self.bell.lock:
            yield
            self.bell.ring()

    def happened(self, kind: str, body: dict[str, Any], sender: int) -> Update | None:
        """Queue an update for the bot."""
        return self.updates.add(kind, body, sender, self.clock.unix())

    def skip(self, time: timedelta) -> None:
        """Move the rehearsal's clock ahead."""
        with self.changing():
            self.clock.ahead += time
            self._shelf.put("setting", "ahead", self.clock.ahead.total_seconds())
            self.messages.touched()

    def set_webhook(self, webhook: dict[str, Any]) -> None:
        """Deliver updates to an address from now on; an empty webhook means that the bot fetches them."""
        self.webhook = webhook
        self._shelf.put("setting", "webhook", webhook)

    def chat_instance(self, chat_id: int) -> str:
        """Return the name under which Telegram tells the bot which chat a button was pressed in."""
        return str(int.from_bytes(hashlib.sha256(str(chat_id).encode()).digest()[:8], "big", signed=True))

    def close(self) -> None:
        """Let every long poll return, then close what is kept on disk."""
        with self.changing():
            self.closed = True

    def put_away(self) -> None:
        """Close what is kept on disk, once nobody works with it."""
        with self.bell.lock:
            self._shelf.close()
