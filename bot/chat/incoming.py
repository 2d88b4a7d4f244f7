"""What comes in: a Telegram update, read into an event. Only private chats are read at all."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any, TypeGuard

from telegram import Chat, ChatMember

from bot.chat.message import changed, said
from bot.chat.names import first_name
from bot.turn.outcome import Incoming
from dialogs import events

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
LONGEST_TAG = 16
"""Characters of the name of a language."""
PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED}


def read(plain: dict[str, Any], now: datetime) -> Incoming | None:
    """Read an update as Telegram's JSON. None if it is nothing the bot knows; raises on a malformed one."""
    # Not `Update.de_json`: it makes an object of every button under a card, of which we need the number alone.
    incoming = _read(plain, now)
    if incoming:
        _check(incoming)
    return incoming


def _read(plain: dict[str, Any], now: datetime) -> Incoming | None:
    update_id = plain["update_id"]
    if "callback_query" in plain:
        return _tapped(update_id, plain["callback_query"], now)
    if "my_chat_member" in plain:
        return _membership(update_id, plain["my_chat_member"], now)
    edited = "edited_message" in plain
    message = plain.get("edited_message" if edited else "message")
    if message is None:
        return None
    chat = message["chat"]
    if chat["type"] != Chat.PRIVATE:
        return Incoming(update_id, chat["id"], None, group=True, language=_language(message))
    event = changed(message, now) if edited else said(message, now)
    return Incoming(
        update_id,
        chat["id"],
        event,
        message["message_id"],
        sender=_sender(message, event),
        language=_language(message),
        topic=_topic(message),
    )


def _language(plain: dict[str, Any]) -> str:
    """The language of the sender's Telegram (an IETF tag), as far as it is told and is one."""
    code = (plain.get("from") or {}).get("language_code")
    return code if isinstance(code, str) and len(code) <= LONGEST_TAG else ""


def _topic(message: dict[str, Any]) -> int:
    topic: int = message.get("message_thread_id") or 0
    return topic if message.get("is_topic_message") else 0


def _sender(message: dict[str, Any], event: events.Event | None) -> str:
    """The first name of whoever opened a link: the only time that a name is looked at."""
    if not (isinstance(event, events.Command) and event.argument):
        return ""
    name = (message.get("from") or {}).get("first_name")
    return first_name(name) if isinstance(name, str) else ""


def _tapped(update_id: int, query: dict[str, Any], now: datetime) -> Incoming:
    data, card = query.get("data") or "", query.get("message")
    if card is None:  # too old for Telegram to tell; a tap on a card in a group always comes with its chat
        pressed = events.Pressed(now, data)
        return Incoming(update_id, query["from"]["id"], pressed, callback_id=query["id"], language=_language(query))
    chat, pressed = card["chat"], events.Pressed(now, data, card["message_id"])
    return Incoming(
        update_id,
        chat["id"],
        pressed,
        card["message_id"],
        query["id"],
        group=chat["type"] != Chat.PRIVATE,
        language=_language(query),
        topic=_topic(card),
    )


def identity(plain: Any) -> Incoming | None:
    """Whose a malformed update is, as far as can be told, so that it can be recorded and its sender told."""
    update_id = plain.get("update_id") if isinstance(plain, dict) else None
    if not _is_number(update_id):
        return None
    for part in plain.values():
        chat = part.get("chat") if isinstance(part, dict) else None
        if isinstance(chat, dict) and chat.get("type") == Chat.PRIVATE and _is_number(chat.get("id")):
            return Incoming(update_id, chat["id"], None)
    return Incoming(update_id, 0, None, group=True)


def _check(incoming: Incoming) -> None:
    """Raise on what cannot be stored: Telegram's library does not look whether a text is a text."""
    for part in (incoming, incoming.event):
        for field in fields(part) if part else ():
            value = getattr(part, field.name)
            if (field.type == "str" and not isinstance(value, str)) or (field.type == "int" and not _is_number(value)):
                raise TypeError(f"{field.name} is no {field.type}")


def _is_number(value: object) -> TypeGuard[int]:
    """A whole number that a database can hold."""
    return type(value) is int and -(1 << 63) <= value < 1 << 63


def _membership(update_id: int, change: dict[str, Any], now: datetime) -> Incoming:
    chat, here = change["chat"], change["new_chat_member"]["status"] in PRESENT
    if chat["type"] == Chat.PRIVATE:
        return Incoming(update_id, chat["id"], events.CameBack(now) if here else events.WentAway(now))
    if here:
        return Incoming(update_id, chat["id"], None, group=True, joined=True, language=_language(change))
    return Incoming(update_id, chat["id"], None)
