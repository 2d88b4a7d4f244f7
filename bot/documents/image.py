"""Looking at a picture with Pillow: one format at a time, its size checked before a single pixel is decoded."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PIL import Image

from bot.documents.findings import MOST_PAGES, Finding, counted, said
from bot.documents.jpeg import ended
from bot.documents.kinds import Kind, kind_of

MOST_PIXELS = 100_000_000
_NO_MEMORY = ("memory", "alloc")

_FORMATS: dict[Kind, str] = {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF", "heic": "HEIF", "webp": "WEBP"}


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """Whether every page of a picture really decodes, then how it looks; may raise whatever Pillow raises."""
    mended = False
    try:
        found = _decoded(data, kind)
    except OSError:
        if kind != "jpeg":
            raise
        data, mended = ended(data), True
        found = _decoded(data, kind)
    yield found
    if found.state == "readable":
        from bot.documents import appearance

        with opened(data, kind) as picture:
            remarks = appearance.of_scan(picture, found.pages) if kind == "tiff" else appearance.of_photo(picture)
        yield replace(found, remarks=said("repaired", mended) + remarks)


def kind_of_picture(data: bytes) -> Kind:
    """Which picture its first bytes say that it is."""
    kind = kind_of(data)
    return kind if kind in _FORMATS else "webp"


def opened(data: bytes, kind: Kind) -> Image.Image:
    """The picture, not yet decoded; raises Image.DecompressionBombWarning or -Error if it has too many pixels."""
    # Pillow warns above its limit and raises above twice its limit: we take both as one limit.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if kind == "heic":
        from pi_heif import register_heif_opener

        # One thread: each further one reserves a hundred megabytes of addresses, of which a child has few.
        register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)
    return Image.open(io.BytesIO(data), formats=[_FORMATS[kind]])


@contextmanager
def memory_is_memory() -> Iterator[None]:
    """A decoder that ran out of memory says so in words of its own: that is no damage of the file."""
    try:
        yield
    except (RuntimeError, OSError, ValueError) as error:
        if any(sign in str(error).lower() for sign in _NO_MEMORY):
            raise MemoryError from None
        raise


def is_see_through(picture: Image.Image) -> bool:
    return "transparency" in picture.info or picture.mode in ("LA", "PA", "La", "RGBA", "RGBa")


def _decoded(data: bytes, kind: Kind) -> Finding:
    try:
        with memory_is_memory(), opened(data, kind) as picture:
            return _pages(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Finding("over_limit", kind)


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
