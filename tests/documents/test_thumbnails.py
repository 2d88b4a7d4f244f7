import io
import json

import pytest
from PIL import Image

from bot.child.child import ChildAnswer
from bot.documents import thumbnails
from bot.documents.thumbnails import pictures
from dialogs.words.page_words import LABELS, LOST
from tests.looks import colour, greys
from tests.makers import discs, made, records, scans, traps


def shown(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture), formats=["JPEG"])


async def test_the_pages_of_a_pdf_are_drawn_about_800_pixels_high() -> None:
    first, second = await pictures([made.a_pdf(pages=3)], "pdf", first_page=2)
    assert shown(first).size == shown(second).size == (566, 800)


async def test_a_page_is_asked_for_by_its_number() -> None:
    blank = made.saved(Image.new("RGB", (600, 800), "white"), "JPEG")
    pages = scans.a_pdf_with_blank_pages(pages=3, blank=(1,))
    extremes = [greys(shown(each))[0] for each in await pictures([pages], "pdf")]
    assert [darkest < 128 for darkest in extremes] == [True, False, True]
    assert len(await pictures([pages], "pdf", first_page=3)) == 1
    assert len(await pictures([pages], "pdf", at_most=2)) == 2
    assert await pictures([pages], "pdf", first_page=4) == []
    assert await pictures([blank], "jpeg", first_page=2) == []


@pytest.mark.parametrize(
    ("content", "kind", "count"),
    [
        (made.a_photo, "jpeg", 1),
        (made.a_png, "png", 1),
        (made.a_heic, "heic", 1),
        (made.a_webp, "webp", 1),
        (lambda: made.a_gif(pictures=3), "gif", 1),
        (made.a_bmp, "bmp", 1),
        (lambda: made.a_tiff(pages=3), "tiff", 3),
        (lambda: made.a_tiff(pages=12), "tiff", 10),
        (lambda: scans.a_scanned_pdf(pages=2), "pdf", 2),
        (made.an_owner_locked_pdf, "pdf", 1),
    ],
)
async def test_pictures_of_every_kind_are_drawn(content: bytes, kind: str, count: int) -> None:
    drawn = await pictures([content], kind)
    assert len(drawn) == count
    assert all(max(shown(each).size) <= 1600 and shown(each).height <= 800 for each in drawn)


@pytest.mark.parametrize(("turned", "corner"), [(0, "red"), (90, "blue"), (180, "white"), (270, "green")])
async def test_a_page_is_turned_clockwise(turned: int, corner: str) -> None:
    """Red above left, green above right, blue below left, white below right."""
    page = Image.new("RGB", (200, 300), "white")
    page.paste("red", (0, 0, 100, 150))
    page.paste("green", (100, 0, 200, 150))
    page.paste("blue", (0, 150, 100, 300))
    (drawn,) = await pictures([made.saved(page, "PNG")], "png", turned=turned)
    assert shown(drawn).size == ((200, 300) if turned % 180 == 0 else (300, 200))
    above_left = colour(shown(drawn), (20, 20))
    expected = colour(Image.new("RGB", (1, 1), corner), (0, 0))
    assert all(abs(got - wanted) < 30 for got, wanted in zip(above_left, expected, strict=True))


async def test_a_photo_is_shown_as_it_was_held_and_tells_nothing_of_where_or_when() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "a fictitious camera"
    exif.get_ifd(0x8825)[1] = "N"
    photo = made.saved(Image.new("RGB", (400, 300), "white"), "JPEG", exif=exif, comment=b"a fictitious remark")
    (drawn,) = await pictures([photo], "jpeg")
    assert shown(drawn).size == (300, 400)
    assert not shown(drawn).getexif()
    assert b"fictitious" not in drawn


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (made.a_broken_pdf, "pdf"),
        (made.a_locked_pdf, "pdf"),
        (made.a_photo, "pdf"),
        (made.a_pdf, "jpeg"),
        (traps.a_pixel_bomb, "png"),
        (b"", "pdf"),
        (made.a_word_file, "docx"),
        (discs.a_disc, "dicom_zip"),
        (made.a_pdf, "wonderful"),
    ],
)
async def test_what_cannot_be_drawn_gives_no_picture(content: bytes, kind: str) -> None:
    assert await pictures([content], kind) == []


WORDS = {"language": "en", "set_note": "Set.", "text_note": "Text.", "word_file_note": "Word."} | {
    name: name for name in (*LOST, "word_head", "word_note", "word_foot", *(f"label_{label}" for label in LABELS))
}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (made.a_word_file, "docx"),
        (records.a_ccda, "ccda"),
        (lambda: b"Haemoglobin, 7.3\n" * 90, "text"),
    ],
)
async def test_pages_that_we_set_are_drawn_with_the_packets_words_on_them(content: bytes, kind: str) -> None:
    first, *_ = await pictures([content], kind, words=WORDS)
    assert shown(first).height == 800
    assert greys(shown(first))[0] < 128


async def test_a_record_that_is_a_paper_shows_that_paper() -> None:
    pdf = await pictures([records.a_ccda_with_a_pdf()], "ccda", words=WORDS)
    assert len(pdf) == 1


async def test_a_long_strip_of_paper_is_drawn_no_wider_than_it_may_be() -> None:
    strip = made.a_pdf().replace(b"[0 0 595 842]", b"[0 0 14400 9]")
    (drawn,) = await pictures([strip], "pdf")
    assert shown(drawn).width <= 1600


@pytest.mark.parametrize(
    "output",
    [
        b"",
        b"[]",
        b"null\n",
        b"[1]\nx",
        b"[5]\n\xff\xd8\xff",
        b"[-3, 6]\n\xff\xd8\xff",
        b"[true, 2]\n\xff\xd8\xff",
        b"[3]\n\xff\xd8\xff and more",
        json.dumps([3] * 11).encode() + b"\n" + b"\xff\xd8\xff" * 11,
    ],
)
async def test_a_dishonest_child_has_drawn_nothing(monkeypatch: pytest.MonkeyPatch, output: bytes) -> None:
    async def run(*_: object, **__: object) -> ChildAnswer:
        return ChildAnswer("done", output)

    monkeypatch.setattr(thumbnails, "run_child", run)
    assert await pictures([made.a_pdf()], "pdf") == []
