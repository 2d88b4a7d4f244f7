"""Pages of a PDF whose fonts do not say, or say wrongly, which letters their shapes are (ISO 32000-1, 9.10).

An eye reads such a page like any other; a program reads signs that mean nothing, or other letters and other figures
than are printed. What a font does not tell is no text unless it makes words all the same: no day, no name is read from
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category

import pypdfium2 as pdfium
from pypdfium2 import raw

from bot.kinds.likeness_of_words import are_no_words, are_words
from bot.kinds.right_to_left import in_reading_order

MOST_SIGNS = 20_000
"""Of a page that are asked for what their font says; each costs some tenths of a microsecond."""
_EVERY = 4
"""Signs of which one is asked for first: a word or a day has more."""
_ENOUGH = 2_000
"""Characters of a page that tell whether it is words."""
_FEWEST_SIGNS = 200
"""Of a page that are judged alone; of fewer the whole file tells what its fonts are worth."""
_MOST_UNTOLD = 0.5
"""Of the signs of a page, of which the rest may be a letter head."""
_MOST_IN_A_LINE = 0.2
_LOST = "\ufffd"
_OF_NOBODY = {"Cc", "Co", "Cn", "Cs"}
_BULLETS = 0.3
"""Signs of a font of pictures are told as private ones; only of a page that is full of them they are letters."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page's text, and line by line what its fonts do not tell of it, with spaces for all else."""

    text: str
    lines: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    is_rearranged: bool = False
    """Its text has other lines than these."""


def told_by(page: pdfium.PdfPage, text: pdfium.PdfTextPage, drawn: str) -> Told:
    """What a page's fonts say in the order in which it is read, and what they do not say; `drawn` is its text."""
    read = in_reading_order(page, text, drawn)
    count = min(text.count_chars(), MOST_SIGNS)
    of_nobody = {each for each in {*drawn} if category(each) in _OF_NOBODY and not each.isspace()}
    are_letters = of_nobody and sum(each in of_nobody for each in drawn) > _BULLETS * _signs(drawn)
    some_lost = any(raw.FPDFText_HasUnicodeMapError(text, place) == 1 for place in range(0, count, _EVERY))
    if not (some_lost or are_letters or _LOST in drawn):
        return Told(read)
    lost = [raw.FPDFText_HasUnicodeMapError(text, place) == 1 for place in range(count)]
    signs = [chr(raw.FPDFText_GetUnicode(text, place)) for place in range(count)]
    is_untold = [
        not sign.isspace() and (is_lost or sign == _LOST or (bool(are_letters) and sign in of_nobody))
        for sign, is_lost in zip(signs, lost, strict=True)
    ]
    shown = (sign if each or sign == "\n" else " " for sign, each in zip(signs, is_untold, strict=True))
    return Told(
        read,
        tuple("".join(signs).split("\n")),
        tuple("".join(shown).split("\n")),
        read.split() != "".join(signs).split(),
    )


def readable(pages: Sequence[Told]) -> list[str]:
    """The text of every page, empty where it is none; of one that is told in part, the lines that are."""
    of_all = "\n".join(line for page in pages for line in page.untold)
    return [_readable(page, of_all) for page in pages]


def _readable(page: Told, of_all: str) -> str:
    if are_no_words(page.text[:_ENOUGH]):
        return ""
    untold = "\n".join(page.untold)
    if not untold.strip() or are_words(untold if _signs(untold) >= _FEWEST_SIGNS else of_all):
        return page.text
    if _signs(untold) > _MOST_UNTOLD * _signs("".join(page.lines)):
        return ""
    kept = [line for line, lost in zip(page.lines, page.untold, strict=True) if _is_told(line, lost)]
    if len(kept) == len(page.lines):
        return page.text
    return "" if page.is_rearranged else "\n".join(line.rstrip("\r") for line in kept)


def _is_told(line: str, lost: str) -> bool:
    """Whether a line can be believed: what is lost of it is a bullet or a picture, and stands beside no figure."""
    touches = any(
        not sign.isspace() and any(beside.isdigit() for beside in line[max(0, at - 1) : at + 2])
        for at, sign in enumerate(lost)
    )
    return not touches and _signs(lost) <= _MOST_IN_A_LINE * _signs(line)


def _signs(text: str) -> int:
    return len("".join(text.split()))
