"""The Telegram of a test: the rehearsal's server, the people and groups before it, and what the bot asked of it."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from bot.rehearsal.api.server import Server
from bot.rehearsal.telegram.calls import Call
from bot.rehearsal.telegram.seen import Button, Seen
from tests.patient import GroupChat, Patient

__all__ = ["Button", "GroupChat", "Patient", "RehearsalServer", "Seen"]


class RehearsalServer(Server):
    """A Telegram on this computer for one bot; use it in a `with`. Its people do what patients do."""

    def __init__(self, *where: Any, **how: Any) -> None:
        super().__init__(*where, **how)
        self._mark = 0

    def person(
        self,
        first_name: str,
        last_name: str | None = None,
        *,
        username: str | None = None,
        language_code: str | None = "en",
    ) -> Patient:
        """Let someone new join; they have not written to the bot yet."""
        with self.telegram.changing():
            joined = self.telegram.people.join(first_name, last_name, username, language_code)
            self.telegram.messages.touched()
        return Patient(self.telegram, joined.id, lambda: self._mark)

    @property
    def people(self) -> list[Patient]:
        """Everyone there is, those kept from an earlier rehearsal first."""
        return [Patient(self.telegram, known, lambda: self._mark) for known in list(self.telegram.people.persons)]

    def group(self, title: str) -> GroupChat:
        """Open a group chat; a person adds the bot to it."""
        with self.telegram.changing():
            return GroupChat(self.telegram, self.telegram.people.gather(title).id)

    def skips_ahead(self, days: float = 0, **more: float) -> None:
        """Move the rehearsal's clock ahead; `more` as for `timedelta`."""
        self._mark = self.telegram.messages.revision
        self.telegram.skip(timedelta(days=days, **more))

    def sent(self, method: str) -> int:
        """Return how many calls of a method were carried out."""
        return self.telegram.calls.carried_out[method]

    def calls(self, method: str) -> list[Call]:
        """Return the calls of a method, refused ones too, oldest first."""
        return self.telegram.calls.of(method)

    def idle(self, seconds: float = 10, quiet: float = 0.3) -> None:
        """Wait until no update waits and the bot has asked for nothing for `quiet` seconds."""
        telegram, end = self.telegram, time.monotonic() + seconds

        def is_quiet() -> bool:
            settled = time.monotonic() - telegram.calls.last_at >= quiet
            return settled and not telegram.updates.waiting(telegram.clock.unix(), 1)

        while not telegram.bell.wait(is_quiet, quiet / 2):
            if time.monotonic() > end:
                waiting = len(telegram.updates.waiting(telegram.clock.unix()))
                raise AssertionError(f"not idle after {seconds} seconds: {waiting} updates wait for the bot")
