"""A page as the bot asks for it: the words of one of the layouts beside this file in, a PDF of one page out."""

import json
import re
from collections.abc import Mapping
from typing import Any, Literal

from bot.child.child import run_child
from bot.papers.printable import printable

Layout = Literal["sheet", "letter", "back"]

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MEMORY = 2 << 30  # address space; the typesetter reserves far more than it uses
_LONGEST_PDF = 4 << 20
_SECONDS = 20


class PageTooLong(ValueError):
    """The words do not fit on one page, even in the smallest type."""


class PageFailed(Exception):
    """The page could not be typeset: a key is missing or of a wrong type, or the machine is out of memory or time."""


async def typeset(layout: Layout, words: Mapping[str, Any]) -> bytes:
    """A tagged PDF of exactly one page with the words given and none of its own; see `typeset_and_told`."""
    return (await typeset_and_told(layout, words))[0]


async def typeset_and_told(layout: Layout, words: Mapping[str, Any]) -> tuple[bytes, str]:
    """The page, and the letters for which there is no typeface: they stand on it as their code points.

    What the words must be is told at the head of each layout; all have a `language` (ISO 639) and a `title`.
    Raises PageTooLong, or PageFailed.
    """
    language = str(words.get("language", "")).split("-")[0].lower()
    if not _LANGUAGE.fullmatch(language):
        raise PageFailed("the page's language is no ISO 639 code")
    asked = json.dumps({"layout": layout, "words": {**printable(words), "language": language}}).encode()
    # It opens nobody's file, only words of ours and a patient's: no jail is needed to write a letter.
    answer = await run_child(
        "bot.papers.typesetting", [asked], seconds=_SECONDS, memory=_MEMORY, answer_limit=_LONGEST_PDF, whole_jail=False
    )
    letters, _, page = answer.output.partition(b"\n")
    if answer.outcome == "done" and page.startswith(b"%PDF-"):
        return page, letters.decode()
    if answer.outcome == "done" and page == b"too long":
        raise PageTooLong(f"the words of the {layout} do not fit on one page")
    raise PageFailed(f"the {layout} could not be typeset ({answer.outcome})")
