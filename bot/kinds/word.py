"""A Word document: an archive of XML, of which the words are read, and the pictures shown behind them."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedStream

from bot.kinds.archive import Refused, opened
from bot.kinds.findings import READ_CHARACTERS, Finding, said
from bot.kinds.kind import KindOfFile, Setting
from bot.kinds.kinds import Kind
from bot.kinds.reasons import LeftOut
from bot.kinds.strict_xml import NotXml
from bot.kinds.word_text import main_part, picture, read, words_of
from bot.kinds.worded import REMARK_OF, bound

if TYPE_CHECKING:
    from bot.kinds.leaves import Leaves


def examine(data: bytes, _: Kind) -> Iterator[Finding]:
    """Whether its text can be read, and what it says. It has one page: how many it prints as, nobody can know."""
    try:
        archive = opened(data)
    except Refused as refused:
        yield refused.finding
        return
    if not _is_word(archive):
        yield Finding("unknown_kind", "unknown")
        return
    try:
        words = read(archive)
    except (NotXml, BadZipFile, DamagedStream, EOFError, RuntimeError, NotImplementedError):
        yield Finding("unreadable", "docx")
        return
    text = words.text
    lost = tuple(REMARK_OF[loss] for loss in words.lost)
    empty = said("empty", not text.strip() and not words.pictures and not words.lost)
    has_macros = any(entry.filename.endswith("vbaProject.bin") for entry in archive.infolist())
    found = Finding("readable", "docx", 1, said("active", has_macros) + lost + empty)
    yield found
    yield replace(found, text=(text[:READ_CHARACTERS],))


def leaves(data: bytes, setting: Setting, _: Collection[int]) -> Leaves:
    """What it says, with every loss named above it, and then its pictures, a page each."""
    from pypdf import PdfReader

    from bot.kinds.leaves import Leaves
    from bot.kinds.picture_pages import picture_pages
    from bot.kinds.plain_words import paragraphs_of_word_file

    found, words = words_of(data), setting.words
    paragraphs = paragraphs_of_word_file(found)
    if not paragraphs and not found.pictures:
        raise LeftOut("unreadable")
    note = " ".join([words["word_file_note"], *(words[f"lost_{loss}"] for loss in found.lost)])
    places = {place: words[f"word_{place}"] for place in ("head", "note", "foot")}
    set_words = {**setting.page, "note": note, "places": places, "paragraphs": paragraphs}
    pages = [setting.press.plain_words(set_words)] if paragraphs or found.lost else []
    pages += [PdfReader(io.BytesIO(picture_pages(picture(data, name), paper=setting.paper))) for name in found.pictures]
    return Leaves.of(pages[0] if len(pages) == 1 else bound(pages))


KIND = KindOfFile(examine, leaves, sets_words=True)


def _is_word(archive: ZipFile) -> bool:
    try:
        return bool(main_part(archive))
    except Exception:  # a torn list of its parts: then it is no Word document
        return False
