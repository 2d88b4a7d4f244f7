"""A letter to sign, and the page to take back, as papers to send."""

from collections.abc import Mapping
from typing import Any

from bot.papers.page import typeset
from bot.papers.papers import File, Paper


async def letter_paper(_: int, content: Mapping[str, Any]) -> Paper:
    """A letter to sign, from the words of `dialogs.words.papers`; the layout letter.typ says what they are."""
    return Paper((File(content["file_name"], await typeset("letter", content["letter"])),))


async def back_paper(_: int, content: Mapping[str, Any]) -> Paper:
    """The page to take back to the first team, from the words of `dialogs.words.papers`."""
    return Paper((File(content["file_name"], await typeset("back", content["back"])),))
