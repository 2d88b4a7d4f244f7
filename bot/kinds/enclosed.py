"""What a file in a file adds: its words where it is made of words, else its pages."""

from __future__ import annotations

from bot.kinds import rich_text, text, web_page
from bot.kinds.blocks import Manuscript
from bot.kinds.enclosure import with_pages

MOST = 50
"""Files in one file that are looked at."""


def enclosed(content: bytes) -> Manuscript | None:
    """What a file in a file says or shows; None if it cannot be shown."""
    if with_pages(content):
        return Manuscript(papers=(content,))
    for read in (rich_text.read, web_page.read, text.contents):
        if found := read(content):
            return found
    return None
