"""Photos of sheets of paper: cut, flat, lit and upright where that is sure, and left as they are where it is not.

Measured on photos that the limits were not chosen on (other typefaces, other chance): decisions/0051.
"""

from __future__ import annotations

import io
import random
from collections import Counter

import cv2
import numpy as np
import pytest
import typst
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bot.documents.inspection import inspect
from bot.kinds.sheets import light, standing
from bot.kinds.sheets.eyes import pixels, upright
from bot.kinds.sheets.photo import look_at, page_of
from bot.kinds.sheets.sheet import NUMBERS, Sheet, sheet_of
from tests.makers import made, scans, sheets

TUNED, HELD_OUT = ("Libertinus Serif", "DejaVu Sans Mono"), ("New Computer Modern",)


def farthest(photo: sheets.Photo, sheet: Sheet) -> float:
    """How far a corner that was found is from the nearest true one, in parts of the photo."""
    return max(min(((a - x) ** 2 + (b - y) ** 2) ** 0.5 for x, y in sheet.corners) for a, b in photo.corners)


def lost(photo: sheets.Photo, sheet: Sheet) -> float:
    """How far a true corner lies outside of what is cut out, in parts of the photo; off it nothing is lost."""
    cut = np.array(sheet.corners, np.float32) * 1000
    there = [(1000 * min(max(x, 0.0), 1.0), 1000 * min(max(y, 0.0), 1.0)) for x, y in photo.corners]
    return max(-cv2.pointPolygonTest(cut, corner, True) for corner in there) / 1000


def print_in(text: str, font: str = "Libertinus Serif", from_right: bool = False) -> Image.Image:
    """A page on which these words stand in any order."""
    chance, words = random.Random(3), text.split()
    body = "\n\n".join(" ".join(chance.choice(words) for _ in range(45)) for _ in range(12))
    setting = f'#set page(paper: "a4", margin: 2cm)\n#set text(size: 10pt, font: "{font}", dir: '
    drawn = typst.compile((setting + ("rtl" if from_right else "ltr") + ")\n" + body).encode(), format="png", ppi=150)
    return Image.open(io.BytesIO(drawn[0] if isinstance(drawn, list) else drawn)).convert("L")


LATIN = (
    "The pathology report of this specimen describes a piece of tan tissue measuring four by five centimeters received "
)
LATIN += "in formalin labeled with the name of the patient"


def degrees(page: Image.Image) -> int:
    return standing.seen(pixels(page.filter(ImageFilter.GaussianBlur(0.6))))[0]


