"""The pages of a kept file as pictures to look at in the chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.documents.thumbnails import TooMuchToDraw
from bot.papers.papers import AlreadyTold, File, Paper
from bot.storage import cases
from bot.storage.writer import Writer
from bot.vault import Vault
from dialogs.events import NotShownReason

Draw = Callable[..., Awaitable[list[bytes]]]
"""JPEGs of pages: the file's chunks and kind, the first page (from 1), how many at most, degrees clockwise.

`sheet` beside them, where only part of a photo is its page; `words`, where its pages are set by us.
"""

Tell = Callable[[int, NotShownReason], Awaitable[None]]
"""Tells a chat why there are no pictures."""


class NothingToShow(Exception):
    """The file is not there any more."""


class PagePictures:
    """Draws pages of the files of the vault."""

    def __init__(self, writer: Writer, vault: Vault, draw: Draw, tell: Tell) -> None:
        self._writer, self._vault, self._draw, self._tell = writer, vault, draw, tell

    async def paper(self, chat_id: int, content: Mapping[str, Any]) -> Paper:
        """The pages as one album. Raises `NothingToShow`, `AlreadyTold`, or what the vault raises."""
        stored = await self._writer.run(cases.find, chat_id)
        if stored is None or stored.case.document(content["document"]) is None:
            raise NothingToShow
        _, sha256 = await self._writer.run(cases.kept, stored.id, content["document"])
        chunks = self._vault.read(stored.id, stored.key, content["document"], sha256)
        why: NotShownReason = "damaged"
        try:
            only = {name: value for name in ("sheet", "words") if (value := content.get(name))}
            drawn = await self._draw(chunks, content["kind"], 1, content["at_most"], content["turned"], **only)
        except TooMuchToDraw:
            drawn, why = [], "too_large"
        if not drawn:
            await self._tell(chat_id, why)
            raise AlreadyTold
        files = (File(f"page-{number}.jpg", page) for number, page in enumerate(drawn, start=1))
        return Paper(tuple(files), pictures=True)
