"""What a bot changes about messages it sent, and the chats it leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.api.writing import message_text
from bot.rehearsal.telegram import keyboards
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.refusals import bad_request
from bot.rehearsal.telegram.telegram import Telegram

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
CONTENT = ("text", "entities", "reply_markup")
DELETABLE_SECONDS = 48 * 60 * 60


def edit_message_text(telegram: Telegram, parameters: Parameters) -> Any:
    """Give a message another text; buttons that are not sent again disappear."""
    content = message_text(parameters)
    keyboard = keyboards.checked(parameters.data("reply_markup"))
    message = _own(telegram, parameters)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _changed(telegram, message, content | ({"reply_markup": keyboard} if keyboard else {}))


def edit_message_reply_markup(telegram: Telegram, parameters: Parameters) -> Any:
    """Give a message other buttons, or none."""
    keyboard = keyboards.checked(parameters.data("reply_markup"))
    message = _own(telegram, parameters)
    content = {key: message.body[key] for key in ("text", "entities") if key in message.body}
    return _changed(telegram, message, content | ({"reply_markup": keyboard} if keyboard else {}))


def delete_message(telegram: Telegram, parameters: Parameters) -> Any:
    """Delete a message of the last 48 hours, the bot's own or, in a private chat, the person's."""
    chat = telegram.people.reachable(parameters.number("chat_id"))
    message = telegram.messages.find(chat["id"], parameters.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    too_old = telegram.clock.unix() - message.body["date"] > DELETABLE_SECONDS
    if too_old or not (message.from_bot or chat["type"] == "private"):
        raise bad_request("message can't be deleted")
    telegram.messages.delete(message)
    return True


def leave_chat(telegram: Telegram, parameters: Parameters) -> Any:
    """Leave a group."""
    chat_id = parameters.number("chat_id")
    telegram.people.chat(chat_id)
    group = telegram.people.groups.get(chat_id)
    if group is None:
        raise bad_request("chat member status can't be changed in private chats")
    telegram.people.reachable(chat_id)
    telegram.people.keep_group(replace(group, bot_is_member=False))
    return True


def _own(telegram: Telegram, parameters: Parameters) -> Message:
    chat = telegram.people.reachable(parameters.number("chat_id"))
    message = telegram.messages.find(chat["id"], parameters.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.placeholder is not None:  # with a forced reply: not even by the bot itself
        raise bad_request("message can't be edited")
    return message


def _changed(telegram: Telegram, message: Message, content: dict[str, Any]) -> Any:
    if {key: message.body[key] for key in CONTENT if key in message.body} == content:
        raise bad_request(SAME)
    telegram.limits.take(message.chat_id)
    kept = {key: value for key, value in message.body.items() if key not in CONTENT}
    return telegram.messages.change(message, {**kept, **content, "edit_date": telegram.clock.unix()}).body
