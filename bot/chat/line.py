"""The line to Telegram: wires for calls, for downloads and for polling, and the pace at which they are used."""

from __future__ import annotations

from typing import Any

from telegram.ext import ExtBot

from bot.chat.download import CONNECTIONS
from bot.chat.limiter import Limiter
from bot.chat.transport import Transport
from bot.post.pace import Pace
from bot.settings import Settings
from bot.watch.watch import Watch


def line(settings: Settings, watch: Watch) -> tuple[ExtBot[Any], tuple[Transport, Transport, Transport], Pace]:
    """The bot as python-telegram-bot knows it; its wires for calls, downloads and polling; and its pace."""
    calls, polling = Transport(watch=watch), Transport(connections=1, watch=watch)
    downloads = Transport(connections=CONNECTIONS, watch=watch)
    pace = Pace(settings.messages_per_second)
    bot = ExtBot(
        settings.telegram_token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=calls,
        get_updates_request=polling,
        rate_limiter=Limiter(pace),
    )
    return bot, (calls, downloads, polling), pace
