"""Pages for who reads from the right: numbers in their order, and the address where such a letter begins."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from bot.packet.feeding import Order
from bot.papers.page import typeset
from bot.papers.printable import printable
from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.case.facts import Facts
from dialogs.case.patient import Patient
from dialogs.checklist.shown import sheet_values
from dialogs.roads.letters.facts import letter_values
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from dialogs.words.papers import Papers
from tests import real
from tests.makers import made
from tests.packet.desk import Desk
from tests.packet.printed import NOW

PHONE = "+962 6 555 0100"
LAYLA = Patient("ليلى محمد مثال", "", "1954-02-07", "4471123", "د. سامر مثال", "Mayo Clinic", PHONE)
LANGUAGES = ("en", "es", "ar")
FIRST, LAST = "\u2068", "\u2069"


class ArabicDesk(Desk):
    """The same desk, with the words of Arabic."""

    def order(self, case: Case) -> Order:
        content = real.content("ar")
        planned = plan(content.guide, case)
        words = Papers(content.wording).words("packet", {"plan": planned}, NOW)
        return Order(digest(content.guide, case), tuple(each.number for each in planned.documents), words)


def a_case(**changes: Any) -> Case:
    known = Case(step="review", language="ar", patient=LAYLA, patient_seen=True, country="other", date="2026-12-03")
    return replace(known, heard=NOW, decision="Should I have surgery?", **changes)


def places(page: bytes | pypdfium2.PdfPage, *wanted: str) -> list[tuple[float, float]]:
    """Where each of these stands on a page: its left and its right end, in points."""
    found = pypdfium2.PdfDocument(page)[0] if isinstance(page, bytes) else page
    text, ends = found.get_textpage(), []
    for words in wanted:
        where = text.search(words).get_next()
        assert where, words
        boxes = [text.get_charbox(where[0] + number) for number in range(where[1])]
        ends.append((min(box[0] for box in boxes), max(box[2] for box in boxes)))
    return ends


async def letter(language: str, case: Case) -> bytes:
    content = real.content(language)
    return await typeset(
        "letter", Papers(content.wording).words("letter", letter_values(content.guide, case, "records"), NOW)["letter"]
    )


async def test_the_address_stands_at_the_right_where_one_reads_from_there():
    sides = {}
    for language in LANGUAGES:
        page = await letter(language, a_case(addressed={"records": "QQQQ"}))
        ((left, right),) = places(page, "QQQQ")
        width = pypdfium2.PdfDocument(page)[0].get_width()
        sides[language] = "left" if right < width / 2 else "right" if left > width / 2 else "between"
    assert sides == {"en": "left", "es": "left", "ar": "right"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_groups_of_a_phone_number_stand_in_their_order_on_letters_and_on_the_summary(language: str):
    content, case = real.content(language), a_case()
    sheet = Papers(content.wording).words("sheet", sheet_values(content.guide, case), NOW)["sheet"]
    for page in (await letter(language, case), await typeset("sheet", sheet)):
        first, second, third, last = (each[0] for each in places(page, "962", "6", "555", "0100"))
        assert first < third < last
        assert second


async def test_a_page_number_says_which_of_how_many_and_is_read_from_the_right(tmp_path: Path):
    desk = ArabicDesk(tmp_path)
    desk.keep(made.a_pdf())
    desk.case = replace(desk.case, patient=LAYLA, patient_seen=True)
    packet = await desk.build()
    desk.close()
    words = real.content("ar").wording.words["packet"]["page_of"].split()
    assert len(words) == 4, "a word, the number, a word, and how many"
    page = pypdfium2.PdfDocument(packet.parts[0])[1]
    text, (_, bottom) = page.get_textpage(), (0, 40)
    low = [
        (text.get_charbox(at)[0], text.get_text_range(at, 1))
        for at in range(text.count_chars())
        if text.get_charbox(at)[3] < bottom and text.get_text_range(at, 1).strip()
    ]
    figures = [(left, one) for left, one in low if one in "23"]
    # "page 2 of 3": the 2 stands to the right of the 3, with words on both sides of it.
    (two,), (three,) = ([left for left, one in figures if one == each] for each in "23")
    assert three < two < max(left for left, _ in low)
    assert any(three < left < two for left, _ in low)
    assert min(left for left, _ in low) < three, "whose page it is stands behind"


async def test_the_name_of_a_hospital_in_latin_letters_does_not_draw_the_day_behind_it_along(tmp_path: Path):
    desk = ArabicDesk(tmp_path)
    desk.keep(made.a_pdf(2), "older.pdf", date="2025-12-01")
    desk.keep(made.a_pdf(3), facts=Facts(date="2026-03-12", institution="Mayo Clinic"))
    page = pypdfium2.PdfDocument((await desk.build()).parts[0])[2]
    desk.close()
    (hospital, day) = places(page, "Mayo", "12")
    assert day[1] < hospital[0], "the day is read after the hospital"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (f"a {FIRST}Mayo Clinic{LAST}، b", f"a {FIRST}Mayo Clinic{LAST}، b"),
        (f"{FIRST}a {FIRST}b{LAST}{LAST}", f"{FIRST}a {FIRST}b{LAST}{LAST}"),
        (f"a {FIRST}b", "a b"),
        (f"a{LAST} b {FIRST}", "a b"),
        ("\u202egpj.exe\u2066", "gpj.exe"),
    ],
)
def test_what_is_set_apart_stays_so_only_where_it_ends(words: str, shown: str):
    assert printable(words) == shown


async def test_the_last_questions_have_no_page_of_their_own_if_a_smaller_type_makes_room(tmp_path: Path):
    desk = ArabicDesk(tmp_path)
    for record in ("pathology", "imaging_reports", "labs", "treatment_plan", "visit_notes"):
        desk.keep(made.a_pdf(), "a.pdf", record, date="2026-03-12")
    desk.case = replace(desk.case, questions=tuple(Question(text=f"Q{number}?") for number in range(1, 8)))
    packet = await desk.build()
    desk.close()
    reader = PdfReader(io.BytesIO(packet.parts[0]))
    assert "Q7?" in reader.pages[1].extract_text()


def test_the_numbers_of_a_page_stand_in_the_order_in_which_they_are_written():
    for language in LANGUAGES:
        pattern = real.content(language).wording.words["packet"]["page_of"]
        assert pattern.index("{number}") < pattern.index("{count}")
