"""Papers on their way out: one file as a document, pictures as an album."""

from __future__ import annotations

from typing import Any

from telegram import InputFile, InputMediaPhoto
from telegram.ext import ExtBot

from bot.papers import Paper

WRITE_SECONDS = 120
"""A packet has up to 50 MB, and a hospital's network may be slow."""


async def send_paper(bot: ExtBot[Any], chat_id: int, paper: Paper) -> int:
    """Send one message with files; the id of the (last) message it became."""
    if paper.pictures and len(paper.files) > 1:
        album = [InputMediaPhoto(file.content, filename=file.name) for file in paper.files]
        return (await bot.send_media_group(chat_id, album, read_timeout=WRITE_SECONDS))[-1].message_id
    (file,) = paper.files
    upload = InputFile(file.content, filename=file.name)
    if paper.pictures:
        return (await bot.send_photo(chat_id, upload, read_timeout=WRITE_SECONDS)).message_id
    return (await bot.send_document(chat_id, upload, read_timeout=WRITE_SECONDS)).message_id
