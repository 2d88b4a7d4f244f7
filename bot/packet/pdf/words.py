"""What was read on pictures, laid unseen below what a page shows: a doctor can search it, and copy it.

ISO 32000-1, 9.3.6: text of mode 3 is neither filled nor stroked. Its fonts have no letters of their own, only what each
code means (9.10.3), for nobody sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.packet.pdf.boxes import Paper
from bot.packet.pdf.copying import Copying

NAME = b"/SecondOpinionWords%d"
PARTS = 10_000
"""Places are told in such parts of the width and the height of what was read."""
_CODES = (*range(33, 127), *range(161, 256))
"""Those at which Helvetica has a letter of some size: without one, readers pass over text on a page that is turned."""
_WIDTH = 500
"""Of every letter, in thousandths of its size."""
_OF_HEIGHT = 0.85
"""Of a line's height, the size of its letters; the rest is below them."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom: from 0 to 1 of what is seen."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What was read on one page: places in parts of it as it was shown, and by how much it was turned then."""

    words: tuple[tuple[str, int, int, int, int], ...]
    turned: int = 0
    size: tuple[int, int] = (1, 1)
    """Width and height of what was shown, in pixels."""


def from_plain(plain: Iterable[Mapping[str, Any]]) -> dict[int, PageWords]:
    """Pages by their number from 0, as `bot.documents.print_reading` keeps them."""
    return {
        int(each["page"]) - 1: PageWords(
            tuple((str(text), *map(int, place)) for text, *place in each["words"]),  # type: ignore[misc]
            int(each["turned"]),
            (int(each["size"][0]), int(each["size"][1])),
        )
        for each in plain
    }


@dataclass
class Layer:
    """The words of one page while they are laid: the fonts they need, each of a few letters."""

    codes: dict[str, tuple[int, int]] = field(default_factory=dict)

    def drawing(self, paper: Paper, read: PageWords, turned: int, box: Box) -> bytes:
        """A stream that lays the words; `box` is where what was read stands on the page before it is turned."""
        lines = []
        strip, width, height = paper.strip, paper.width, _height(paper)
        for text, *place in read.words:
            left, top, right, bottom = _on_page(place, read.turned, turned, box)
            size = max(0.5, (bottom - top) * height * _OF_HEIGHT)
            wide = max(1.0, 100_000 * (right - left) * width / (len(text) * _WIDTH * size)) if text else 0
            low = strip + (1 - bottom) * height + (1 - _OF_HEIGHT) * (bottom - top) * height
            shown = self._shown(text, size)
            lines.append(b"%.2f Tz 1 0 0 1 %.2f %.2f Tm %s\n" % (wide, left * width, low, shown))
        matrix = b" ".join(b"%.4f" % each for each in paper.reading())
        return b"q %s cm BT 3 Tr\n%sET Q\n" % (matrix, b"".join(lines))

    def fonts(self, copying: Copying) -> bytes:
        """The entries of a page's fonts that its words need; the fonts are written."""
        found: dict[int, list[tuple[int, str]]] = {}
        for letter, (font, code) in self.codes.items():
            found.setdefault(font, []).append((code, letter))
        return b"".join(b"%s %d 0 R\n" % (NAME % font, _font(copying, codes)) for font, codes in found.items())

    def _shown(self, text: str, size: float) -> bytes:
        """The text, font by font."""
        shown, font, codes = b"", -1, b""
        for letter in text:
            which, code = self.codes.setdefault(letter, divmod(len(self.codes), len(_CODES)))
            if which != font:
                shown += b"<%s> Tj " % codes.hex().encode() if codes else b""
                shown += b"%s %.2f Tf " % (NAME % which, size)
                font, codes = which, b""
            codes += bytes((_CODES[code],))
        return shown + (b"<%s> Tj" % codes.hex().encode() if codes else b"")


def _height(paper: Paper) -> float:
    return paper.top - paper.bottom if paper.turn % 180 == 0 else paper.right - paper.left


def _on_page(place: Sequence[int], read_turned: int, turned: int, box: Box) -> Box:
    """Where a word is on the page as it is seen now."""
    left, top, right, bottom = _turned(
        (place[0] / PARTS, place[1] / PARTS, place[2] / PARTS, place[3] / PARTS), -read_turned
    )
    across, down = box[2] - box[0], box[3] - box[1]
    on_page = (box[0] + left * across, box[1] + top * down, box[0] + right * across, box[1] + bottom * down)
    return _turned(on_page, turned)


def _turned(box: Box, degrees: int) -> Box:
    """A box on a page that is turned clockwise."""
    for _ in range(degrees // 90 % 4):
        left, top, right, bottom = box
        box = 1 - bottom, left, 1 - top, right
    return box


def _font(copying: Copying, codes: Sequence[tuple[int, str]]) -> int:
    meant = b"".join(b"<%02x> <%s>\n" % (_CODES[code], _utf16(letter)) for code, letter in codes)
    # A hundred to a section (Adobe Technical Note 5014, 3.2).
    lines = meant.splitlines(keepends=True)
    sections = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(each), b"".join(each)) for each in sections)
    table = (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Words def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<00> <ff>\nendcodespacerange\n%sendcmap\nend\nend" % body
    )
    to_unicode = copying.add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table))
    widths = b" ".join([b"%d" % _WIDTH] * 256)
    return copying.add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /Widths [%s] "
        b"/Encoding /WinAnsiEncoding /ToUnicode %d 0 R >>" % (widths, to_unicode)
    )


def _utf16(letter: str) -> bytes:
    return letter.encode("utf-16-be", "replace").hex().encode()
