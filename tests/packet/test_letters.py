"""What letters and the page to take back say to their readers, as they are printed."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from bot.papers.letters import back_paper, letter_paper
from bot.papers.page import typeset
from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.case.patient import Patient
from dialogs.composed.contents import Content
from dialogs.content.guide import LETTERS
from dialogs.letters import COUNTRIES
from dialogs.roads.letters.facts import back_values, letter_values
from dialogs.words.papers import Papers
from tests import real
from tests.packet.printed import NOW, a_case, flat, letter_words, lines_drawn, text_of


@pytest.fixture(scope="module")
def content() -> Content:
    return real.content()


@pytest.mark.parametrize("kind", LETTERS)
async def test_a_letter_is_one_page_with_all_its_words_the_address_and_the_signature(content: Content, kind: str):
    case = a_case(addressed={kind: "Example University Hospital\n1 Main Street"})
    words = letter_words(content, case, kind)
    text = await text_of(content, case, kind)
    for said in (words["title"], words["greeting"], words["closing"], *words["to"]["lines"], *words["sign"]):
        assert said in text
    for part in words["parts"]:
        for said in (part["heading"], part["say"], *(item["label"] or item["value"] for item in part["items"])):
            assert " ".join(said.split()) in text
    for known in ("Alex Example", "April 9, 1961", "Example University Hospital", "1 Main Street"):
        assert known in text


@pytest.mark.parametrize("kind", LETTERS)
async def test_each_letter_has_all_by_which_its_reader_finds_the_patient(content: Content, kind: str):
    who = Patient("Alex Example", "Alex Sample", "1954-02-07", "4471123", "Dr. Lee", "Example Hospital", "555-010-0199")
    text = await text_of(content, a_case(patient=who, date="2026-12-03"), kind)
    for words in ("Alex Example", "February 7, 1954", "4471123", "555-010-0199"):
        assert words in text
    assert ("December 3, 2026" in text) == (kind != "caregiver"), "a permission is needed by no day"


async def test_slides_and_scans_are_addressed_to_the_one_place_that_takes_them(content: Content):
    for destinations, own, slides, disc in (
        (("mount_sinai",), "", "Mount Sinai", ""),
        (("city_of_hope",), "Dr. Wu, City of Hope", "Dr. Wu, City of Hope", ""),
        ((), "Lakeside Hospital", "Lakeside Hospital", "Lakeside Hospital"),
        (("nhs",), "", "", ""),
        (("mount_sinai", "ucla"), "", "", ""),
    ):
        case = a_case(destinations=destinations, destination=own)
        for kind, place in (("slides", slides), ("disc", disc)):
            (there,) = (
                item
                for part in letter_words(content, case, kind)["parts"]
                for item in part["items"]
                if "full address" in item["label"]
            )
            assert there["value"] == place
        assert slides in await text_of(content, case, "slides")
    case = a_case(destination="Lakeside Hospital")
    assert "Lakeside" not in await text_of(content, case, "doctor"), "whom they tell where they go is theirs to say"


async def test_the_slides_have_their_number_and_the_disc_its_days(content: Content):
    assert "S26-01234" in await text_of(content, a_case(), "slides")
    assert "CT of the chest March 12, 2026" in await text_of(content, a_case(), "disc")


async def test_days_and_the_number_are_written_as_in_the_country_of_the_reader(content: Content):
    patient = Patient(name="Alex Example", born="1954-02-07", number="4471123")
    american = await text_of(content, a_case(patient=patient), "records")
    british = await text_of(content, replace(a_case(patient=patient), country="uk"), "records")
    assert "February 7, 1954" in american
    assert "Medical record number (MRN) 4471123" in american
    assert "7 February 1954" in british
    assert "NHS number" in british
    assert "MRN" not in british


RULES = re.compile(r"CFR|GDPR|subject access|30 days|one month|Office for Civil Rights")


@pytest.mark.parametrize("country", ["", *COUNTRIES])
def test_a_rule_of_access_is_quoted_for_what_a_hospital_has_and_for_nothing_else(content: Content, country: str):
    """Over all records: never for glass slides, nor for what somebody would have to write first."""
    for record in content.guide.records:
        if record.letter == "doctor" or record.loan or (record.letter == "records" and not record.right_of_access):
            case = Case(step="review", country=country).answering(record.key, "missing")
            text = content.wording.letters.text(letter_values(content.guide, case, record.letter))
            assert not RULES.search(text), record.key
    case = Case(step="review", country="us").answering("pathology", "missing").answering("medications", "missing")
    assert RULES.search(content.wording.letters.text(letter_values(content.guide, case, "records")))


async def test_the_letter_for_records_lists_those_that_are_missing_and_the_rule_of_the_country(content: Content):
    text = await text_of(content, a_case(), "records")
    assert "Lab results" in text
    assert "Pathology report" not in text
    assert "45 CFR 164.524" in text
    assert "UK GDPR" in await text_of(content, replace(a_case(), country="uk"), "records")


async def test_a_paper_is_a_file_with_a_name_that_says_nothing(content: Content):
    papers = Papers(content.wording)
    letter = papers.words("letter", letter_values(content.guide, a_case(), "slides"), NOW)
    back = papers.words("back", back_values(content.guide, a_case()), NOW)
    for paper, name in ((await letter_paper(1, letter), "letter.pdf"), (await back_paper(1, back), "page.pdf")):
        (file,) = paper.files
        assert file.name == name
        assert file.content.startswith(b"%PDF-")


async def test_the_page_to_take_back_has_the_questions_the_loans_and_room_to_write(content: Content):
    questions = (Question(example="trial"), Question(text="When do we meet again?"))
    case = a_case(questions=questions, decision="Whether to begin").answering("slides", "elsewhere")
    words = Papers(content.wording).words("back", back_values(content.guide, case), NOW)["back"]
    reader = PdfReader(io.BytesIO(await typeset("back", words)))
    assert len(reader.pages) == 1
    for said in (
        *("After my second opinion", "new doctor's letter", "Alex Example", "Whether to begin", "Please file"),
        *("When do we meet again?", "Is there a clinical trial", "Pathology slides", "does not replace medical care"),
    ):
        assert said in flat(reader)
    assert lines_drawn(reader) >= 8


async def test_the_fullest_page_to_take_back_is_still_one_page(content: Content):
    questions = tuple(Question(text=("could it be otherwise " * 14)[:299] + str(number)) for number in range(5))
    case = a_case(name="Maximiliana " * 6, questions=questions, decision="could another order be better " * 16)
    words = Papers(content.wording).words("back", back_values(content.guide, case), NOW)["back"]
    assert len(PdfReader(io.BytesIO(await typeset("back", words))).pages) == 1
