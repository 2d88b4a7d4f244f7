"""A screenshot that goes on and on is several pages, in the packet as in the chat, and no line is cut in two."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from bot.kinds.decoding import opened
from bot.kinds.every import examine
from bot.kinds.kinds import Kind
from bot.kinds.picture import KIND, pictures
from bot.kinds.picture_pages import picture_pages
from bot.kinds.strips import pages_of, parts_of
from bot.packet.alone import pack_alone
from tests.makers.made import saved

WIDTH, LINE, LETTERS = 1080, 40, 14


def a_strip(height: int = 12_000, background: str = "white") -> Image.Image:
    strip = Image.new("RGB", (WIDTH, height), background)
    draw = ImageDraw.Draw(strip)
    for top in range(10, height - LINE, LINE):
        draw.rectangle((40, top, 900, top + LETTERS), fill="black")
    return strip


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_it_is_as_many_pages_as_its_print_needs(kind: Kind) -> None:
    data = saved(a_strip(), kind.upper())
    found = [*examine(data)][-1]
    assert (found.state, found.pages, found.remarks) == ("readable", 8, ())
    alone = pack_alone(data, kind, 60)
    assert (alone.reason, alone.compared) == (None, 8)
    assert len(PdfReader(io.BytesIO(picture_pages(data))).pages) == 8
    assert len([*pictures(data, kind, range(2, 5), (800, 800))]) == 3


@pytest.mark.parametrize("background", ["white", "#222222"])
def test_no_line_is_cut_and_none_is_lost(background: str) -> None:
    lines = 0
    strip = a_strip(background=background)
    with opened(saved(strip, "PNG"), "png") as picture:
        for part in parts_of(picture):
            rows = [part.getpixel((500, row)) == (0, 0, 0) for row in range(part.height)]
            assert not rows[0]
            assert not rows[-1]
            lines += sum(here and not above for above, here in zip([False, *rows], rows, strict=False))
    assert lines == len(range(10, strip.height - LINE, LINE))


def test_where_nothing_is_quiet_what_is_cut_is_shown_again() -> None:
    with opened(saved(Image.effect_noise((400, 4000), 90), "PNG"), "png") as picture:
        parts = [*parts_of(picture)]
    assert sum(part.height for part in parts) > 4000


@pytest.mark.parametrize("size", [(1080, 2400), (1200, 1600), (4000, 800), (20, 4000), (3_300, 30_000)])
def test_a_page_a_screen_and_a_thread_are_one(size: tuple[int, int]) -> None:
    assert pages_of(Image.new("1", size)) == 1


def test_one_that_lies_on_its_side_is_told_by_how_it_stands() -> None:
    lying = Image.Exif()
    lying[0x0112] = 6
    data = saved(a_strip(6000).rotate(90, expand=True), "JPEG", exif=lying)
    assert next(examine(data)).pages == 4
    assert KIND.look is not None
    assert KIND.look(data, "jpeg") == ((), 0)
