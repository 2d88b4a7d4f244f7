"""Looking at a picture with Pillow: one format at a time, its size checked before a single pixel is decoded."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image

from bot.documents.findings import MOST_PAGES, Finding, counted
from bot.documents.kinds import Kind

MOST_PIXELS = 100_000_000

_FORMATS: dict[Kind, str] = {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF", "heic": "HEIF", "webp": "WEBP"}


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """Whether every page of a picture really decodes, then how it looks; may raise whatever Pillow raises."""
    try:
        with opened(data, kind) as picture:
            found = _pages(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        found = Finding("over_limit", kind)
    yield found
    if found.state == "readable":
        from bot.documents import appearance

        with opened(data, kind) as picture:
            remarks = appearance.of_scan(picture, found.pages) if kind == "tiff" else appearance.of_photo(picture)
        yield replace(found, remarks=remarks)


def opened(data: bytes, kind: Kind) -> Image.Image:
    """The picture, not yet decoded; raises Image.DecompressionBombWarning or -Error if it has too many pixels."""
    # Pillow warns above its limit and raises above twice its limit: we take both as one limit.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if kind == "heic":
        from pi_heif import register_heif_opener

        register_heif_opener()
    return Image.open(io.BytesIO(data), formats=[_FORMATS[kind]])


def on_paper(picture: Image.Image) -> Image.Image:
    """The picture as it looks on white paper, where some of it is transparent."""
    if "transparency" not in picture.info and picture.mode not in ("LA", "PA", "La", "RGBA", "RGBa"):
        return picture
    layer = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)


def _pages(picture: Image.Image, kind: Kind) -> Finding:
    if kind != "tiff":
        return counted(kind, 1) if _decodes(picture) else Finding("over_limit", kind)
    for page in range(MOST_PAGES + 1):
        try:
            picture.seek(page)
        except EOFError:
            return counted(kind, page)
        if not _decodes(picture):
            return Finding("over_limit", kind)
    return Finding("over_limit", kind)


def _decodes(picture: Image.Image) -> bool:
    """Decode the current page, or return False if it has too many pixels; raises if it is damaged."""
    width, height = picture.size
    if width * height > MOST_PIXELS:
        return False
    # A JPEG can be decoded at an eighth of its size: every byte is still read, with a fraction of the memory.
    picture.draft("L", (max(1, width // 8), max(1, height // 8)))
    picture.load()
    return True
