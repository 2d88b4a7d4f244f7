"""An Arabic page that a browser or another program printed is read in the order in which people read it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import get_args

import pypdfium2 as pdfium
import pytest

from bot.kinds.right_to_left import _from_left, in_reading_order
from bot.papers.typefaces import folders
from tests.chromium import CHROMIUM, FLAGS
from tests.makers.arabic import Way, an_arabic_pdf

LINES = (
    "مستشفى الأمل التخصصي",
    "تقرير الأشعة المقطعية للصدر",
    "اسم المريضة: فاطمة عبد الرحمن الزهراني | رقم الملف: 774512",
    "تاريخ الفحص: 15 مارس 2026",
    "الموجودات: عقيدة في الفص العلوي الأيمن بقياس 14 ملم.",
    "الانطباع: استقرار حجم العقيدة، انظر S26-1187",
)
COLUMNS = (
    ("أظهر التصوير عقدة في الفص العلوي", "الخلاصة عقدة مستقرة في الرئة"),
    ("من الرئة اليمنى قياسها تسعة دون", "اليمنى وينصح بإعادة التصوير بعد"),
    ("تغير عن الفحص السابق ولا توجد", "ستة أشهر ومراجعة الطبيب المعالج"),
    ("عقد لمفاوية متضخمة في المنصف", "في عيادة الأورام"),
)
TABLE = ("تحاليل الدم والكيمياء السريرية", "التحليل | النتيجة | الوحدة", "هيموجلوبين | 11.2 | g/dl")


def read(pdf: bytes) -> list[str]:
    page = pdfium.PdfDocument(pdf)[0]
    text = page.get_textpage()
    lines = in_reading_order(page, text, text.get_text_range().replace("\r\n", "\n")).splitlines()
    return [line.strip() for line in lines if line.strip()]


@pytest.mark.parametrize("way", get_args(Way))
def test_letters_are_read_as_they_stand_however_they_were_drawn(way: Way):
    assert [" ".join(line.split()) for line in read(an_arabic_pdf(LINES, way))] == [
        line.replace("| ", "") for line in LINES
    ]


@pytest.mark.parametrize("way", ["letters", "spans", "forms"])
def test_cells_of_a_table_are_read_from_the_right_and_stay_apart(way: Way):
    assert read(an_arabic_pdf(TABLE, way))[1:] == ["التحليل  النتيجة  الوحدة", "هيموجلوبين  11.2  g/dl"]


@pytest.mark.parametrize("way", ["letters", "spans", "words"])
def test_a_column_is_read_to_its_end_before_the_one_beside_it(way: Way):
    page = ["تقرير الأشعة المقطعية للصدر", *(" || ".join(row) for row in COLUMNS), " ".join(COLUMNS[0])]
    in_order = [row[0] for row in COLUMNS] + [row[1] for row in COLUMNS]
    assert read(an_arabic_pdf(page, way)) == [page[0], *in_order, page[-1]]


def test_a_form_in_two_columns_is_read_row_by_row():
    form = [
        f"{each}: فاطمة عبد الرحمن || {each} الثاني: الزهراني محمد علي" for each in ("اسم المريضة", "العنوان", "الجهة")
    ]
    assert [line.split(":")[0] for line in read(an_arabic_pdf(form, "letters"))] == ["اسم المريضة", "العنوان", "الجهة"]


def test_a_page_in_another_script_with_an_arabic_name_on_it_is_left_alone():
    page = pdfium.PdfDocument(an_arabic_pdf(["Patient", "مريم"], "spans"))[0]
    assert in_reading_order(page, page.get_textpage(), "as pdfium reads it: مريم") == "as pdfium reads it: مريم"


@pytest.mark.browser  # Chromium prints it
def test_what_chromium_prints_is_read(tmp_path: Path):
    page = tmp_path / "page.html"
    rows = "".join(f"<p>{line.replace('|', '&emsp;')}</p>" for line in LINES)
    typeface = next(file for folder in folders() for file in folder.rglob("NotoSansArabic*"))
    style = f"@font-face {{ font-family: ours; src: url('{typeface.as_uri()}') }} body {{ font-family: ours }}"
    head = f"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><style>{style}</style>"
    page.write_text(f"{head}<body>{rows}</body></html>", "utf-8")
    made = tmp_path / "page.pdf"
    command = [str(CHROMIUM), "--headless", *FLAGS, "--no-pdf-header-footer", f"--print-to-pdf={made}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)
    assert [" ".join(line.split()) for line in read(made.read_bytes())] == [line.replace("| ", "") for line in LINES]


def test_a_percent_sign_on_the_left_of_its_number_turns_no_figures():
    assert [*_from_left("%15 اااا")] == [(1, 3)]
    assert [*_from_left("°37 اااا")] == [(1, 3)]
