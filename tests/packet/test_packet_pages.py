"""Every page as its reader sees it: upright, whole, and with a stamp below what it shows, never on it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, RectangleObject

from bot.packet.pdf.boxes import Paper, paper_of
from tests.looks import colour, greys
from tests.makers import made, packed
from tests.packet.desk import Desk, Packet

A4 = (595, 842)


def seen(packet: Packet, page: int = -1, scale: float = 1.0) -> Image.Image:
    """A page as another reader than pypdf shows it, with a pixel a point."""
    document = pypdfium2.PdfDocument(packet.parts[-1])
    shown: Image.Image = document[page % len(document)].render(scale=scale).to_pil().convert("RGB")
    return shown


def a_black_page(box: tuple[float, float, float, float] = (0, 0, 595, 842), **entries: Any) -> bytes:
    """A PDF whose page is drawn black far beyond its edges, with a graphics state left open."""
    writer = PdfWriter(io.BytesIO(made.a_pdf()))
    page = writer.pages[0]
    page.mediabox = RectangleObject(box)
    content = page["/Contents"].get_object()
    content._data = b"q 0.5 0 0 0.5 99 99 cm q 0 g -9999 -9999 99999 99999 re f"
    for key, value in entries.items():
        page[NameObject(f"/{key}")] = value
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def darkest(picture: Image.Image) -> float:
    return greys(picture)[0]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
async def test_the_stamp_stands_upright_below_the_page_and_the_page_is_whole(desk: Desk, turn: int) -> None:
    desk.case = replace(desk.case, name="Alex Example")
    desk.keep(a_black_page(Rotate=NumberObject(turn)))
    shown = seen(await desk.build())
    width, height = A4 if turn % 180 == 0 else A4[::-1]
    assert shown.width == width
    strip = shown.height - height
    assert abs(strip - 20 * width / 595) <= 1
    page, below = shown.crop((0, 0, width, height - 1)), shown.crop((0, height + 1, width, shown.height))
    assert page.convert("L").getextrema() == (0, 0), "nothing is drawn over the page"
    columns = [x for x in range(width) if darkest(below.crop((x, 0, x + 1, below.height))) < 160]
    assert width / 3 < columns[0] < columns[-1] < width * 2 / 3, "the stamp stands in the middle of the strip"
    assert 3 * strip < columns[-1] - columns[0] < 9 * strip, "and is a line that is read from left to right"


@pytest.mark.parametrize(("country", "width"), [("us", 612), ("uk", 595)])
async def test_a_photo_is_laid_on_the_paper_of_its_reader(desk: Desk, country: str, width: int) -> None:
    desk.case = replace(desk.case, country=country)
    desk.keep(packed.a_photo_with_notes(size=(300, 400)), "photo.jpg")
    assert abs(seen(await desk.build()).width - width) <= 1


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
async def test_a_page_is_turned_as_its_patient_asked(desk: Desk, turned: int) -> None:
    desk.keep(packed.a_photo_with_notes(size=(300, 300)), "photo.jpg", turned=turned)
    shown = seen(await desk.build())
    middle_x, middle_y = shown.width // 2, (shown.height - 20) // 2
    corner = {0: (-1, -1), 90: (1, -1), 180: (1, 1), 270: (-1, 1)}[turned]
    reach = min(shown.size) * 0.4
    red, green, _ = colour(shown, (int(middle_x + corner[0] * reach), int(middle_y + corner[1] * reach)))
    assert red > 200
    assert green < 80


@pytest.mark.parametrize("orientation", [1, 2, 3, 4, 5, 6, 7, 8])
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    from PIL import ImageOps

    from bot.kinds.picture_pages import picture_pages

    photo = packed.a_photo_with_notes(orientation)
    wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(photo)))
    shown = pypdfium2.PdfDocument(picture_pages(photo))[0].render(scale=1).to_pil().convert("RGB")
    assert (shown.width > shown.height) == (wanted.width > wanted.height)
    for x, y in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)):
        side = min(shown.width / wanted.width, shown.height / wanted.height) * 0.9
        at = (
            int(shown.width / 2 + (x - 0.5) * wanted.width * side),
            int(shown.height / 2 + (y - 0.5) * wanted.height * side),
        )
        expected = colour(wanted, (int(x * wanted.width), int(y * wanted.height)))
        assert abs(colour(shown, at)[1] - expected[1]) < 60, (x, y)


def test_a_plain_jpeg_is_not_encoded_anew() -> None:
    from bot.kinds.picture_pages import picture_pages
    from bot.packet.pdf.cleaning import clean_jpeg

    photo = made.a_photo()
    assert clean_jpeg(photo) in picture_pages(photo)


def test_what_is_see_through_lies_on_white_paper() -> None:
    from bot.kinds.picture_pages import picture_pages

    out = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    shown = pypdfium2.PdfDocument(picture_pages(out.getvalue()))[0].render(scale=1).to_pil()
    assert shown.convert("L").getextrema() == (255, 255)


async def test_every_page_of_a_scan_is_there_on_paper_of_a_usual_size(desk: Desk) -> None:
    desk.keep(made.a_tiff(5), "fax.tiff")
    desk.keep(made.a_photo(4000, 300), "wide.jpg")
    packet = await desk.build()
    pages = packet.reader.pages
    assert len(pages) == 2 + 1 + 5 + 1
    for page in list(pages)[3:]:
        assert sorted(map(round, (page.mediabox.width, page.mediabox.height)))[0] <= 595 + 30


ODD_BOXES = {
    "upside down": (595, 842, 0, 0),
    "away from the origin": (1000, -500, 1595, 342),
    "tiny": (0, 0, 40, 30),
    "enormous": (0, 0, 14_000, 14_000),
    "nothing": (0, 0, 0, 0),
}


async def test_odd_papers_get_a_stamp_that_fits(desk: Desk) -> None:
    for name, box in ODD_BOXES.items():
        desk.keep(a_black_page(box), f"{name}.pdf")
    packet = await desk.build()
    assert not packet.built.left_out
    for number in range(3, 3 + len(ODD_BOXES)):
        page = packet.reader.pages[number]
        scale = 200 / float(page.mediabox.height)
        shown = seen(packet, number, scale)
        strip = round(20 * min(20, max(0.4, float(page.mediabox.width) / 595)) * scale)
        above = shown.crop((2, 2, shown.width - 2, shown.height - strip - 3))
        assert greys(above)[1] < 30, number


async def test_a_page_that_is_cropped_shows_no_more_than_before(desk: Desk) -> None:
    desk.keep(a_black_page(CropBox=RectangleObject((100, 200, 400, 600))))
    shown = seen(await desk.build())
    assert shown.width == 300
    assert 400 < shown.height <= 400 + 11


@pytest.mark.parametrize("rotate", ["sideways", float("nan"), float("inf"), 45, -90, 10**30])
def test_a_turn_that_makes_no_sense_is_some_turn(rotate: Any) -> None:
    page = DictionaryObject({NameObject("/Rotate"): rotate})
    assert paper_of(page).turn in (0, 90, 180, 270)


def test_a_turn_of_the_patient_adds_to_the_pages_own() -> None:
    page = DictionaryObject({NameObject("/Rotate"): NumberObject(270)})
    assert paper_of(page, 180).turn == 90


def test_the_strip_is_always_at_the_readers_bottom() -> None:
    for turn, edge in {0: 1, 90: 2, 180: 3, 270: 0}.items():
        paper = Paper(0, 0, 595, 842, turn)
        before, after = (0, 0, 595, 842), paper.with_strip()
        assert [number for number in range(4) if before[number] != after[number]] == [edge]