def test_a_sheet_on_a_table_is_found_and_nothing_of_it_is_lost() -> None:
    photo = sheets.a_photo_of_a_sheet(sheets.a_sheet(1), 101, turned=90, ground="dark")
    numbers, stands = look_at(photo.content)
    sheet = sheet_of(numbers)
    assert sheet
    assert farthest(photo, sheet) < 0.02
    assert lost(photo, sheet) < 0.002
    assert stands == 90
    page = Image.open(io.BytesIO(page_of(photo.content, numbers)))
    width, height = page.size
    assert 1.3 < width / height < 1.5, "it lies on its side until it is turned, and has the shape of the paper"
    grey = page.convert("L")
    rim = (grey.getpixel(at) for at in ((width // 2, 20), (20, height // 2), (width // 2, height - 20)))
    assert all(isinstance(level, int) and level > 200 for level in rim), "the table is cut away, the paper is white"


def test_a_page_that_lies_on_its_head_is_turned() -> None:
    photo = sheets.a_photo_of_a_sheet(sheets.a_sheet(2, layout="plain"), 7, turned=180, ground="cloth", tilt=5)
    assert look_at(photo.content)[1] == 180


def test_where_print_lies_outside_of_the_sheet_nothing_is_cut() -> None:
    """A bar of colour at the head of a page is as dark as the table, and what is printed in it is white."""
    photo = sheets.a_photo_of_a_sheet(sheets.a_sheet(3, layout="banner"), 8, ground="dark")
    numbers, _ = look_at(photo.content)
    assert not numbers or Sheet.whole().numbers[:8] == numbers[:8]


def test_of_two_sheets_none_is_cut_away() -> None:
    sheet = sheets.a_sheet(4, layout="plain")
    table = Image.new("RGB", (2000, 1500), "#3a2f28")
    table.paste(sheet.resize((900, 1273)), (60, 100))
    table.paste(sheet.resize((800, 1131)), (1080, 200))
    numbers, _ = look_at(made.saved(table, "JPEG"))
    assert not numbers or Sheet.whole().numbers[:8] == numbers[:8]


@pytest.mark.parametrize("name", ["a_film", "a_place", "a_blank", "a_screenshot"])
def test_what_is_no_photo_of_a_page_is_left_as_it_is(name: str) -> None:
    draw = Image.new("RGB", (900, 1600), "white")
    ImageDraw.Draw(draw).text((50, 50), "A screenshot of a portal, " * 3, fill="black", font_size=24)
    what = {
        "a_film": scans.a_photo_of_a_film(1),
        "a_place": made.a_photo(1600, 1200),
        "a_blank": made.saved(Image.new("L", (900, 1200), 235), "JPEG"),
        "a_screenshot": made.saved(draw, "PNG"),
    }
    assert look_at(what[name]) == ((), 0)


@pytest.mark.parametrize(
    ("text", "font", "from_right"),
    [
        (LATIN, "Libertinus Serif", False),
        ("La biopsia de la paciente mostró un carcinoma infiltrante con márgenes libres", "DejaVu Sans Mono", False),
        ("Гистологическое исследование опухоли показало наличие рака размером четыре", "Libertinus Serif", False),
        ("Η ιστολογική εξέταση του δείγματος έδειξε διηθητικό καρκίνωμα του μαστού", "Libertinus Serif", False),
        ("בדיקה פתולוגית של הדגימה הראתה קרצינומה חודרנית של השד עם גרורות", "Libertinus Serif", True),
        ("أظهر الفحص النسيجي للعينة وجود سرطان غازي في الثدي مع نقائل في العقد", "DejaVu Sans Mono", True),
        ("PATIENT ADMITTED WITH QUEER JOURNAL FINDINGS OF THE SPECIMEN", "Libertinus Serif", False),
        ("12 345 67.8 90.1 234 5 678 901 2.34 567 89", "Libertinus Serif", False),
    ],
    ids=["english", "spanish", "russian", "greek", "hebrew", "arabic", "capitals", "figures"],
)
def test_a_page_that_stands_is_never_turned_whatever_it_is_written_in(text: str, font: str, from_right: bool) -> None:
    assert degrees(print_in(text, font, from_right)) == 0


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_latin_print_is_turned_upright(turned: int) -> None:
    page = print_in(LATIN)
    assert degrees(page.rotate(turned, expand=True)) == turned


def test_light_is_evened_and_print_stays_what_it_is() -> None:
    page = sheets.a_sheet(5, layout="banner", size=12)
    shadow = Image.linear_gradient("L").resize(page.size).point(lambda level: 130 + level // 2)
    shaded = np.asarray(Image.composite(page, Image.new("RGB", page.size), shadow))
    even = light.evened(shaded)
    assert light.is_needed(shaded)
    assert not light.is_needed(even)
    paper = even[500:-300, 20:100].min(axis=2)
    assert float(np.percentile(paper, 5)) > 225
    bar = even[40:160, 80:900].max(axis=2)
    assert int(bar.max()) - int(np.median(bar)) > 60, "what is white on a bar of colour can still be read"
    ink = np.percentile(even[400:1200, 150:1100].min(axis=2), 1)
    assert ink < 80


@pytest.mark.parametrize("numbers", [(), (1,) * 8, (1,) * 10, (-1, *(1,) * 8), (10_001, *(1,) * 8)])
def test_what_is_no_sheet_is_none(numbers: tuple[int, ...]) -> None:
    assert sheet_of(numbers) is None


def test_a_sheet_is_kept_as_numbers() -> None:
    sheet = Sheet(((0.1, 0.2), (0.9, 0.1), (1, 1), (0, 0.95)), lit=False)
    assert sheet_of(sheet.numbers) == sheet
    assert len(sheet.numbers) == NUMBERS
    assert Sheet.whole().is_whole


async def test_the_child_tells_where_the_sheet_lies_and_how_it_stands() -> None:
    photo = sheets.a_photo_of_a_sheet(sheets.a_sheet(1), 101, turned=90, ground="dark")
    verdict = await inspect([photo.content])
    assert (verdict.state, verdict.compared, verdict.drawn) == ("readable", 1, ())
    assert (verdict.sheet, verdict.stands) == look_at(photo.content)
    assert verdict.sheet


def photos(fonts: tuple[str, ...], count: int) -> list[sheets.Photo]:
    """Photos by chance, of every layout, on every ground, turned in every way."""
    found = []
    for seed in range(count):
        chance = random.Random(seed + len(fonts) * 100_003)
        sheet = sheets.a_sheet(
            chance.randrange(6), chance.choice(fonts), sheets.LAYOUTS[seed % 5], size=chance.choice((9, 10, 11, 12))
        )
        found.append(
            sheets.a_photo_of_a_sheet(
                sheet,
                chance.randrange(10**6),
                turned=chance.choice((0, 0, 90, 180, 270)),
                blur=chance.choice((0.6, 1.0, 1.6)),
                tilt=chance.choice((3, 8, 15)),
                shade=chance.choice((0.1, 0.3, 0.5)),
            )
        )
    return found


@pytest.mark.soak
@pytest.mark.parametrize("fonts", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_sheets_are_found_and_turned_as_well_as_was_measured(fonts: tuple[str, ...]) -> None:
    told: Counter[str] = Counter()
    for photo in photos(fonts, 100):
        numbers, stands = look_at(photo.content)
        sheet = sheet_of(numbers)
        if sheet and not sheet.is_whole:
            told["cut"] += 1
            told["too wide"] += farthest(photo, sheet) > 0.03
            told["lost"] += lost(photo, sheet) > 0.004
        told["turned rightly"] += stands == photo.turned != 0
        told["turned wrongly"] += stands not in (0, photo.turned)
    assert told["lost"] == 0
    assert told["too wide"] <= 10
    assert told["turned wrongly"] <= 1
    assert told["cut"] >= 55
    assert told["turned rightly"] >= 25


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_seen_as_its_camera_says(orientation: int) -> None:
    photo = Image.frombytes("RGB", (3, 2), bytes(range(18)))
    noted = photo.copy()
    noted.getexif()[0x0112] = orientation
    assert np.array_equal(upright(np.asarray(photo), orientation), np.asarray(ImageOps.exif_transpose(noted)))
