import asyncio

import pytest
from PIL import Image

from bot.documents.inspection import inspect
from tests.makers import discs, losses, made, scans, traps


async def remarks_on(content: bytes) -> set[str]:
    verdict = await inspect([content])
    assert verdict.state == "readable"
    return set(verdict.remarks)


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        (lambda: made.a_pdf(pages=2), set()),
        (made.a_pdf_with_junk_before, set()),
        (scans.a_pdf_with_a_link, set()),
        (scans.a_scanned_pdf, {"scan"}),
        (lambda: scans.a_scanned_pdf(pages=2, blank=1), {"scan", "blank_pages"}),
        (lambda: scans.a_scanned_pdf(pages=0, blank=2), {"empty"}),
        (scans.a_pdf_with_blank_pages, {"blank_pages"}),
        (lambda: scans.a_pdf_with_blank_pages(pages=2, blank=(0, 1)), {"empty"}),
        (lambda: scans.a_pdf_with_blank_pages(pages=60, blank=tuple(range(55))), {"blank_pages"}),
        (scans.a_damaged_pdf, {"repaired"}),
        (scans.a_pdf_with_a_script, {"active"}),
        (scans.a_pdf_with_a_file_in_it, {"attached"}),
        (scans.a_form_for_adobe_s_reader, {"needs_reader"}),
        (losses.a_form_without_looks, {"drawn"}),
        (lambda: scans.a_pdf_that_launches("open"), {"active"}),
        (lambda: scans.a_pdf_that_launches("page"), {"active"}),
        (lambda: scans.a_pdf_that_launches("link"), {"active"}),
        (discs.a_word_file_with_macros, {"active"}),
        (made.a_word_file, set()),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("looked_at_here")
async def test_what_is_remarkable_about_a_document_is_told_and_nothing_else(content: bytes, remarks: set[str]) -> None:
    assert await remarks_on(content) == remarks


@pytest.mark.parametrize("page", [0, 90, 180, 270])
@pytest.mark.parametrize("text", [0, 90, 180, 270])
@pytest.mark.usefixtures("looked_at_here")
async def test_a_page_whose_text_does_not_stand_upright_as_shown_is_told(text: int, page: int) -> None:
    # The text is turned against the clock (ISO 32000-1, 8.3.3), the page with it (7.7.3.3).
    assert await remarks_on(scans.a_turned_pdf(text, page)) == (set() if text == page else {"rotated"})


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        (lambda: made.a_photo_of_a_page(1240, 1754), set()),
        (lambda: made.a_photo(1600, 1200), set()),
        (lambda: made.a_photo(640, 480), {"small"}),
        (scans.a_dark_photo, {"dark"}),
        (scans.a_blank_photo, {"empty"}),
        (lambda: scans.a_blank_photo(shade=3), {"empty"}),
        (lambda: scans.a_photo_of_print(1, ("Libertinus Serif",)), set()),
        (lambda: scans.a_photo_of_print(8, ("Libertinus Serif",), (4, 4)), {"blurred"}),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("looked_at_here")
async def test_what_is_remarkable_about_a_photo_is_told_and_nothing_else(content: bytes, remarks: set[str]) -> None:
    assert await remarks_on(content) == remarks


@pytest.mark.usefixtures("looked_at_here")
async def test_the_blank_pages_of_a_fax_are_told() -> None:
    sheets = [Image.new("1", (900, 1200), 1) for _ in range(3)]
    sheets[1].paste(0, (100, 100, 700, 140))
    assert await remarks_on(made.saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])) == {"blank_pages"}
    assert await remarks_on(made.saved(sheets[0], "TIFF", save_all=True, append_images=sheets[2:])) == {"empty"}


@pytest.mark.usefixtures("looked_at_here")
async def test_black_print_on_a_transparent_sheet_is_not_taken_for_nothing() -> None:
    sheet = Image.new("RGBA", (900, 1200), (0, 0, 0, 0))
    sheet.paste((0, 0, 0, 255), (100, 100, 700, 140))
    assert await remarks_on(made.saved(sheet, "PNG")) == set()


@pytest.mark.usefixtures("looked_at_here")
async def test_an_image_of_more_than_256_greys_is_not_judged_by_its_looks() -> None:
    assert await remarks_on(made.saved(Image.new("I;16", (900, 1200), 700), "PNG")) == set()


async def test_a_file_whose_pages_take_long_to_draw_is_looked_at_only_for_a_moment() -> None:
    async with asyncio.timeout(60):
        verdict = await inspect([traps.a_pdf_of_heavy_pages()])
    assert (verdict.state, verdict.pages) == ("readable", 50)
