"""How a bot introduces itself: its name, its commands, its description."""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.telegram.people import BOT
from bot.rehearsal.telegram.refusals import bad_request
from bot.rehearsal.telegram.telegram import Telegram
from dialogs.words.telegram_limits import LONGEST_COMMAND, LONGEST_DESCRIPTION, LONGEST_SHORT_DESCRIPTION, length_of

MOST_COMMANDS = 100
SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
    | {"chat", "chat_administrators", "chat_member"}
)


def get_me(telegram: Telegram, parameters: Parameters) -> Any:
    """Say who the bot is."""
    return {
        **BOT,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": telegram.threaded_mode,
    }


def set_my_commands(telegram: Telegram, parameters: Parameters) -> Any:
    """Set the commands of the menu for a scope and a language."""
    commands = parameters.items("commands")
    if commands is None:
        raise bad_request('parameter "commands" is required')
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= length_of(str(command.get("description", "")).strip()) <= LONGEST_COMMAND:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    telegram.profile.set("commands", _language(parameters), commands, _scope(parameters))
    telegram.messages.touched()
    return True


def get_my_commands(telegram: Telegram, parameters: Parameters) -> Any:
    """Return the commands set for exactly this scope and language."""
    return telegram.profile.get("commands", _language(parameters), _scope(parameters)) or []


def set_my_description(telegram: Telegram, parameters: Parameters) -> Any:
    """Set what a person reads before they start the bot."""
    return _describe(telegram, parameters, "description", LONGEST_DESCRIPTION, "BOT_DESCRIPTION_TOO_LONG")


def get_my_description(telegram: Telegram, parameters: Parameters) -> Any:
    """Return the description of exactly this language."""
    return {"description": telegram.profile.get("description", _language(parameters)) or ""}


def get_my_short_description(telegram: Telegram, parameters: Parameters) -> Any:
    """Return the short description of exactly this language."""
    return {"short_description": telegram.profile.get("short_description", _language(parameters)) or ""}


def set_my_short_description(telegram: Telegram, parameters: Parameters) -> Any:
    """Set what a person reads on the bot's profile."""
    return _describe(
        telegram, parameters, "short_description", LONGEST_SHORT_DESCRIPTION, "BOT_SHORT_DESCRIPTION_TOO_LONG"
    )


def _describe(telegram: Telegram, parameters: Parameters, what: str, most: int, too_long: str) -> Any:
    text = parameters.text(what)
    if length_of(text) > most:
        raise bad_request(too_long)
    telegram.profile.set(what, _language(parameters), text)
    telegram.messages.touched()
    return True


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def _scope(parameters: Parameters) -> dict[str, Any]:
    scope = parameters.data("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return scope
