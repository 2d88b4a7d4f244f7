"""Looking at a Word document: an archive of XML, of which the words are read, and its pictures counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedStream

from bot.documents.findings import READ_CHARACTERS, Finding, Remark, said
from bot.documents.strict_xml import NotXml
from bot.documents.word_shapes import Loss
from bot.documents.word_text import read

REMARK_OF: dict[Loss, Remark] = {
    "pictures": "lost_pictures",
    "comments": "lost_comments",
    "changes": "lost_changes",
    "parts": "lost_parts",
    "signs": "lost_signs",
}


def examine(archive: ZipFile, *, has_macros: bool) -> Iterator[Finding]:
    """Whether its text can be read, and what it says. It has one page: how many it prints as, nobody can know."""
    try:
        words = read(archive)
    except (NotXml, BadZipFile, DamagedStream, EOFError, RuntimeError, NotImplementedError):
        yield Finding("unreadable", "docx")
        return
    text = words.text
    lost = tuple(REMARK_OF[loss] for loss in words.lost)
    empty = said("empty", not text.strip() and not words.pictures and not words.lost)
    found = Finding("readable", "docx", 1, said("active", has_macros) + lost + empty)
    yield found
    yield replace(found, text=(text[:READ_CHARACTERS],))
