"""The one-page summary as a paper to send."""

from collections.abc import Mapping
from typing import Any

from bot.papers.page import typeset, typeset_and_told
from bot.papers.papers import File, Paper


async def sheet_paper(_: int, content: Mapping[str, Any]) -> Paper:
    """The one-page summary as a file to send, from the words of `dialogs.words.papers`."""
    page, unprinted = await typeset_and_told("sheet", content["sheet"])
    return Paper((File(content["file_name"], page),), unprinted=unprinted)


async def make_sheet(sheet: Mapping[str, Any]) -> bytes:
    """The summary's PDF. Raises PageTooLong, or PageFailed.

    Keys: language (ISO 639), title, prepared, name ("" if none), goes? [{label, value}], letter {heading,
    decision_label, decision, questions_label, questions, no_questions?}, sections [{heading, items [{title, note}],
    empty, mark?}], bring_forward and next_steps {heading, items}, disclaimers, page_label. `no_questions` is said
    where there are none. A section's mark is "done", "underway", "open" or "unneeded"; without one the four come in
    this order.
    """
    return await typeset("sheet", sheet)
