"""A page as it goes into the packet: what it shows, on paper with a strip below, and a stamp in the strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pypdf.generic import DictionaryObject, NullObject, StreamObject

from bot.kinds.opening import streams_of
from bot.packet.pdf.annotations import shown_annotations
from bot.packet.pdf.boxes import Paper, paper_of
from bot.packet.pdf.copying import Copying, name
from bot.packet.pdf.words import Box, Layer, PageWords

_STAMP = "/SecondOpinionStamp"
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Placed:
    """A page that is written: its number and its stamp's as objects, and the width the stamp may take (points)."""

    page: int
    stamp: int
    width: float
    seen: tuple[float, ...] = ()
    """The box of what is seen of the page itself, without its strip."""


def copy_page(
    copying: Copying,
    page: DictionaryObject,
    parent: int,
    turned: int = 0,
    read: PageWords | None = None,
    box: Box = WHOLE,
) -> Placed:
    """Write one page of an outsider's file, with its strip; everything that it shows is written too.

    `read`: what was read on it, and in which `box` of it, before it is turned; laid below what it shows.
    """
    paper = paper_of(page, turned)
    number, stamp = copying.new_number(), copying.new_number()
    shown = _contents(page)
    words, fonts = _words(copying, paper, read, turned, box)
    entries = _box(paper) + b"/Contents [%s]\n" % b" ".join(
        [
            b"%d 0 R" % copying.add(_stream(words + _prefix(paper))),
            *(copying.value(each) for each in shown),
            b"%d 0 R" % copying.add(_stream(b"Q")),
        ]
    )
    if notes := shown_annotations(copying, page):
        entries += b"/Annots %s\n" % notes
    _write_page(copying, page, number, parent, entries + _resources(copying, page, stamp, fonts))
    copying.drain()
    return _placed(number, stamp, paper)


def place_picture(
    copying: Copying,
    picture: tuple[bytes, tuple[int, int], bool],
    paper: Paper,
    parent: int,
    turned: int = 0,
    read: PageWords | None = None,
) -> Placed:
    """Write a page that is filled by a picture: a JPEG, its size in pixels, and whether it is grey; see `copy_page`."""
    jpeg, (columns, rows), grey = picture
    number, stamp = copying.new_number(), copying.new_number()
    image = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 " % (
        *(columns, rows, b"/DeviceGray" if grey else b"/DeviceRGB"),
    )
    shown = copying.add(image + b"/Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (len(jpeg), jpeg))
    size = (paper.right - paper.left, paper.top - paper.bottom, paper.left, paper.bottom)
    drawing = b"%s 0 0 %s %s %s cm /P Do Q" % (*map(_number, size),)
    words, fonts = _words(copying, paper, read, turned, WHOLE)
    streams = [copying.add(_stream(each)) for each in (words + _prefix(paper), drawing)]
    entries = _box(paper) + b"/Contents [%d 0 R %d 0 R]\n" % (*streams,)
    entries += b"/Resources << /Font << %s>> /XObject << /P %d 0 R %s %d 0 R >> >>\n" % (
        *(fonts, shown, name(_STAMP), stamp),
    )
    _write_page(copying, DictionaryObject(), number, parent, entries)
    return _placed(number, stamp, paper)


def _placed(number: int, stamp: int, paper: Paper) -> Placed:
    return Placed(number, stamp, paper.width / paper.scale, (paper.left, paper.bottom, paper.right, paper.top))


def copy_own_page(copying: Copying, page: DictionaryObject, number: int, parent: int) -> Placed:
    """Write one page of ours, which has room for its stamp and keeps its tags."""
    paper = paper_of(page)
    stamp = copying.new_number()
    shown = [copying.value(each) for each in _contents(page)]
    stamping = b"%d 0 R" % copying.add(_stream(b"q 1 0 0 1 0 14 cm %s Do Q" % name(_STAMP)))
    entries = b"/Contents [%s]\n" % b" ".join([stamping, *shown])
    for key in ("/MediaBox", "/StructParents", "/Tabs", "/Annots"):
        if key in page:
            entries += b"%s %s\n" % (name(key), copying.value(page.raw_get(key), key))
    _write_page(copying, page, number, parent, entries + _resources(copying, page, stamp))
    return Placed(number, stamp, paper.width)


def _write_page(copying: Copying, page: DictionaryObject, number: int, parent: int, entries: bytes) -> None:
    head = b"<<\n/Type /Page\n/Parent %d 0 R\n" % parent
    for key in ("/Group", "/UserUnit"):
        if key in page:
            entries += b"%s %s\n" % (name(key), copying.value(page.raw_get(key), key))
    copying.objects.append((number, head + entries + b">>"))


def _contents(page: DictionaryObject) -> list[Any]:
    """References to those of the page's streams that are in its file: what every reader shows of it."""
    return [each for each in streams_of(page) if isinstance(each.get_object(), StreamObject)]


def _words(copying: Copying, paper: Paper, read: PageWords | None, turned: int, box: Box) -> tuple[bytes, bytes]:
    """What lays the words of a page, and the entries of its fonts."""
    if read is None or not read.words:
        return b"", b""
    layer = Layer()
    drawing = layer.drawing(paper, read, turned, box)
    return drawing, layer.fonts(copying)


def _resources(copying: Copying, page: DictionaryObject, stamp: int, fonts: bytes = b"") -> bytes:
    found = page.get("/Resources")
    found = found.get_object() if found is not None else None
    entries: DictionaryObject = found if isinstance(found, DictionaryObject) else DictionaryObject()
    images = entries.get("/XObject")
    images = images.get_object() if images is not None else None
    listed = images.items() if isinstance(images, DictionaryObject) else ()
    shown = [(key, images.raw_get(key)) for key, _ in listed] if isinstance(images, DictionaryObject) else []
    with_stamp = copying.dictionary(shown, b"%s %d 0 R\n" % (name(_STAMP), stamp))
    if fonts:
        known = entries.get("/Font")
        known = known.get_object() if known is not None else None
        own = [(key, known.raw_get(key)) for key in known] if isinstance(known, DictionaryObject) else []
        with_stamp += b"\n/Font " + copying.dictionary(own, fonts)
    rest = [
        (key, entries.raw_get(key))
        for key in (
            *(() if fonts else ("/Font",)),
            "/ExtGState",
            "/ColorSpace",
            "/Pattern",
            "/Shading",
            "/Properties",
            "/ProcSet",
        )
        if key in entries and not isinstance(entries.raw_get(key), NullObject)
    ]
    return b"/Resources " + copying.dictionary(rest, b"/XObject %s\n" % with_stamp) + b"\n"


def _box(paper: Paper) -> bytes:
    box = b" ".join(_number(side) for side in paper.with_strip())
    return b"/MediaBox [%s]\n/CropBox [%s]\n/Rotate %d\n" % (box, box, paper.turn)


def _prefix(paper: Paper) -> bytes:
    """Draws the stamp in the strip, and keeps the page's own drawing out of it."""
    scale = paper.scale
    a, b, c, d, e, f = paper.reading()
    up = 7 * scale
    matrix = (a * scale, b * scale, c * scale, d * scale, e + c * up, f + d * up)
    stamping = b"q %s cm %s Do Q\n" % (b" ".join(_number(each) for each in matrix), name(_STAMP))
    seen = (paper.left, paper.bottom, paper.right - paper.left, paper.top - paper.bottom)
    return stamping + b"q %s re W n\n" % b" ".join(_number(each) for each in seen)


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _number(value: float) -> bytes:
    return f"{value:.4f}".rstrip("0").rstrip(".").encode()
