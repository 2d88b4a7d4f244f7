"""How the bot introduces itself to Telegram at every start: where updates go, its commands, what it is."""

from __future__ import annotations

from typing import Any

from telegram import BotCommand, BotCommandScopeAllPrivateChats
from telegram.ext import ExtBot

from bot.chat.incoming import ALLOWED_UPDATES
from bot.chat.webhook import PATH
from bot.settings import Settings
from dialogs.wording import Wording


async def introduce(bot: ExtBot[Any], wording: Wording, settings: Settings) -> None:
    """Say who we are, and how updates shall come; raises `InvalidToken`, or `TelegramError` while it is away."""
    await bot.initialize()
    if settings.webhook_url:
        address = str(settings.webhook_url).rstrip("/") + PATH
        await bot.set_webhook(address, secret_token=settings.webhook_secret, allowed_updates=ALLOWED_UPDATES)
    else:
        await bot.delete_webhook()
    commands = [BotCommand(name, text) for name, text in wording.commands()]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_description(wording.about["description"])
    await bot.set_my_short_description(wording.about["short_description"])
