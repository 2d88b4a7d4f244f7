"""A message, read into what the patient did: wrote, sent a file, gave a command, or sent what we cannot use."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.chat.words import gathered, holds_file, quoted, unknown
from bot.names import cleaned
from dialogs import events
from dialogs.receiving.sent import SentFile

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
    "checklist": "other",
    "checklist_tasks_added": "other",
    "dice": "other",
    "game": "other",
    "gift": "other",
    "giveaway": "other",
    "giveaway_winners": "other",
    "invoice": "other",
    "live_photo": "video",
    "paid_media": "other",
    "passport_data": "other",
    "poll_option_added": "poll",
    "rich_message": "other",
    "story": "other",
    "successful_payment": "other",
    "unique_gift": "other",
}
HOLD_WORDS = frozenset(
    {"poll", "poll_option_added", "checklist", "checklist_tasks_added", "rich_message", "gift", "giveaway"}
)
"""Of these, the kinds in which a person writes."""

SERVICE = frozenset(
    {
        *("boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed", "chat_owner_left"),
        *("chat_shared", "checklist_tasks_done", "connected_website", "delete_chat_photo"),
        *("direct_message_price_changed", "forum_topic_created", "forum_topic_closed", "forum_topic_edited"),
        *("forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden"),
        *("gift_upgrade_sent", "giveaway_created", "giveaway_completed"),
        *("group_chat_created", "left_chat_member", "managed_bot_created", "message_auto_delete_timer_changed"),
        *("migrate_from_chat_id", "migrate_to_chat_id", "new_chat_members", "new_chat_photo", "new_chat_title"),
        *("paid_message_price_changed", "pinned_message", "poll_option_deleted"),
        *("proximity_alert_triggered", "refunded_payment", "suggested_post_approval_failed"),
        *("suggested_post_approved", "suggested_post_declined", "suggested_post_paid", "suggested_post_refunded"),
        *("supergroup_chat_created", "user_shared", "users_shared", "video_chat_ended"),
        *("video_chat_participants_invited", "video_chat_scheduled", "video_chat_started", "web_app_data"),
        "write_access_allowed",
    }
)
"""Fields of messages that nobody wrote (as of Bot API 10.2): somebody pinned something, the chat changed its theme …"""


def said(message: dict[str, Any], now: datetime) -> events.Event | None:
    """What a new message says. None for a service message; a kind that nobody knows is still answered."""
    number = message["message_id"]
    album = message.get("media_group_id") or f"m{number}"
    caption, quote = message.get("caption") or "", quoted(message)
    if sizes := message.get("photo"):
        photo = sizes[-1]
        return SentFile(now, photo["file_id"], "", photo.get("file_size") or 0, album, caption, quote, number)
    document = message.get("document")
    if document and not message.get("animation"):
        name = cleaned(document.get("file_name") or "")
        size = document.get("file_size") or 0
        return SentFile(now, document["file_id"], name, size, album, caption, quote, number)
    forwarded = message.get("forward_origin") is not None
    text = message.get("text")
    if text is not None:
        if text.startswith("/") and not forwarded:
            return _command(text, now, quote)
        return events.Wrote(now, text, forwarded, quote, number)
    rich = message.get("rich_message")
    if rich and not holds_file(rich):
        return events.Wrote(now, gathered(rich), forwarded, quote, number)
    return _other(message, caption, now, quote)


def changed(message: dict[str, Any], now: datetime) -> events.Edited | None:
    """What an edited message says now. None for a place that moves: nobody wrote it anew."""
    if message.get("location"):
        return None
    text, caption = message.get("text"), message.get("caption")
    words = text or caption or _words_of(message)
    return events.Edited(now, words, file=bool(message.get("photo") or message.get("document")), quote=quoted(message))


def _command(text: str, now: datetime, quote: str) -> events.Command:
    line = text[1:].lstrip()
    first = (line.split(maxsplit=1) or [""])[0]
    behind = line[len(first) :]
    name = first.split("@")[0]
    argument = behind.split()[0] if name.lower() == "start" and behind.split() else ""
    # A link's word behind /start is no word of the person's.
    alone = not behind.strip() or argument == behind.strip()
    return events.Command(now, name.lower() or "help", argument, "" if alone else name + behind, quote)


def _other(message: dict[str, Any], caption: str, now: datetime, quote: str) -> events.SentOther | None:
    kind = next((kind for field, kind in OTHER_KINDS.items() if message.get(field)), None)
    if kind is None and not caption and not SERVICE.isdisjoint(message):
        return None
    return events.SentOther(now, kind or "other", caption or _words_of(message), quote)


def _words_of(message: dict[str, Any]) -> str:
    known = [field for field in OTHER_KINDS if message.get(field)]
    if not known:
        return unknown(message)
    return "\n".join(gathered(message[field]) for field in known if field in HOLD_WORDS)
