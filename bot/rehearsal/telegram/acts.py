"""What a person does in Telegram: writes, sends, presses, edits, forwards, blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.rehearsal.telegram.contents import Content, forwarded
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.people import BOT, Group, Person
from bot.rehearsal.telegram.queries import Query
from bot.rehearsal.telegram.telegram import Telegram

CARRIED = frozenset(
    {"text", "entities", "caption", "caption_entities", "photo", "document", "video", "voice", "sticker"}
    | {"location", "contact"}
)


FILES = frozenset({"photo", "document"})


class NotPossible(Exception):
    """Telegram's app does not offer this to the person now."""


def send(telegram: Telegram, person_id: int, content: Content, chat_id: int | None = None, answers: int = 0) -> Message:
    """Send a message to the bot, or to a group, perhaps as a reply to another one, and tell the bot."""
    with telegram.changing():
        person = telegram.people.persons[person_id]
        chat_id = person_id if chat_id is None else chat_id
        group = telegram.people.groups.get(chat_id)
        if group is None and person.blocked:
            raise NotPossible("unblock the bot first")
        if group is None:
            person = telegram.people.started(person_id)
        if answers:
            content = content | {"reply_to_message": visible(telegram, chat_id, answers).above}
        message = telegram.messages.add(telegram.people.chat(chat_id), person.user(), telegram.clock.unix(), content)
        if group is None or group.bot_is_member:
            telegram.happened("message", message.body, person_id)
        return message


def edit(telegram: Telegram, person_id: int, message_id: int, content: Content) -> Message:
    """Write an own message anew."""
    with telegram.changing():
        message = visible(telegram, person_id, message_id)
        words = {"text", "caption"} & content.keys() & message.body.keys()
        if message.from_bot or not (words or (FILES & content.keys() and FILES & message.body.keys())):
            raise NotPossible("only own texts and files can be edited")
        old = {"entities", "caption_entities"} | (FILES if FILES & content.keys() else set())
        kept = {key: value for key, value in message.body.items() if key not in old}
        message = telegram.messages.change(message, {**kept, **content, "edit_date": telegram.clock.unix()})
        telegram.happened("edited_message", message.body, person_id)
        return message


def forward(telegram: Telegram, person_id: int, message_id: int) -> Message:
    """Forward a message of the chat to the bot again."""
    with telegram.changing():
        body = visible(telegram, person_id, message_id).body
        content = {key: value for key, value in body.items() if key in CARRIED}
        return send(telegram, person_id, forwarded(content, body["from"], body["date"]))


def press(telegram: Telegram, person_id: int, chat_id: int, message_id: int, data: str) -> Query:
    """Press a button below a message, or one that stood there when the person saw it.

    Telegram lets both through: its Bot API (CallbackQuery) warns of messages without a button of this data.
    """
    with telegram.changing():
        message = visible(telegram, chat_id, message_id)
        if data not in message.presses and data not in message.had:
            raise NotPossible("the message has no such button")
        now = telegram.clock.unix()
        query = telegram.queries.press(person_id, chat_id, message_id, data, now)
        person = telegram.people.persons[person_id]
        if chat_id == person_id:
            telegram.people.started(person_id)
        body: dict[str, Any] = {"id": query.id, "from": person.user(), "message": message.body}
        body |= {"chat_instance": telegram.chat_instance(chat_id), "data": data}
        telegram.happened("callback_query", body, person_id)
        telegram.messages.touched()
        return query


def block(telegram: Telegram, person_id: int, blocked: bool) -> Person:
    """Block the bot, or let it write again."""
    with telegram.changing():
        person = telegram.people.persons[person_id]
        if person.blocked == blocked:
            return person
        person = telegram.people.keep(replace(person, blocked=blocked))
        _membership(telegram, person, person.chat(), was_member=blocked, is_member=not blocked, away="kicked")
        telegram.messages.touched()
        return person


def add_bot(telegram: Telegram, person_id: int, group_id: int) -> Group:
    """Add the bot to a group."""
    with telegram.changing():
        person = telegram.people.persons[person_id]
        group = telegram.people.keep_group(replace(telegram.people.groups[group_id], bot_is_member=True))
        _membership(telegram, person, group.chat(), was_member=False, is_member=True, away="left")
        content: Content = {"new_chat_members": [BOT]}
        message = telegram.messages.add(group.chat(), person.user(), telegram.clock.unix(), content)
        telegram.happened("message", message.body, person_id)
        return group


def visible(telegram: Telegram, chat_id: int, message_id: int) -> Message:
    """Return a message that is still in the chat."""
    message = telegram.messages.find(chat_id, message_id)
    if message is None:
        raise NotPossible("the message is not there any more")
    return message


def _membership(
    telegram: Telegram, person: Person, chat: dict[str, Any], was_member: bool, is_member: bool, away: str
) -> None:
    def member(present: bool) -> dict[str, Any]:
        status: dict[str, Any] = {"user": BOT, "status": "member" if present else away}
        return status | ({"until_date": 0} if status["status"] == "kicked" else {})

    change = {"chat": chat, "from": person.user(), "date": telegram.clock.unix()}
    members = {"old_chat_member": member(was_member), "new_chat_member": member(is_member)}
    telegram.happened("my_chat_member", {**change, **members}, person.id)
