"""The sheet as the bot asks for it: words in, a PDF of one page out."""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.documents.child import run_child
from bot.packet.printable import printable
from bot.papers import File, Paper

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MEMORY = 2 << 30  # address space; the typesetter reserves far more than it uses
_LONGEST_PDF = 4 << 20
_SECONDS = 20


class SheetTooLong(ValueError):
    """The words do not fit on one page, even in the smallest type."""


class SheetFailed(Exception):
    """The sheet could not be typeset: a key is missing or of a wrong type, or the machine is out of memory or time."""


async def sheet_paper(_: int, content: Mapping[str, Any]) -> Paper:
    """The one-page summary as a file to send, from the words of `dialogs.papers.Papers.sheet`."""
    return Paper((File(content["file_name"], await make_sheet(content["sheet"])),))


async def make_sheet(sheet: Mapping[str, Any]) -> bytes:
    """A tagged A4 PDF of exactly one page with the words given and none of its own.

    Keys: language (ISO 639), title, prepared, name ("" if none), letter {heading, decision_label, decision,
    questions_label, questions}, sections [{heading, items [{title, note}], empty, mark?}], bring_forward and next_steps
    {heading, items}, disclaimers, page_label. A section's mark is "done", "underway", "open" or "unneeded"; without
    one the four come in this order. Raises SheetTooLong, or SheetFailed.
    """
    language = str(sheet.get("language", "")).split("-")[0].lower()
    if not _LANGUAGE.fullmatch(language):
        raise SheetFailed("the sheet's language is no ISO 639 code")
    words = json.dumps({**printable(sheet), "language": language}).encode()
    answer = await run_child(
        "bot.packet.typesetting", [words], seconds=_SECONDS, memory=_MEMORY, answer_limit=_LONGEST_PDF
    )
    if answer.outcome == "done" and answer.output.startswith(b"%PDF-"):
        return answer.output
    if answer.outcome == "done" and answer.output == b"too long":
        raise SheetTooLong("the sheet does not fit on one page")
    raise SheetFailed(f"the sheet could not be typeset ({answer.outcome})")
