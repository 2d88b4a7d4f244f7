"""The words in a message: whatever a person wrote, wherever Telegram puts it, so that none of it goes unheard."""

from __future__ import annotations

from typing import Any

MACHINE = frozenset(
    {
        *("type", "url", "mime_type", "file_name", "emoji", "language", "username", "currency", "state"),
        *("sticker", "country_codes", "publisher_chat", "chats", "poll_message", "checklist_message"),
    }
)
"""Keys whose texts were written by no person, are a name, or stand in another message. So are all that end in "id"."""
ENVELOPE = frozenset(
    {
        *("chat", "from", "sender_chat", "sender_business_bot", "sender_tag", "via_bot", "author_signature"),
        *("reply_to_message", "external_reply", "quote", "reply_to_story", "reply_markup", "link_preview_options"),
        *("entities", "caption_entities", "caption", "direct_messages_topic", "suggested_post_info"),
        *("guest_bot_caller_user", "guest_bot_caller_chat"),
    }
)
"""What stands around a message of any kind. All that starts with "forward_" does too."""


def gathered(value: Any) -> str:
    """All texts within a piece of a message. Pieces of one line are joined as they stand, all others by line ends."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        inline = any(isinstance(piece, str) for piece in value)
        return ("" if inline else "\n").join(filter(None, map(gathered, value)))
    if isinstance(value, dict):
        return "\n".join(filter(None, (_gathered_under(key, piece) for key, piece in value.items())))
    return ""


def _gathered_under(key: str, piece: Any) -> str:
    if key in MACHINE or key.endswith("id"):
        return ""
    # What stands under "text" is one line, though each bold word in it is a piece of its own.
    return "".join(map(gathered, piece)) if key == "text" and isinstance(piece, list) else gathered(piece)


def holds_file(value: Any) -> bool:
    """Whether a picture, a video or a file is anywhere within a piece of a message."""
    if isinstance(value, list):
        return any(map(holds_file, value))
    return isinstance(value, dict) and ("file_id" in value or any(map(holds_file, value.values())))


def unknown(message: dict[str, Any]) -> str:
    """The words in a message of a kind that nobody knew when this was written."""
    rest = {key: part for key, part in message.items() if key not in ENVELOPE and not key.startswith("forward_")}
    return gathered(rest)


def quoted(message: dict[str, Any]) -> str:
    """What the person points at: the part they quote, or the message they reply to. Our own words are not theirs."""
    above = message.get("reply_to_message")
    above = above if isinstance(above, dict) else {}
    author = above.get("from")
    if isinstance(author, dict) and author.get("is_bot"):
        return ""
    quote = message.get("quote")
    text = quote.get("text") if isinstance(quote, dict) else above.get("text") or above.get("caption")
    return text if isinstance(text, str) else ""
