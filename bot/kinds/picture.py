"""A picture, by Pillow: one format at a time, its size checked before a single pixel is decoded."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from bot.kinds.decoding import MOST_PIXELS, ORIENTATION, memory_is_memory, opened
from bot.kinds.findings import MOST_PAGES, Finding, counted, said
from bot.kinds.jpeg import ended
from bot.kinds.kind import KindOfFile, Packed, Setting
from bot.kinds.kinds import Kind
from bot.kinds.strips import pages_of, parts_of

if TYPE_CHECKING:
    from bot.kinds.leaves import Leaves


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
        from bot.kinds import appearance

        with opened(data, kind) as picture:
            if kind == "tiff":
                remarks = appearance.of_scan(picture, found.pages)
            else:
                remarks = appearance.of_photo(next(parts_of(picture)) if found.pages > 1 else picture)
        yield replace(found, remarks=said("repaired", mended) + remarks)


def leaves(data: bytes, setting: Setting, drawn: Collection[int]) -> Leaves:
    """A page of paper for each picture in it."""
    from pypdf import PdfReader  # whoever only looks at a file needs nothing that makes pages

    from bot.kinds.leaves import Leaves
    from bot.kinds.picture_pages import picture_pages

    return Leaves.of(PdfReader(io.BytesIO(picture_pages(data, bool(drawn), setting.sheet, setting.paper))))


def pictures(data: bytes, kind: Kind, pages: range, most: tuple[int, int]) -> Iterator[Image.Image]:
    """The pictures in it, upright and on white."""
    from bot.kinds.flattening import flattened, squared

    with memory_is_memory(), opened(ended(data) if kind == "jpeg" else data, kind) as picture:
        if kind != "tiff" and pages_of(picture) > 1:
            for part in islice(parts_of(picture), pages.start, pages.stop):
                part.thumbnail((most[0], most[0]))
                yield part
            return
        for number in pages[: max(0, getattr(picture, "n_frames", 1) - pages.start)] if kind == "tiff" else pages[:1]:
            picture.seek(number)
            picture.draft("RGB", (most[0], most[0]))
            picture.load()
            shown = squared(picture, flattened(picture, max(1, max(picture.size) // most[0])))
            shown.getexif()[ORIENTATION] = picture.getexif().get(ORIENTATION, 1)
            yield ImageOps.exif_transpose(shown)


def same(data: bytes, packed: Packed) -> Iterator[bool]:
    """Of every picture in turn, whether it looks alike on its page."""
    from bot.kinds.comparing import LONGEST_SIDE, look_alike
    from bot.kinds.drawn import Drawing
    from bot.kinds.picture_pages import on_its_page, overviews
    from bot.kinds.sheets.photo import page_of

    copy = Drawing(packed.content)
    shown_as = overviews(page_of(data, packed.sheet) if packed.sheet else data)
    for number, (overview, seen) in enumerate(zip(shown_as, packed.seen, strict=False)):
        width, height = copy.size(number)
        shown = copy.small(number, LONGEST_SIDE / max(width, height, 1), seen)
        there = shown.crop(on_its_page(overview.size, shown.size))
        # What is left of a dark table at a sheet's rim would lie beside itself by less than a pixel.
        yield look_alike(*map(_within, (overview, there))) if packed.sheet else look_alike(overview, there)


def _within(page: Image.Image) -> Image.Image:
    """Without its rim."""
    across, down = page.width // 25, page.height // 25
    return page.crop((across, down, page.width - across, page.height - down))


def look(data: bytes, kind: Kind) -> tuple[tuple[int, ...], int]:
    """Of what a camera took, where a sheet of paper lies on it and how it stands; a scan is shown as it is."""
    from bot.kinds.sheets.photo import forget, look_at

    try:
        return look_at(data) if kind != "tiff" and not _is_strip(data, kind) else ((), 0)
    except BaseException:
        forget()  # what follows shows the photo as it is, and needs the memory
        raise


def _is_strip(data: bytes, kind: Kind) -> bool:
    with opened(ended(data) if kind == "jpeg" else data, kind) as picture:
        return pages_of(picture) > 1


KIND = KindOfFile(examine, leaves, pictures, same, look=look)


def _decoded(data: bytes, kind: Kind) -> Finding:
    try:
        with memory_is_memory(), opened(data, kind) as picture:
            return _pages(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Finding("over_limit", kind)


def _pages(picture: Image.Image, kind: Kind) -> Finding:
    if kind != "tiff":
        pages = pages_of(picture)
        return counted(kind, pages) if _decodes(picture) else Finding("over_limit", kind)
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
