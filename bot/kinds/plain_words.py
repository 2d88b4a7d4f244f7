"""Files of words alone: plain text, and what is written in a Word document, as the press sets them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from bot.kinds.charset import as_shown, in_arabic, with_bullets, without_pictures
from bot.kinds.reasons import LeftOut
from bot.kinds.word_shapes import Words
from bot.papers.printable import printable, visible

MOST_CHARACTERS = 400_000
_LONGEST_LINE = 5_000


def lines_of_text(data: bytes) -> list[str]:
    """The lines of a plain text, in whichever of the usual encodings it is."""
    text = without_pictures(with_bullets(as_shown(_decoded(data))))
    return _limited(visible(line.expandtabs(8)).rstrip() for line in text.splitlines())


def paragraphs_of_word_file(words: Words) -> list[list[list[str]]]:
    """The paragraphs of a Word document as runs of (look, words), ready for the press."""
    total, kept = 0, []
    for paragraph in words.paragraphs:
        total += len(paragraph.text)
        if total > MOST_CHARACTERS:
            raise LeftOut("too_long")
        if paragraph.text.strip() or any(run.look for run in paragraph.runs):
            place = [["place", paragraph.place]] if paragraph.place else []
            kept.append([*place, *([run.look, spaced(run.text)] for run in paragraph.runs)])
    return kept


def spaced(text: str) -> str:
    """Words as a page shows them; spaces at their ends part them from their neighbours of another look."""
    inside = str(printable(text))
    return f"{' ' if text[:1].isspace() else ''}{inside}{' ' if inside and text[-1:].isspace() else ''}"


def _limited(lines: Iterator[str]) -> list[str]:
    kept, total = [], 0
    for line in lines:
        total += len(line) + 1
        if total > MOST_CHARACTERS:
            raise LeftOut("too_long")
        kept += [line[start : start + _LONGEST_LINE] for start in range(0, len(line) or 1, _LONGEST_LINE)]
    return kept


def _decoded(data: bytes) -> str:
    if len(data) > 4 * MOST_CHARACTERS:
        raise LeftOut("too_long")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    if arabic := in_arabic(data):
        return arabic
    with suppress(UnicodeDecodeError):
        return data.decode("cp1252")
    return data.decode("latin-1")
