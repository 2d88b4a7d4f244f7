"""The one-page sheet for the visit: every word that is given, none of its own, and always one page."""

from dataclasses import astuple, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.papers.page import PageTooLong
from bot.papers.sheet import make_sheet
from dialogs.case.case import Case
from dialogs.case.delivery import Delivery
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.case.patient import Patient
from dialogs.case.request import Request
from dialogs.checklist.shown import sheet_values, summary_values
from dialogs.words.papers import Papers
from tests.packet.desk import CONTENT
from tests.packet.sheets import a_letter, a_sheet, read, the_fullest_sheet, words_of


async def test_every_word_given_is_on_the_page() -> None:
    found = await words_of(a_sheet(letter=a_letter("Operate or wait?", "Is there a trial?", "How long can I wait?")))
    for words in (
        *("Records for a second opinion", "Alex Example", "Prepared on 14 November 2026", "What I ask", "The decision"),
        *("Operate or wait?", "My questions", "Is there a trial?", "How long can I wait?", "Ready", "Pathology report"),
        *("On its way", "Missing", "Not needed", "None yet", "2 pages", "Next steps", "Call the fictitious hospital."),
        *("This is a test and no advice.", "1 / 1"),
    ):
        assert words in found


async def test_the_decision_and_the_questions_come_before_the_records() -> None:
    found = await words_of(a_sheet(letter=a_letter("Operate?", "Is there a trial?")))
    order = [
        found.index(words) for words in ("Operate?", "Is there a trial?", "Ready", "On its way", "Missing", "Next")
    ]
    assert order == sorted(order)


async def test_that_no_question_is_written_down_yet_is_not_numbered_as_one() -> None:
    words = Papers(CONTENT.wording).words(
        "sheet", sheet_values(CONTENT.guide, Case(step="review")), datetime(2026, 11, 14, tzinfo=UTC)
    )
    found = await words_of(words["sheet"])
    assert "None written down yet." in found
    assert "1 None written down yet." not in found


async def test_the_sheet_has_no_word_of_its_own() -> None:
    bare = {"heading": "b", "items": []}
    letter = {"heading": "c", "decision_label": "d", "decision": "e", "questions_label": "f", "questions": []}
    sections = [
        {"heading": "g", "items": [], "empty": "h"},
        {"heading": "i", "items": [{"title": "j", "note": ""}], "empty": "k"},
    ]
    found = await words_of(
        a_sheet(
            title="a", prepared="l", name="", letter=letter, sections=sections, bring_forward=bare, next_steps=bare,
            disclaimers=["m"], page_label="n",
        )
    )  # fmt: skip
    assert sorted(found.split()) == ["a", "c", "d", "e", "g", "h", "i", "j", "l", "m", "n"]


@pytest.mark.parametrize("counts", [(9, 4, 4, 3), (0, 0, 20, 0), (20, 0, 0, 0), (1, 17, 1, 1), (5, 5, 5, 5)])
async def test_the_fullest_sheet_fits_on_one_page_however_far_the_patient_is(counts: tuple[int, ...]) -> None:
    found = await words_of(the_fullest_sheet(counts))
    assert found.count("Molecular and genetic tests of the tumour") == 20
    assert found.count("no medical judgement") == 6


async def test_it_says_where_it_goes_and_the_day() -> None:
    goes = [{"label": "To whom:", "value": "Example Hospital " * 6}, {"label": "When:", "value": "3 December 2026"}]
    found = await words_of(a_sheet(goes=goes))
    assert found.count("Example Hospital") == 6
    assert "When: 3 December 2026" in found


async def test_the_sheet_of_a_case_says_where_it_goes_the_day_and_what_is_in_own_words() -> None:
    case = Case(destination="Example University Hospital", date="2026-12-03")
    case = case.in_own_words("medications", "Metformin", "2026-11-13")
    values = summary_values(CONTENT.guide, case)
    sheet = Papers(CONTENT.wording).words("sheet", values, datetime(2026, 11, 14, tzinfo=UTC))["sheet"]
    found = await words_of(sheet)
    words = CONTENT.wording.words
    assert f"{words['sheet']['destination']} Example University Hospital" in found
    assert f"{words['sheet']['date']} December 3, 2026" in found
    assert f"Medicines and health list {words['standing']['said']}" in found


async def test_the_sheet_of_a_case_says_whose_it_is_as_it_was_agreed_to_and_nothing_that_was_only_read() -> None:
    patient = Patient(
        "Ana Example", "Ana Miller", "1954-02-07", "4471123", "Dr. Lee Sample", "Mercy", "ana@example.org"
    )
    read = Document(1, "b", "a.pdf", "labs", "readable", 1, facts=Facts(patient="Bert Sample", number="999999"))
    for country, day, number in (("us", "February 7, 1954", "(MRN)"), ("uk", "7 February 1954", "NHS")):
        case = Case(country=country, documents=(read,), patient=patient)
        values = sheet_values(CONTENT.guide, case)
        sheet = Papers(CONTENT.wording).words("sheet", values, datetime(2026, 11, 14, tzinfo=UTC))["sheet"]
        found = await words_of(sheet)
        for said in (*(each for each in astuple(patient) if "-" not in each), day, number):
            assert said in found
        assert "999999" not in found
    nobody = sheet_values(CONTENT.guide, Case(documents=(read,)))
    assert nobody["patient"] == Patient(name="Bert Sample"), "as on the cover"


async def test_the_page_says_to_a_doctor_why_something_is_missing_and_tells_of_no_notes_and_no_way_it_went() -> None:
    case = (
        Case(keeps_files=True, country="us")
        .answering("labs", "asked", "Dr Patel's nurse")
        .answering("staging", "later")
    )
    case = replace(
        case.answering("slides", "have"),
        requests=(Request(1, "labs", "Dr Patel's nurse", "2026-11-03", reference="1Z999AA1", promised="2026-11-20"),),
        deliveries=(Delivery(1, "ucla", "images", "courier", "2026-11-01", reference="TRACK77"),),
    )
    sheet = Papers(CONTENT.wording).words(
        "sheet", sheet_values(CONTENT.guide, case), datetime(2026, 11, 14, tzinfo=UTC)
    )["sheet"]
    found = await words_of(sheet)
    words = CONTENT.wording.words
    assert "Lab results requested on November 3, 2026, promised for November 20, 2026" in found
    assert f"Staging information {words['why']['missing']}" in found
    assert f"Pathology slides {words['standing']['have']}" in found
    for private in ("Patel", "1Z999AA1", "TRACK77", words["standing"]["later"], words["standing"]["unanswered"]):
        assert private not in found, private


async def test_the_emptiest_sheet_is_a_page_too() -> None:
    nothing = {"heading": "", "items": []}
    letter = {"heading": "", "decision_label": "", "decision": "", "questions_label": "", "questions": []}
    empty = a_sheet(
        name="", prepared="", letter=letter, sections=[], bring_forward=nothing, next_steps=nothing, disclaimers=[]
    )
    assert len((await read(empty)).pages) == 1


async def test_what_fits_in_no_legible_size_is_refused() -> None:
    with pytest.raises(PageTooLong):
        await make_sheet(a_sheet(letter=a_letter("far too much to say " * 1000)))


async def test_it_is_a4_tagged_titled_and_says_its_language() -> None:
    reader = await read(a_sheet(language="es-MX"))
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert reader.metadata.title == "Records for a second opinion"
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "es"
    assert "/StructTreeRoot" in catalogue
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()


async def test_it_does_not_tell_when_it_was_made() -> None:
    metadata = (await read(a_sheet())).metadata
    assert metadata.creation_date is None
