"""A person who leaves the rehearsal: the chat is deleted, the bot is blocked, and nothing of either is kept here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.rehearsal.telegram import acts
from bot.rehearsal.telegram.telegram import Telegram


def leave(telegram: Telegram, person_id: int) -> None:
    """Let a person delete the chat and block the bot; what the bot itself keeps of them is the bot's."""
    with telegram.changing():
        if telegram.people.persons[person_id].started:
            acts.block(telegram, person_id, True)
        telegram.people.keep(replace(telegram.people.persons[person_id], blocked=True, gone=True))
        theirs = {file_id for message in telegram.messages.forget(person_id) for file_id in _files(message.body)}
        left = {file_id for message in telegram.messages.everywhere() for file_id in _files(message.body)}
        telegram.files.forget(theirs - left)
        telegram.messages.touched()


def _files(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("file_id"), str):
            yield part["file_id"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _files(inner)
