"""What goes to a patient as files: made when it is sent, by whoever knows how."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.vault.flow import Flow


class AlreadyTold(Exception):
    """A paper could not be made, and the patient was told why: there is nothing more to say."""


IN_MEMORY = 64 << 20
"""Bytes of a file up to which it is sent out of memory."""
Opens = Callable[[], Flow]


@dataclass(frozen=True, slots=True)
class File:
    """A file as the patient gets it."""

    name: str
    content: bytes | Opens
    """Its bytes; of a large one, how to read them, anew for each try."""
    size: int = 0
    """Bytes, of a large one: how long sending it may take."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One message: a single file, or up to ten pictures side by side."""

    files: tuple[File, ...]
    pictures: bool = False
    unprinted: str = ""
    """Letters for which there is no typeface: they stand on it as their code points."""


MakePaper = Callable[[int, Mapping[str, Any]], Awaitable[Paper]]
"""Makes a paper for a chat (its id) from the words that `dialogs.words.papers` gave; raises if it cannot be made."""


def telling_of_letters(make: MakePaper, tell: Callable[[int, str], Awaitable[None]]) -> MakePaper:
    """The same, and the patient is told of letters that could not be printed."""

    async def paper(chat_id: int, content: Mapping[str, Any]) -> Paper:
        made = await make(chat_id, content)
        if made.unprinted:
            await tell(chat_id, made.unprinted)
        return made

    return paper
