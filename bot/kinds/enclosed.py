"""What a file in a file adds: its words where it is made of words, else its pages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from bot.kinds import rich_text, text, web_page
from bot.kinds.blocks import Manuscript
from bot.kinds.enclosure import with_pages
from bot.kinds.worded import Torn

Read = Callable[[bytes], Manuscript | None]
MOST = 50
"""Files in one file that are looked at."""


def enclosed(content: bytes, *first: Read) -> Manuscript | None:
    """What a file in a file says or shows; None if it cannot be shown: a torn one costs the others nothing.

    `first`: what may read it beside the usual: a record for programs may lie in another.
    """
    if with_pages(content):
        return Manuscript(papers=(content,))
    for read in (*first, rich_text.read, web_page.read, text.contents):
        with suppress(Torn):
            if found := read(content):
                return found
    return None
