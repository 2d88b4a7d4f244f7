"""Arabic print of a PDF, put together from where its letters stand.

Programs that print draw letters from left to right, some word by word, some with the dots of a letter apart, some in
the order in which they are read; what pdfium gives for it is right for one typeface and turned round for the next.
An eye goes by where a letter stands. Which of the readings is Arabic is told by letters that only end a word, and by
"the", which only begins one.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from bot.kinds.columns import by_columns
from bot.kinds.where_letters_stand import MOST_LETTERS, Letter, letters_of, rows_of, untold_on

_LEAST_ARABIC = 8  # letters
_SHARE = 0.2  # of all letters
_WORD_APART = 0.17
_CELL_APART = 1.1
_UPON = 0.2
_NO_SPACE = 0.22
"""Where spaces are drawn: so wide a gap without one lies between two cells of a table."""
_SPACES = 40
"""Where there is one for so many letters or fewer, spaces are drawn."""
_ARABIC = re.compile("[\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W\d_]+")
_LEFT_TO_RIGHT = re.compile(r"[^\W\d_]", re.ASCII)
_BRACKETS = re.compile(r"[()]([^()]*)[()]")
_BESIDE = re.compile(r"(?<=[ء-ي])(?=[A-Za-z0-9])|(?<=ة)(?=[ء-ي])|(?<=[A-Za-z0-9])(?=[ء-ي])")
_UNIT_FIRST = re.compile(r"((?:[mkcµun]?g|mcg|m?[lL]|[mc]m|iu|IU|U|fl|fL|[^\s\d]+/\S+))\s+(\d[\d.,]*)")
_RUN = re.compile(r"[^\s]+")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_TOLD_WRONGLY = re.compile("[وفبك]?ا[أإآ]ل")
_TURNED = re.compile("[اأإآٱ]ل|هلل[اٱ]?")
"""The shapes that nearly every typeface has for two letters or more, as they are told the wrong way round."""


def in_reading_order(page: pdfium.PdfPage, text: pdfium.PdfTextPage, read: str) -> str:
    """The text of a page with Arabic print on it as it is read; any other text as it is."""
    arabic = len(_ARABIC.findall(read))
    if arabic < _LEAST_ARABIC or arabic < _SHARE * sum(map(str.isalpha, read)) or text.count_chars() > MOST_LETTERS:
        return read
    if page.get_rotation():
        return read
    told, untold = list(letters_of(text)), list(untold_on(page, text))
    spaced = sum(each.text == " " for each in (*told, *untold)) * _SPACES >= len(told)
    from_right = 2 * arabic > sum(map(str.isalpha, read))
    rows = [*by_columns([list(cells_of(row, spaced)) for row in rows_of(told, untold)], from_right)]
    seen, turned = ("\n".join(_said(row, from_right, way) for row in rows) for way in (False, True))
    return max((seen, read, turned), key=_likeness)


def _likeness(text: str) -> int:
    """How much of it is Arabic in the order in which it is read, less what is in none.

    "األورام" is in none: its first shape, of two letters, was told the wrong way round. "ولا" is a word.
    """
    likeness = 0
    for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
        if len(word) > 2:
            likeness += word.startswith("ال") + (word[-1] in "ةى")
            likeness -= 2 * ((word.endswith("لا") and len(word) > 3) + bool(_TOLD_WRONGLY.match(word)))
            likeness -= 2 * ((word[0] in "ةى") + any(each in "ةى" for each in word[1:-1]))
    return likeness


def _said(cells: Sequence[list[Letter]], from_right: bool, turned: bool) -> str:
    """One line in the order in which it is read: on an Arabic page its cells from the right."""
    said = [_cell(cell, from_right, turned) for cell in cells]
    return "  ".join(cell for cell in (reversed(said) if from_right else said) if cell)


def cells_of(row: Sequence[Letter], spaced: bool) -> Iterator[list[Letter]]:
    """What stands far apart in a line, from left to right; words in a cell are parted by a space."""
    cell: list[Letter] = []
    edge, before = -math.inf, None
    for each in row:
        if not each.text.strip():
            # At the end of a line a space may be drawn upon the last letter: there it parts nothing.
            if cell and each.text and each.left > edge - _UPON * each.height:
                cell.append(each)
            edge = max(edge, each.right)
            continue
        if before is not None:
            gap = (each.left - edge) / max(each.height, before.height)
            if gap > (_NO_SPACE if spaced and not cell[-1].text.isspace() else _CELL_APART):
                yield cell
                cell = []
            elif gap > _WORD_APART and not spaced:
                cell.append(Letter(" ", edge, each.y, edge, edge, each.height))
        cell.append(each)
        edge, before = max(edge, each.right), each
    if cell:
        yield cell


def _cell(cell: Sequence[Letter], from_right: bool, turned: bool) -> str:
    """From right to left, but for numbers and Latin print in it; Latin print from left to right, but for Arabic."""
    glyphs = list(_glyphs(cell))
    arabic = sum(1 for each in glyphs if _ARABIC.search(each))
    latin = sum(1 for each in glyphs if _LEFT_TO_RIGHT.search(each))
    parts = list(_runs(glyphs))
    if from_right or arabic >= latin:
        parts.reverse()
    read = "".join(_run(run, arabic_run, turned) for run, arabic_run in parts)
    # A bracket is told as it was typed, or as it is drawn: the first of two opens.
    read = _BRACKETS.sub(r"(\1)", unicodedata.normalize("NFKC", read))
    return " ".join(_BESIDE.sub(" ", read).split())


def _run(run: list[str], reverse: bool, turned: bool) -> str:
    """A piece in the order of reading; `turned`: the letters of its words lie in that order already."""
    if reverse and turned:
        return " ".join(reversed("".join(run).split(" ")))
    if reverse:
        return "".join(reversed(run)).translate(_MIRRORED)
    read = "".join(run)
    # In Arabic a number before its unit stands on the right of it.
    return f"{number[2]} {number[1]}" if (number := _UNIT_FIRST.fullmatch(read)) else read


def _runs(glyphs: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Pieces that are read in one direction, in the order in which they stand, and whether that is from the right."""
    # A sign for a glyph, so that places in the text are places in the list.
    signs = "".join("ا" if _ARABIC.search(each) else each[0] for each in glyphs)
    end = 0
    for start, stop in _from_left(signs):
        if start > end:
            yield glyphs[end:start], True
        yield glyphs[start:stop], False
        end = stop
    if end < len(glyphs):
        yield glyphs[end:], True


