"""What a bot can ask of Telegram: each method of the Bot API that the rehearsal knows, with its parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.api import buttons, changes, deliveries, downloads, introduction, sending
from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.telegram.telegram import Telegram


@dataclass(frozen=True)
class Method:
    """One method: what it does and the names of the parameters it may get."""

    run: Callable[[Telegram, Parameters], Any]
    names: frozenset[str]


def _method(run: Callable[[Telegram, Parameters], Any], names: str = "") -> Method:
    return Method(run, frozenset(names.split()))


SEND = "chat_id message_thread_id disable_notification protect_content reply_parameters reply_markup "

METHODS = {
    "getMe": _method(introduction.get_me),
    "setMyCommands": _method(introduction.set_my_commands, "commands scope language_code"),
    "getMyCommands": _method(introduction.get_my_commands, "scope language_code"),
    "setMyDescription": _method(introduction.set_my_description, "description language_code"),
    "getMyDescription": _method(introduction.get_my_description, "language_code"),
    "getMyShortDescription": _method(introduction.get_my_short_description, "language_code"),
    "setMyShortDescription": _method(introduction.set_my_short_description, "short_description language_code"),
    "setWebhook": _method(
        deliveries.set_webhook, "url secret_token max_connections allowed_updates drop_pending_updates ip_address"
    ),
    "deleteWebhook": _method(deliveries.delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": _method(deliveries.get_webhook_info),
    "sendMessage": _method(sending.send_message, SEND + "text parse_mode entities link_preview_options"),
    "sendDocument": _method(
        sending.send_document,
        SEND + "document thumbnail caption parse_mode caption_entities disable_content_type_detection",
    ),
    "sendPhoto": _method(
        sending.send_photo, SEND + "photo caption parse_mode caption_entities has_spoiler show_caption_above_media"
    ),
    "sendMediaGroup": _method(
        sending.send_media_group,
        "chat_id message_thread_id disable_notification protect_content reply_parameters media",
    ),
    "sendChatAction": _method(sending.send_chat_action, "chat_id message_thread_id action"),
    "editMessageText": _method(
        changes.edit_message_text, "chat_id message_id text parse_mode entities link_preview_options reply_markup"
    ),
    "editMessageReplyMarkup": _method(changes.edit_message_reply_markup, "chat_id message_id reply_markup"),
    "deleteMessage": _method(changes.delete_message, "chat_id message_id"),
    "leaveChat": _method(changes.leave_chat, "chat_id"),
    "answerCallbackQuery": _method(buttons.answer_callback_query, "callback_query_id text show_alert cache_time url"),
    "getFile": _method(downloads.get_file, "file_id"),
}
UPDATES_NAMES = frozenset({"offset", "limit", "timeout", "allowed_updates"})
