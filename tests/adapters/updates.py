"""Updates as Telegram writes them."""

from __future__ import annotations

from itertools import count
from typing import Any

from bot.chat.incoming import read
from tests.adapters.desk import NOW

Plain = dict[str, Any]

ANA: Plain = {"id": 6_000_000_001, "is_bot": False, "first_name": "Ana", "language_code": "en"}
BOT: Plain = {"id": 7_100_200_300, "is_bot": True, "first_name": "Companion", "username": "companion_bot"}
CHAT: Plain = {"id": ANA["id"], "type": "private", "first_name": "Ana"}
GROUP: Plain = {"id": -1_002_000_000_001, "type": "supergroup", "title": "Family"}
NUMBERS = count(1000)

FILE: Plain = {"file_id": "id-of-a-file", "file_unique_id": "AgAD", "file_size": 9}
STRANGER: Plain = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}

OTHERS: dict[str, tuple[str, Plain]] = {
    "sticker": (
        "sticker",
        {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
    ),
    "voice": ("voice", {**FILE, "duration": 1}),
    "audio": ("voice", {**FILE, "duration": 1}),
    "video": ("video", {**FILE, "duration": 1, "width": 1, "height": 1}),
    "video_note": ("video", {**FILE, "duration": 1, "length": 1}),
    "location": ("location", {"latitude": 1.0, "longitude": 1.0}),
    "venue": (
        "location",
        {"location": {"latitude": 1.0, "longitude": 1.0}, "title": "Clinic", "address": "A street"},
    ),
    "contact": ("contact", {"phone_number": "1", "first_name": "A"}),
    "poll": (
        "poll",
        {
            **dict.fromkeys(("is_closed", "is_anonymous", "allows_multiple_answers", "members_only"), False),
            "id": "1",
            "question": "?",
            "options": [],
            "total_voter_count": 0,
            "type": "regular",
            "allows_revoting": True,
        },
    ),
    "dice": ("other", {"emoji": "🎲", "value": 1}),
    "story": ("other", {"chat": GROUP, "id": 1}),
}
"""What a person may send that the bot cannot use: its name in a message, what the bot calls it, and its body."""


def update(kind: str, body: object, update_id: int = 0) -> Plain:
    return {"update_id": update_id or next(NUMBERS), kind: body}


def body(message_id: int = 7, **more: object) -> Plain:
    return {"message_id": message_id, "date": 1_772_000_000, "chat": CHAT, "from": ANA, **more}


def message(message_id: int = 7, update_id: int = 0, **more: object) -> Plain:
    return update("message", body(message_id, **more), update_id)


def edited(**more: Any) -> Plain:
    return update("edited_message", body(edit_date=1_772_000_001, **more))


def tap(data: str = "record/send", *, on: object = None, **more: object) -> Plain:
    """A tap on a button; `on` is the message it stands under."""
    query = {"id": "4242", "from": ANA, "chat_instance": "1", "data": data, **more}
    return update("callback_query", query if on is None else {**query, "message": on})


def membership(status: str, chat: Plain = CHAT) -> Plain:
    """The bot is now a member, an administrator, kicked …"""
    more: Plain = {"until_date": 0} if status == "kicked" else {}
    if status == "administrator":
        rights = (
            *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
            *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users"),
            *("can_post_stories", "can_edit_stories", "can_delete_stories"),
        )
        more = dict.fromkeys(rights, False)
    change = {"chat": chat, "from": ANA, "date": 1_772_000_000, "old_chat_member": {"user": BOT, "status": "left"}}
    return update("my_chat_member", {**change, "new_chat_member": {"user": BOT, "status": status, **more}})


def read_message(**more: Any) -> Any:
    """What is read of a message with this in it."""
    incoming = read(message(**more), NOW)
    assert incoming
    assert incoming.chat_id == CHAT["id"]
    return incoming.event
