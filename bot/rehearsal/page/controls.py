"""What the page's controls can do to the bot and to time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.rehearsal.telegram.telegram import Telegram


@dataclass(frozen=True)
class Kept:
    """Where the rehearsal keeps what it is told: its folder (empty: memory), and whether a database has the rows."""

    folder: str = ""
    database: bool = False


class Controls(Protocol):
    """Whoever runs the bot."""

    @property
    def status(self) -> str:
        """One of running, starting, stopped."""

    @property
    def starts(self) -> int:
        """How many times the bot was started: a restart may be over before anybody sees it stopped."""

    @property
    def can_restart(self) -> bool:
        """Whether the bot can be restarted from the page."""

    @property
    def kept(self) -> Kept:
        """Where everything is kept."""

    def restart(self) -> None:
        """Stop the bot and start it again, without waiting for it."""

    def skip(self, time: timedelta) -> None:
        """Move the clock ahead for Telegram and for the bot."""


class NoControls:
    """The controls when somebody else runs the bot, as in tests."""

    can_restart = False
    starts = 0
    kept = Kept()

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    @property
    def status(self) -> str:
        """Running once the bot has asked for updates."""
        return "running" if self._telegram.bot_was_here else "stopped"

    def restart(self) -> None:
        """Do nothing: the bot is not ours."""

    def skip(self, time: timedelta) -> None:
        """Move Telegram's clock ahead."""
        self._telegram.skip(time)
