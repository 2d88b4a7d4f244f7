"""Looks for what was written upon a page and brings none of its own (ISO 32000-1, 12.5.6.6).

Readers then draw it each in their own way, most of them cut off at its frame, and some not at all. Here it stands
whole: smaller where it does not fit its frame, and below the frame where it does not fit even so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = "drawn whole"
"""Says, in a packet, that a note's looks are ours: it cannot look as in its file."""
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_LARGEST, _PAD, _LEADING, _WIDEST = 24.0, 2.0, 1.2, 0.6
"""Points; lines to a line's size; the width of most letters of Helvetica, as a share of their size."""
_NARROWEST = 80.0
_MOST = 4_000
"""Letters."""
_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s+Tf")
_COLOUR = re.compile(r"(?:[\d.]{1,8}\s+){1,4}(?:g|rg|k)(?=\s|$)")
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


@dataclass(frozen=True, slots=True)
class Look:
    """A frame on the page (left, bottom, right, top) and a form that fills it."""

    frame: tuple[float, float, float, float]
    form: bytes


def can_be_written(words: str) -> bool:
    """Whether the typeface that every reader has, has all of its letters."""
    try:
        words.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return bool(words.strip()) and len(words) <= _MOST


def look_of(words: str, drawing: str, frame: Sequence[float], paper: Sequence[float]) -> Look:
    """How these words look in a frame on a paper (both left, bottom, right, top); `drawing`: its size and colour."""
    left, right = sorted((frame[0], frame[2]))
    bottom, top = sorted((frame[1], frame[3]))
    right = min(max(right, left + _NARROWEST), max(paper[2], right))
    wanted = float(found[1]) if (found := _SIZE.search(drawing)) and float(found[1]) > 0 else _SIZES[0]
    wanted = min(wanted, _LARGEST)
    sizes = [wanted, *(each for each in _SIZES if each < wanted)]
    fits = (size for size in sizes if _height(_lines(words, right - left, size), size) <= top - bottom)
    size = next(fits, sizes[-1])
    lines = _lines(words, right - left, size)
    bottom = min(bottom, top - _height(lines, size))
    up = max(0.0, min(paper[1] - bottom, paper[3] - top))
    colour = found[0] if (found := _COLOUR.search(drawing)) else "0 g"
    return Look((left, bottom + up, right, top + up), _form(lines, size, colour, right - left, top - bottom))


def _height(lines: Sequence[str], size: float) -> float:
    return len(lines) * size * _LEADING + 2 * _PAD


def _lines(words: str, width: float, size: float) -> list[str]:
    most = max(4, int((width - 2 * _PAD) / (size * _WIDEST)))
    lines = list[str]()
    for line in words.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n"):
        lines.append("")
        for word in line.split(" "):
            for piece in (word[at : at + most] for at in range(0, max(1, len(word)), most)):
                joined = f"{lines[-1]} {piece}" if lines[-1] else piece
                lines[-1:] = [joined] if len(joined) <= most else [lines[-1], piece]
    return lines


def _form(lines: Sequence[str], size: float, colour: str, width: float, height: float) -> bytes:
    said = b"".join(b"<%s> Tj T* " % line.encode("cp1252").hex().encode() for line in lines)
    start = (size, size * _LEADING, _PAD, height - _PAD - size)
    content = b"0.5 w 0.25 0.25 %.2f %.2f re S BT %s /F %.2f Tf %.2f TL %.2f %.2f Td %sET" % (
        *(width - 0.5, height - 0.5, colour.encode()),
        *(*start, said),
    )
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources << /Font << /F %s >> >> /Length %d >>"
    return head % (width, height, _FONT, len(content)) + b"\nstream\n" + content + b"\nendstream"
