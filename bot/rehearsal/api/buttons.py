"""How a bot answers the press of a button."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.telegram.refusals import bad_request
from bot.rehearsal.telegram.telegram import Telegram
from dialogs.words.telegram_limits import length_of

LONGEST_ANSWER = 200


def answer_callback_query(telegram: Telegram, parameters: Parameters) -> Any:
    """Stop a pressed button from turning, and show a short text if there is one."""
    text = parameters.text("text")
    if length_of(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    telegram.queries.answer(
        parameters.text("callback_query_id"),
        text,
        parameters.flag("show_alert"),
        telegram.clock.unix(),
        telegram.messages.touched(),
    )
    return True
