"""Photos of paper as pages of the packet: the sheet alone, upright, and what was read on it to be searched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter

from bot.kinds.sheets.photo import look_at
from bot.packet.pdf.copying import Copying
from bot.packet.pdf.pages import copy_page
from bot.packet.pdf.part import TREE, Part
from bot.packet.pdf.words import PageWords
from tests.makers import made, sheets
from tests.packet.desk import Desk

FIRST = 2
"""The page of the packet on which the first file begins, from 0: after cover and contents."""


@pytest.fixture(scope="module")
def photo() -> sheets.Photo:
    return sheets.a_photo_of_a_sheet(sheets.a_sheet(1), 101, turned=90, ground="dark")


def page_words(text: str, place: tuple[int, int, int, int], **more: Any) -> dict[str, Any]:
    return {"page": 1, "turned": 0, "size": [1000, 1400], "words": [[text, *place]], **more}


async def test_the_sheet_alone_stands_upright_in_the_packet_and_the_photo_beside_it(
    desk: Desk, photo: sheets.Photo
) -> None:
    numbers, stands = look_at(photo.content)
    document = desk.keep(photo.content, "page.jpg", kind="jpeg", sheet=numbers, stands=stands)
    desk.reads(document, page_words("GENERAL HOSPITAL OF NOWHERE", (1000, 500, 6000, 800), turned=stands))
    packet = await desk.build()
    (picture,) = [each.image for each in packet.reader.pages[FIRST].images]
    assert picture
    assert max(picture.size) / min(picture.size) == pytest.approx(297 / 210, abs=0.06), "the table is cut away"
    assert packet.reader.pages[FIRST].rotation == 90
    assert "GENERAL HOSPITAL OF NOWHERE" in packet.texts[FIRST], "and it can be searched"
    assert photo.content in packet.originals.values()


async def test_a_photo_of_before_is_packed_as_it_was(desk: Desk, photo: sheets.Photo) -> None:
    desk.keep(photo.content, "page.jpg", kind="jpeg", turned=270)
    packet = await desk.build()
    (picture,) = [each.image for each in packet.reader.pages[FIRST].images]
    assert picture
    assert picture.size == Image.open(io.BytesIO(photo.content)).size
    assert packet.reader.pages[FIRST].rotation == 270


async def test_words_of_a_file_that_are_no_more_leave_the_packet_without_them(desk: Desk) -> None:
    document = desk.keep(made.a_photo(), "page.jpg", kind="jpeg")
    desk.reads(document, page_words("A word", (0, 0, 10, 10)))
    await desk.do()
    desk.vault.erase("ab" * 16, 500_000 + document.number)
    packet = await desk.build()
    assert "A word" not in packet.texts[FIRST]


def laid(page_turned: int, turned: int, read: PageWords | None) -> bytes:
    """A page of white paper, shown at an angle, turned further, with what was read on it."""
    writer = PdfWriter()
    writer.add_blank_page(400, 600).rotate(page_turned)
    source = io.BytesIO()
    writer.write(source)
    out = io.BytesIO()
    part = Part(out.write)  # type: ignore[arg-type]
    reader = PdfReader(source)
    copying = Copying(reader, part.next_number)
    placed = copy_page(copying, reader.pages[0], TREE, turned, read)
    part.take(copying)
    part.place(placed.stamp, b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream")
    part.finish([placed], [], "", b"")
    return out.getvalue()


def places(content: bytes) -> Iterator[tuple[str, float, float]]:
    """Every letter a reader finds, and where it is seen: parts of the page's width, and of its height from the top."""
    page = pdfium.PdfDocument(content)[0]
    (left, bottom, right, top), text = page.get_mediabox(), page.get_textpage()
    for at in range(text.count_chars()):
        box = text.get_charbox(at, loose=True)
        x, y = ((box[0] + box[2]) / 2 - left) / (right - left), ((box[1] + box[3]) / 2 - bottom) / (top - bottom)
        seen = {0: (x, 1 - y), 90: (y, x), 180: (1 - x, y), 270: (1 - y, 1 - x)}[page.get_rotation()]
        yield (text.get_text_range(at, 1), *seen)


@pytest.mark.parametrize("page_turned", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_word_lies_where_it_was_read_however_the_page_is_turned(page_turned: int, turned: int) -> None:
    read = PageWords((("Łódź 中", 1000, 2000, 3000, 2500),), turned)  # read as the page is shown now
    content = laid(page_turned, turned, read)
    found = [each for each in places(content) if each[0].strip()]
    assert "".join(letter for letter, _, _ in found) == "Łódź中"
    across = sum(x for _, x, _ in found) / len(found)
    assert across == pytest.approx(0.2, abs=0.04)
    # A strip for the stamp is added at the foot: places from the top are a little smaller than they were read.
    assert sum(y for _, _, y in found) / len(found) == pytest.approx(0.225, abs=0.03)


def test_words_are_not_seen() -> None:
    read = PageWords((("A word that nobody sees", 500, 500, 9000, 4000),))
    with_words, without = (pdfium.PdfDocument(laid(0, 0, each))[0].render().to_pil() for each in (read, None))
    assert ImageChops.difference(with_words.convert("L"), without.convert("L")).getbbox() is None


def test_a_page_in_many_letters_has_as_many_fonts_as_it_needs() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))
    found = "".join(letter for letter, _, _ in places(laid(0, 0, PageWords(((letters, 0, 0, 10_000, 200),)))))
    assert found.replace("\n", "").replace("\r", "") == letters
