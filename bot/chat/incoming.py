"""What comes in: a Telegram update, read into an event. Only private chats are read at all."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any, TypeGuard

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update

from bot.chat.names import cleaned
from bot.turn import Incoming
from dialogs import events

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED}

OTHER_KINDS = {
    "sticker": "sticker",
    "animation": "video",
    "video": "video",
    "video_note": "video",
    "voice": "voice",
    "audio": "voice",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "poll": "poll",
}


def read(plain: dict[str, Any], now: datetime) -> Incoming | None:
    """Read an update as Telegram's JSON. None if it is nothing the bot knows; raises on a malformed one."""
    incoming = _read(Update.de_json(_without_the_card(plain), None), now)
    if incoming:
        _check(incoming)
    return incoming


def _read(update: Update, now: datetime) -> Incoming | None:
    if update.callback_query:
        query = update.callback_query
        pressed = events.Pressed(now, query.data or "")
        message_id = query.message.message_id if query.message else 0
        group = query.message is not None and query.message.chat.type != Chat.PRIVATE
        chat_id = query.message.chat.id if query.message else query.from_user.id
        return Incoming(update.update_id, chat_id, pressed, message_id, query.id, group=group)
    if update.my_chat_member:
        return _membership(update.update_id, update.my_chat_member, now)
    message = update.message or update.edited_message
    if message is None:
        return None
    if message.chat.type != Chat.PRIVATE:
        return Incoming(update.update_id, message.chat.id, None, group=True)
    event = events.Edited(now) if update.edited_message else _said(message, now)
    return Incoming(update.update_id, message.chat.id, event, message.message_id)


def _without_the_card(plain: dict[str, Any]) -> dict[str, Any]:
    """Of the message whose button was tapped, only which one it is: its words are ours, and costly to read again."""
    query = plain.get("callback_query")
    card = query.get("message") if isinstance(query, dict) else None
    if not isinstance(card, dict):
        return plain
    known = {key: card[key] for key in ("message_id", "date", "chat") if key in card}
    return {**plain, "callback_query": {**query, "message": known}}  # type: ignore[dict-item]


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


def _membership(update_id: int, change: ChatMemberUpdated, now: datetime) -> Incoming:
    here = change.new_chat_member.status in PRESENT
    if change.chat.type == Chat.PRIVATE:
        return Incoming(update_id, change.chat.id, events.CameBack(now) if here else events.WentAway(now))
    if here:
        return Incoming(update_id, change.chat.id, None, group=True, joined=True)
    return Incoming(update_id, change.chat.id, None)


def _said(message: Message, now: datetime) -> events.Event | None:
    album = message.media_group_id or f"m{message.message_id}"
    caption = message.caption or ""
    if message.photo:
        photo = message.photo[-1]
        return events.SentFile(now, photo.file_id, "", photo.file_size or 0, album, caption)
    if message.document and not message.animation:
        document = message.document
        name = cleaned(document.file_name or "")
        return events.SentFile(now, document.file_id, name, document.file_size or 0, album, caption)
    if message.text is not None:
        if message.text.startswith("/") and not message.forward_origin:
            words = message.text[1:].split()
            return events.Command(now, words[0].split("@")[0].lower() if words else "help")
        return events.Wrote(now, message.text, forwarded=message.forward_origin is not None)
    for attribute, kind in OTHER_KINDS.items():
        if getattr(message, attribute):
            return events.SentOther(now, kind)
    if message.effective_attachment is not None:
        return events.SentOther(now, "other")
    return None  # a service message: somebody pinned something, the chat changed its theme …
