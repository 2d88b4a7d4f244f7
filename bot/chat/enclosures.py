"""Papers on their way out: one file as a document, pictures as an album."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from telegram import InputFile, InputMediaPhoto
from telegram.constants import ChatAction
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.chat.answer import OddAnswer
from bot.chat.lost import Lost
from bot.chat.saying import NEVER_CARRIED_OUT
from bot.papers.papers import File, Paper
from bot.storage.outbox import Message

WRITE_SECONDS = 120
"""A packet has up to 50 MB, and a hospital's network may be slow."""
LEAST_SPEED = 500_000
"""Bytes a second at which a Bot API server of the operator's own passes a large file on, before it answers."""


class Sending:
    """One paper on its way to Telegram, over as many tries as it takes."""

    def __init__(self, bot: ExtBot[Any], lost: Lost, message: Message) -> None:
        self._bot, self._lost, self._chat_id = bot, lost, message.chat_id
        self.content: dict[str, Any] = json.loads(message.content)
        self._topic = int(self.content.pop("topic", 0))
        self.in_doubt = False
        self._since = lost.newest(message.chat_id)

    async def find(self) -> int:
        """The message that an earlier try became though its answer was lost, or 0."""
        if not self.in_doubt:
            return 0
        found = await self._lost.find(self._chat_id, "editMessageReplyMarkup", self._since)
        self.in_doubt = False
        return found

    async def announce(self) -> None:
        """Show that a file is being sent."""
        with suppress(TelegramError):
            await self._bot.send_chat_action(
                self._chat_id, ChatAction.UPLOAD_DOCUMENT, message_thread_id=self._topic or None
            )

    async def carry_out(self, paper: Paper) -> int:
        """Send one message with files; the id of the (last) message it became."""
        try:
            message_id = await send_paper(self._bot, self._chat_id, paper, self._topic)
        except BadRequest as refusal:
            if not self._topic or "thread not found" not in refusal.message.lower():
                raise
            self._topic = 0  # that topic is gone: then in the chat itself
            return await self.carry_out(paper)
        except NEVER_CARRIED_OUT:
            raise
        except NetworkError:
            self.in_doubt = True
            raise
        self._lost.shown(self._chat_id, message_id)
        return message_id


async def send_paper(bot: ExtBot[Any], chat_id: int, paper: Paper, topic: int = 0) -> int:
    """Send one message with files, into a topic if there is one; the id of the (last) message it became."""
    is_album = paper.pictures and len(paper.files) > 1
    uploads = [_upload(file, attach=is_album) for file in paper.files]
    seconds = WRITE_SECONDS + sum(file.size for file in paper.files) // LEAST_SPEED
    more: dict[str, Any] = {"read_timeout": seconds, "message_thread_id": topic or None}
    try:
        if is_album:
            album = [InputMediaPhoto(upload) for upload in uploads]
            return (await bot.send_media_group(chat_id, album, **more))[-1].message_id
        send = bot.send_photo if paper.pictures else bot.send_document
        return (await send(chat_id, uploads[0], **more)).message_id
    except (AttributeError, IndexError, KeyError, TypeError):  # the library reads whatever it is given
        raise OddAnswer("a message without a number") from None


def _upload(file: File, attach: bool) -> InputFile:
    if isinstance(file.content, bytes):
        return InputFile(file.content, filename=file.name, attach=attach)
    return InputFile(file.content(), filename=file.name, read_file_handle=False)  # type: ignore[arg-type]