def _from_left(signs: str) -> Iterator[tuple[int, int]]:
    """Where Latin words and numbers stand that are read from the left: words joined with what stands between them."""
    start = stop = -1
    latin = False
    for each in _RUN.finditer(signs):
        for piece in re.finditer(
            r"[%°](?=[\d٠-٩۰-۹])|[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff%°²³µ٠-٩۰-۹][^\s\u0600-\u065f\u066e-\u06ef]*|[^\s]",
            each.group(),
        ):
            word = piece.group()
            if not word[0].isalnum():
                continue
            if "\u0600" <= word[0] <= "\u06ff" and not word[0].isdigit():
                if start >= 0:
                    yield start, stop
                start, latin = -1, False
                continue
            begins, ends = each.start() + piece.start(), each.start() + piece.start() + len(word.rstrip(":;،.,()[]"))
            has_latin = _LEFT_TO_RIGHT.search(word) is not None
            if start >= 0 and (latin or has_latin) and "ا" not in signs[stop:begins]:
                stop, latin = ends, latin or has_latin
                continue
            if start >= 0:
                yield start, stop
            start, stop, latin = begins, ends, has_latin
    if start >= 0:
        yield start, stop


def _glyphs(cell: Sequence[Letter]) -> Iterator[str]:
    """What each shape stands for: letters at one place are one, as they are read."""
    at = 0
    while at < len(cell):
        end = at + 1
        while end < len(cell) and cell[end].x == cell[at].x and " " not in (cell[at].text, cell[end].text):
            end += 1
        shape = cell[at:end]
        yield _ligature(shape)
        at = end


def _ligature(shape: Sequence[Letter]) -> str:
    """Letters of one shape: each has its part of it, or all have the whole, turned if what is around them is."""
    read = "".join(each.text for each in sorted(shape, key=lambda each: -each.left))
    whole = len(shape) > 1 and shape[0].left == shape[-1].left
    return read[::-1] if whole and (shape[0].turned or _TURNED.fullmatch(read)) else read
