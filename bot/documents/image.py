"""Looking at a picture with Pillow: one format at a time, its size checked before a single pixel is decoded."""

import io
import warnings

from PIL import Image

from bot.documents.findings import MOST_PAGES, Finding, counted
from bot.documents.kinds import Kind

MOST_PIXELS = 100_000_000

_FORMATS: dict[Kind, str] = {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF", "heic": "HEIF"}


def examine(data: bytes, kind: Kind) -> Finding:
    """Whether every page of a picture really decodes; may raise whatever Pillow raises."""
    # Pillow warns above its limit and raises above twice its limit: we take both as one limit.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if kind == "heic":
        from pi_heif import register_heif_opener

        register_heif_opener()
    try:
        with Image.open(io.BytesIO(data), formats=[_FORMATS[kind]]) as picture:
            return _pages(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Finding("over_limit")


def _pages(picture: Image.Image, kind: Kind) -> Finding:
    if kind != "tiff":
        return counted(1) if _decodes(picture) else Finding("over_limit")
    for page in range(MOST_PAGES + 1):
        try:
            picture.seek(page)
        except EOFError:
            return counted(page)
        if not _decodes(picture):
            return Finding("over_limit")
    return Finding("over_limit")


def _decodes(picture: Image.Image) -> bool:
    """Decode the current page, or return False if it has too many pixels; raises if it is damaged."""
    width, height = picture.size
    if width * height > MOST_PIXELS:
        return False
    # A JPEG can be decoded at an eighth of its size: every byte is still read, with a fraction of the memory.
    picture.draft("L", (max(1, width // 8), max(1, height // 8)))
    picture.load()
    return True
