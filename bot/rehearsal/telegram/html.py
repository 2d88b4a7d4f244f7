"""Telegram's HTML: what does not parse is refused in Telegram's words."""

from __future__ import annotations

from bot.rehearsal.telegram.refusals import cannot_parse
from dialogs.words import telegram_html
from dialogs.words.telegram_html import Entity


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and the entities of Telegram HTML; a mistake in it is a `Refusal`."""
    try:
        return telegram_html.parsed(source)
    except telegram_html.Unparsable as mistake:
        raise cannot_parse(str(mistake)) from None
