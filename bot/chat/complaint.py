"""What is wrong between us and Telegram, in words for an operator, and loud only once until it is over or another."""

from __future__ import annotations

import logging

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.answer import OddAnswer
from bot.chat.transport import NotSent
from bot.meaning import NO_TELEGRAM

_MEANING: tuple[tuple[type[Exception], str], ...] = (
    (InvalidToken, "Telegram does not know TELEGRAM_TOKEN"),
    (Conflict, "another bot asks with this token, or a webhook is set"),
    (RetryAfter, "Telegram asks to wait"),
    (OddAnswer, NO_TELEGRAM),
    (NotSent, "nothing answers at TELEGRAM_API_URL: see the network and its names"),
    (TimedOut, "Telegram does not answer in time"),
)
"""The first that fits counts."""


def in_words(error: Exception) -> str:
    """What an error of the road to Telegram means for its operator; of another its kind."""
    if type(error) is NetworkError:
        return "the connection to Telegram breaks, or it has trouble of its own"
    return next((meaning for kind, meaning in _MEANING if isinstance(error, kind)), type(error).__name__)


class Complaint:
    """Of one who needs Telegram."""

    def __init__(self, log: logging.Logger, sentence: str, over: str) -> None:
        """`sentence` is what cannot be done, `over` that it can be again."""
        self._log, self._sentence, self._over = log, sentence, over
        self._why = ""

    def tell(self, error: Exception) -> None:
        """It could not be done; an error that nobody knows is told with where it came from."""
        known, why = isinstance(error, TelegramError), in_words(error)
        level = logging.DEBUG if known and why == self._why else logging.WARNING
        self._why = why
        self._log.log(level, f"{self._sentence} (%s)", why, exc_info=not known)

    def is_over(self) -> None:
        if self._why:
            self._log.info(self._over)
        self._why = ""
