"""A letter to sign, and the page to take back, as papers to send."""

from collections.abc import Mapping
from typing import Any

from bot.papers.page import typeset_and_told
from bot.papers.papers import File, Paper


async def letter_paper(_: int, content: Mapping[str, Any]) -> Paper:
    """A letter to sign, from the words of `dialogs.words.papers`; the layout letter.typ says what they are."""
    page, unprinted = await typeset_and_told("letter", content["letter"])
    return Paper((File(content["file_name"], page),), unprinted=unprinted)


async def back_paper(_: int, content: Mapping[str, Any]) -> Paper:
    """The page to take back to the first team, from the words of `dialogs.words.papers`."""
    page, unprinted = await typeset_and_told("back", content["back"])
    return Paper((File(content["file_name"], page),), unprinted=unprinted)
