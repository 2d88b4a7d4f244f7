"""Pictures as pages: a photo's own bytes where every reader takes them; all else without its notes and its alpha."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping

import img2pdf
from PIL import Image, ImageOps, ImageSequence

from bot.kinds.decoding import MOST_PIXELS, ORIENTATION, kind_of_picture, opened
from bot.kinds.findings import MOST_PAGES
from bot.kinds.flattening import flattened, squared
from bot.kinds.jpeg import ended
from bot.kinds.jpegs import as_it_is
from bot.kinds.reasons import LeftOut
from bot.kinds.strips import pages_of, parts_of

A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
PAPERS: Mapping[str, tuple[float, float]] = {"a4": A4, "us-letter": (img2pdf.in_to_pt(8.5), img2pdf.in_to_pt(11))}
"""By the name that layouts have for them: width and height, in points."""
BORDER = img2pdf.mm_to_pt(10)
MOST_EXACT = 25_000_000
"""Pixels of a picture that is drawn anew as it is: over 500 to an inch of its page. A larger one becomes coarser."""
_COARSE = 12_500_000
_OVERVIEW = 400
"""Pixels of the longer side, or up to twice as many."""
_QUALITY, _HIGH_QUALITY = 90, 95


def picture_pages(data: bytes, anew: bool = False, sheet: tuple[int, ...] = (), paper: str = "a4") -> bytes:
    """A PDF with a page for each picture in the file, drawn `anew` if that is wanted; or with its `sheet` alone.

    `paper`: one of `PAPERS`.

    May raise whatever Pillow raises.
    """
    kind = kind_of_picture(data)
    try:
        if sheet:
            from bot.kinds.sheets.photo import page_of

            return _pages(paper, [page_of(data, sheet)])
        with opened(ended(data) if kind == "jpeg" else data, kind) as picture:
            is_strip = kind != "tiff" and pages_of(picture) > 1
            if kind == "jpeg" and not anew and not is_strip and (photo := as_it_is(data)):
                return _pages(paper, [photo[0]], img2pdf.Rotation[photo[1]])
            if kind == "png" and not is_strip and not anew and _is_bare(picture):
                return _pages(paper, [data])
            frames = _frames(picture) if kind == "tiff" else parts_of(picture) if is_strip else [picture]
            return _pages(paper, [_redrawn(frame, kind) for frame in frames])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise LeftOut("too_much") from None


def overviews(data: bytes) -> Iterator[Image.Image]:
    """The pictures of a file as Pillow shows them, small and upright, one after the other."""
    kind = kind_of_picture(data)
    with opened(ended(data) if kind == "jpeg" else data, kind) as picture:
        if kind != "tiff" and pages_of(picture) > 1:
            yield from (flattened(part, max(1, max(part.size) // _OVERVIEW)) for part in parts_of(picture))
            return
        for frame in _frames(picture) if kind == "tiff" else [picture]:
            frame.draft(frame.mode, (_OVERVIEW, _OVERVIEW))
            frame.load()
            factor = max(1, max(frame.size) // _OVERVIEW)
            yield _upright(frame, flattened(frame, factor))


def on_its_page(picture: tuple[int, int], page: tuple[int, int]) -> tuple[int, int, int, int]:
    """Where on a page of A4, of that many pixels, a picture of such sides stands."""
    border = BORDER / max(A4) * max(page)
    room = (page[0] - 2 * border, page[1] - 2 * border)
    scale = min(room[0] / picture[0], room[1] / picture[1])
    across, down = picture[0] * scale / 2, picture[1] * scale / 2
    left, top, right, bottom = page[0] / 2 - across, page[1] / 2 - down, page[0] / 2 + across, page[1] / 2 + down
    return round(left), round(top), max(round(right), round(left) + 1), max(round(bottom), round(top) + 1)


def _is_bare(picture: Image.Image) -> bool:
    """Whether a PNG's packed pixels can be taken as they are; its notes are never taken."""
    marked = picture.info.keys() & {"transparency", "interlace"} or picture.getexif().get(ORIENTATION, 1) != 1
    if picture.mode not in ("1", "L", "RGB") or marked or getattr(picture, "is_animated", False):
        return False
    picture.load()  # what does not decode is not shown half
    return True


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number >= MOST_PAGES:
            return
        if frame.width * frame.height > MOST_PIXELS:
            raise LeftOut("too_much")
        yield frame


def _redrawn(frame: Image.Image, kind: str) -> bytes:
    """One picture anew: sharp edges stay exact, photographs become JPEGs, and so does what is too large."""
    factor = _coarseness(frame)
    if kind == "jpeg" and factor > 1:
        frame.draft(frame.mode, (frame.width // factor, frame.height // factor))
        factor = 1
    upright = _upright(frame, flattened(frame, factor))
    upright.info = {}  # the pixels, and nothing that was noted beside them
    out = io.BytesIO()
    if factor > 1 or kind in ("jpeg", "heic", "webp", "jp2", "avif") or (kind == "tiff" and upright.mode == "RGB"):
        photo = upright.convert("L") if upright.mode == "1" else upright
        photo.save(out, "JPEG", quality=_HIGH_QUALITY if kind == "jpeg" else _QUALITY)
    else:
        upright.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _upright(frame: Image.Image, shown: Image.Image) -> Image.Image:
    shown = squared(frame, shown)
    if (orientation := frame.getexif().get(ORIENTATION, 1)) == 1:
        return shown
    shown.getexif()[ORIENTATION] = orientation
    return ImageOps.exif_transpose(shown)


def _coarseness(picture: Image.Image) -> int:
    """How many pixels become one, in each direction."""
    pixels = picture.width * picture.height
    return 1 if pixels <= MOST_EXACT else math.ceil(math.sqrt(pixels / _COARSE))


def _pages(paper: str, pictures: list[bytes], rotation: img2pdf.Rotation = img2pdf.Rotation.none) -> bytes:
    layout = img2pdf.get_layout_fun(
        pagesize=PAPERS[paper], border=(BORDER, BORDER), fit=img2pdf.FitMode.into, auto_orient=True
    )
    pdf: bytes = img2pdf.convert(
        pictures, layout_fun=layout, rotation=rotation, engine=img2pdf.Engine.internal, nodate=True, producer=""
    )
    return pdf
