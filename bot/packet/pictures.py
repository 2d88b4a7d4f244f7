"""Pictures as A4 pages: a JPEG's own bytes where every reader takes them; all else without its notes and its alpha."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import img2pdf
from PIL import Image, ImageOps, ImageSequence

from bot.documents.findings import MOST_PAGES
from bot.documents.kinds import kind_of
from bot.packet.cleaning import clean_jpeg
from bot.packet.reasons import LeftOut

_FORMATS = {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF", "heic": "HEIF"}
MOST_PIXELS = 100_000_000
_A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
_BORDER = img2pdf.mm_to_pt(10)
_QUALITY = 90
_ORIENTATION = 0x0112
_UPRIGHT = {0: "none", 1: "none", 3: "180", 6: "90", 8: "270"}
"""Values of EXIF's Orientation that are turns; the others are mirrored as well."""


def picture_pages(data: bytes) -> bytes:
    """A PDF with a page for each picture in the file; may raise whatever Pillow raises."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    kind = _FORMATS.get(kind_of(data), "WEBP")
    if kind == "HEIF":
        from pi_heif import register_heif_opener

        register_heif_opener()
    try:
        with Image.open(io.BytesIO(data), formats=[kind]) as picture:
            return _as_pdf(picture, data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise LeftOut("too_much") from None


def _as_pdf(picture: Image.Image, data: bytes) -> bytes:
    if picture.format in ("JPEG", "MPO"):
        orientation = picture.getexif().get(_ORIENTATION, 1)
        if orientation in _UPRIGHT and _is_plain(picture):
            rotation = img2pdf.Rotation[_UPRIGHT[orientation]]
            return _pages([clean_jpeg(data)], rotation)
        return _pages([_jpeg(ImageOps.exif_transpose(picture))])
    if picture.format == "PNG" and _is_bare(picture):
        return _pages([data])
    frames = _frames(picture) if picture.format == "TIFF" else [picture]
    return _pages([_redrawn(frame, picture.format or "") for frame in frames])


def _is_plain(picture: Image.Image) -> bool:
    """Whether every reader takes this JPEG as it is: whole, in grey or colour, not in print colours."""
    if picture.mode not in ("L", "RGB"):
        return False
    picture.load()
    return not picture.info.get("progressive")


def _is_bare(picture: Image.Image) -> bool:
    """Whether a PNG's packed pixels can be taken as they are; its notes are never taken."""
    marked = picture.info.keys() & {"transparency", "interlace"} or picture.getexif().get(_ORIENTATION, 1) != 1
    picture.load()  # what does not decode is not shown half
    return picture.mode in ("1", "L", "RGB") and not marked and not getattr(picture, "is_animated", False)


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number >= MOST_PAGES:
            return
        if frame.width * frame.height > MOST_PIXELS:
            raise LeftOut("too_much")
        yield frame


def _redrawn(frame: Image.Image, kind: str) -> bytes:
    """One picture anew: sharp edges stay exact, photographs become JPEGs."""
    upright = _flat(ImageOps.exif_transpose(frame))
    if kind in ("HEIF", "WEBP") or (kind == "TIFF" and upright.mode == "RGB"):
        return _jpeg(upright)
    out = io.BytesIO()
    _bare(upright).save(out, "PNG", compress_level=6)
    return out.getvalue()


def _flat(picture: Image.Image) -> Image.Image:
    """The picture on white paper, in black and white, grey or colour."""
    if picture.mode in ("1", "L", "RGB"):
        return picture
    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("I", "F"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if "A" in picture.mode or "a" in picture.mode or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return picture.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture = _flat(picture)
    _bare(picture if picture.mode in ("L", "RGB") else picture.convert("L")).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels, and nothing that was noted beside them."""
    picture.load()
    picture.info = {}
    return picture


def _pages(pictures: list[bytes], rotation: img2pdf.Rotation = img2pdf.Rotation.none) -> bytes:
    layout = img2pdf.get_layout_fun(pagesize=_A4, border=(_BORDER, _BORDER), fit=img2pdf.FitMode.into, auto_orient=True)
    pdf: bytes = img2pdf.convert(
        pictures, layout_fun=layout, rotation=rotation, engine=img2pdf.Engine.internal, nodate=True, producer=""
    )
    return pdf
