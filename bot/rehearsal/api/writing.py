"""The texts a bot writes: their markup, their length, what they reply to."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.telegram import html
from bot.rehearsal.telegram.entities import trimmed, with_found
from bot.rehearsal.telegram.refusals import bad_request
from bot.rehearsal.telegram.telegram import Telegram
from dialogs.words.telegram_html import Entity
from dialogs.words.telegram_limits import LONGEST_CAPTION, LONGEST_TEXT, length_of


def formatted(parameters: Parameters, name: str, entities_name: str) -> tuple[str, list[Entity]]:
    """Return the plain text and the entities of a text or a caption."""
    source = parameters.text(name)
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        text, entities = html.parsed(source)
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, parameters.items(entities_name) or []
    text, entities = trimmed(text, entities)
    return text, with_found(text, entities)


def message_text(parameters: Parameters) -> dict[str, Any]:
    """Return the text of a message as a part of it."""
    text, entities = formatted(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if length_of(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption(parameters: Parameters) -> dict[str, Any]:
    """Return the caption of a photo or a document as a part of the message."""
    text, entities = formatted(parameters, "caption", "caption_entities")
    if length_of(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def reply(telegram: Telegram, chat_id: int, parameters: Parameters) -> dict[str, Any]:
    """Return the message that is replied to, as a part of the reply."""
    wanted = parameters.data("reply_parameters")
    if not wanted:
        return {}
    if not isinstance(wanted, dict):
        raise bad_request("object expected as reply parameters")
    if unknown := wanted.keys() - {"message_id", "allow_sending_without_reply"}:
        raise bad_request(f"the rehearsal does not know reply parameters with {', '.join(sorted(unknown))}")
    if type(wanted.get("message_id")) is not int:
        raise bad_request("can't parse reply parameters: Can't find field \"message_id\"")
    message = telegram.messages.find(chat_id, wanted["message_id"])
    if message is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": message.above}


def topic(telegram: Telegram, chat_id: int, parameters: Parameters) -> dict[str, Any]:
    """Return the topic that a message belongs to, as a part of it."""
    wanted = parameters.number("message_thread_id", 0)
    if not wanted:
        return {}
    opened = telegram.messages.find(chat_id, wanted)
    if not telegram.threaded_mode or opened is None or "forum_topic_created" not in opened.body:
        raise bad_request("message thread not found")
    return {"message_thread_id": wanted, "is_topic_message": True}
