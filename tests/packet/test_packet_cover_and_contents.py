"""What a doctor with one hour opens: who asks what and what is missing, what happened when, and where each paper is."""

import unicodedata
from dataclasses import replace

import pytest

from dialogs.case.answer import Question
from dialogs.case.facts import Facts
from dialogs.case.patient import Patient
from dialogs.case.request import Request
from tests.makers import made
from tests.packet.desk import CONTENT, Desk, links, outline

WHO = Patient("Jane Doe", "Jane Roe", "1954-02-07", "4471123", "Dr Ana Example", "Example Hospital", "+1 555 0100")


async def test_the_first_page_says_who_asks_what_and_what_is_missing(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    desk.case = replace(
        desk.case.answering("labs", "asked", "Dr Patel's nurse, she will call back").answering("staging", "later"),
        patient=WHO,
        patient_seen=True,
        decision="An operation first, or medicines?",
        questions=(Question(text="What would change this advice?"), Question(example="trial")),
        requests=(Request(1, "labs", "Dr Patel", "2026-11-03", reference="1Z999AA1", promised="2026-11-20"),),
    )
    cover = (await desk.build()).texts[0]
    for words in (
        *("Jane Doe", "Jane Roe", "February 7, 1954", "4471123", "Dr Ana Example", "Example Hospital", "+1 555 0100"),
        *("November 14, 2026", "An operation first, or medicines?", "What would change this advice?"),
        *("Is there a clinical trial to ask about?", "To the doctor who gives the second opinion"),
        *("Lab results — requested on November 3, 2026, promised for November 20, 2026", "not replace medical care"),
    ):
        assert words in cover
    for private in ("Patel", "call back", "1Z999AA1", *CONTENT.wording.words["standing"].values()):
        assert private not in cover.partition("Missing, and why")[2], private


@pytest.mark.parametrize("standing", ["unanswered", "later", "unsure", "remind", "finding", "missing", "cannot_get"])
async def test_why_a_record_is_missing_is_said_to_a_doctor_and_not_as_the_chat_says_it(standing: str) -> None:
    """What is unknown to us is never said as if a hospital had not answered."""
    why = CONTENT.wording.words["why"]
    assert why.get(standing, why["missing"]) != CONTENT.wording.words["standing"][standing]


async def test_that_no_question_is_written_down_yet_is_not_numbered_as_one(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    cover = (await desk.build()).texts[0]
    assert "None written down yet." in cover
    assert "1 None written down yet." not in cover


async def test_more_than_five_questions_go_on_where_the_first_page_says(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    desk.case = replace(desk.case, questions=tuple(Question(text=f"Question {number}?") for number in range(1, 9)))
    texts = (await desk.build()).texts
    assert "Question 5?" in texts[0]
    assert "Question 6?" not in texts[0]
    assert "and 3 more: page 2" in texts[0]
    assert all(f"{number} Question {number}?" in texts[1] for number in (6, 7, 8))


async def test_all_that_is_missing_and_long_questions_still_are_one_page(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    questions = tuple(Question(text="Would a second look at the slides change the plan? " * 3) for _ in range(5))
    desk.case = replace(
        desk.case, patient=WHO, patient_seen=True, decision="Which of the two? " * 12, questions=questions
    )
    texts = (await desk.build()).texts
    assert "does not replace medical care" in texts[0]
    assert "Contents" in texts[1]


@pytest.mark.parametrize("name", ["ع" * 100, "عبد الله " * 11, "W" * 100])
async def test_a_name_of_a_hundred_letters_is_whole_and_leaves_the_first_page_one(desk: Desk, name: str) -> None:
    desk.keep(made.a_pdf())
    desk.case = replace(desk.case, patient=replace(WHO, name=name.strip()), patient_seen=True)
    packet = await desk.build()
    letters = [each for each in unicodedata.normalize("NFKC", packet.texts[0]) if each == name[0]]
    assert len(letters) >= 2 * name.count(name[0]), "on the page and in its stamp"
    assert "Contents" in packet.texts[1]


async def test_letter_paper_is_for_the_usa(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    desk.keep(b"Words alone", "notes.txt", "visit_notes")
    widths = {}
    for country in ("us", "uk"):
        desk.case = replace(desk.case, country=country)
        pages = (await desk.build()).reader.pages
        widths[country] = [round(float(pages[place].mediabox.width)) for place in (0, 1, -1)]
    assert widths == {"us": [612] * 3, "uk": [595] * 3}


async def test_the_cover_says_where_it_goes_and_the_day_if_they_are_known(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    labels = [CONTENT.wording.words["sheet"][key] for key in ("destination", "date")]
    assert not [label for label in labels if label in (await desk.build()).texts[0]]
    desk.case = replace(desk.case, destination="Example University Hospital", date="2026-12-03")
    cover = (await desk.build()).texts[0]
    assert f"{labels[0]} Example University Hospital" in cover
    assert f"{labels[1]} December 3, 2026" in cover


async def test_the_name_that_was_read_stands_on_the_cover_and_in_the_stamps(desk: Desk) -> None:
    for _ in range(2):
        desk.keep(made.a_pdf(), facts=Facts(patient="Ana Example"))
    texts = (await desk.build()).texts
    assert "Ana Example" in texts[0]
    assert texts[-1].startswith("4 / 4 · Ana Example · Pathology report")


async def test_a_page_that_fell_out_says_whose_it_is_and_what(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    desk.case = replace(desk.case, patient=WHO, patient_seen=True)
    stamp = (await desk.build()).texts[-1]
    assert stamp.startswith("3 / 3 · Jane Doe, born February 7, 1954 · Pathology report")


async def test_without_a_name_the_cover_and_the_stamps_have_none(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    texts = (await desk.build()).texts
    assert texts[0].startswith("1 / 3 Records for a second opinion")
    assert texts[-1].startswith("3 / 3 · Pathology report Fictitious")


async def test_records_stand_in_the_order_of_the_guide_and_only_many_pages_of_several_reports_have_a_divider(
    desk: Desk,
) -> None:
    desk.keep(made.a_pdf(2), "plan.pdf", "treatment_plan")
    desk.keep(made.a_pdf(1), "older.pdf", "pathology", date="2025-12-01")
    desk.keep(made.a_pdf(3), "newer.pdf", "pathology", date="2026-03-12")
    desk.keep(made.a_pdf(1), "stray.pdf", "")
    packet = await desk.build()
    assert outline(packet.reader) == [
        *[("Cover", 1), ("Contents", 2)],
        *[("Pathology report", 3), ("Pathology report, December 1, 2025", 4), ("Pathology report, March 12, 2026", 5)],
        *[("Treatment plan", 8), ("Treatment plan", 8)],
        *[("Files not sorted yet", 10), ("stray.pdf", 10)],
    ]
    assert len(packet.reader.pages) == packet.built.pages == 10


async def test_seven_one_page_records_are_nine_pages(desk: Desk) -> None:
    for record in (
        "pathology",
        "imaging_reports",
        "labs",
        "procedures",
        "treatment_plan",
        "medications",
        "visit_notes",
    ):
        desk.keep(made.a_pdf(), record=record, date="2026-03-12")
    assert (await desk.build()).built.pages == 9


async def test_each_line_of_the_contents_says_what_where_when_and_on_which_page(desk: Desk) -> None:
    desk.keep(made.a_pdf(2), "mri.pdf", "imaging_reports", facts=Facts(study="MRI abdomen", date="2026-09-20"))
    desk.keep(made.a_pdf(), "scan0003.pdf", "labs", date="2026-10-02", facts=Facts(institution="Example Laboratory"))
    desk.keep(made.a_pdf(), "IMG_1.jpg", "labs")
    packet = await desk.build()
    contents = packet.texts[1]
    assert "Imaging report: MRI abdomen 3 September 20, 2026 (read, not confirmed)" in contents
    assert "Lab results 5 Example Laboratory · October 2, 2026" in contents
    assert not [name for name in ("mri.pdf", "scan0003.pdf", "IMG_1") if name in " ".join(packet.texts)]


async def test_every_line_of_contents_timeline_and_divider_leads_to_its_page(desk: Desk) -> None:
    for number in range(4):
        desk.keep(made.a_pdf(2), record="labs", date=f"2026-0{number + 1}-12")
    packet = await desk.build()
    first = [page for title, page in outline(packet.reader) if title.startswith("Lab results, ")]
    assert links(packet.reader, 2) == [*first, *first]
    assert links(packet.reader, 3) == first
    assert not [
        key for page in packet.reader.pages for each in page.get("/Annots", ()) if "/A" in (key := each.get_object())
    ]


async def test_two_papers_that_would_be_called_alike_have_numbers(desk: Desk) -> None:
    for _ in range(2):
        desk.keep(made.a_pdf(), record="visit_notes")
    contents = (await desk.build()).texts[1]
    assert "Visit note (1) 3" in contents
    assert "Visit note (2) 4" in contents


async def test_two_hundred_files_have_a_table_of_contents_of_several_pages_with_true_numbers(desk: Desk) -> None:
    for number in range(200):
        desk.keep(made.a_pdf(), title=f"file {number}", record="labs" if number % 2 else "pathology")
    packet = await desk.build()
    contents = " ".join(packet.texts[: packet.built.pages - 200])
    for title, page in outline(packet.reader):
        if title.startswith("file"):
            assert f"{title} {page}" in contents
            assert packet.texts[page - 1].startswith(f"{page} / {packet.built.pages} · ")


async def test_the_timeline_has_what_is_dated_in_its_order_and_what_was_only_read_says_so(desk: Desk) -> None:
    desk.keep(made.a_pdf(), record="labs", date="2026-03-12", facts=Facts(institution="Example Laboratory"))
    desk.keep(made.a_pdf(), record="visit_notes", facts=Facts(date="2025-12-01"))
    desk.keep(made.a_pdf(), record="procedures")
    timeline = (await desk.build()).texts[1].partition("Contents")[0]
    assert (
        "December 1, 2025 (read, not confirmed) Visit note 5 March 12, 2026 Lab results Example Laboratory 3"
        in timeline
    )
    assert "Surgery" not in timeline


async def test_without_dates_there_is_no_timeline(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    assert not [text for text in (await desk.build()).texts if "Timeline" in text]


async def test_no_two_lines_of_the_contents_have_one_number(desk: Desk) -> None:
    for place in ("Clinic of Nowhere", "Clinic of Nowhere", "", ""):
        desk.keep(made.a_pdf(), "a.pdf", "visit_notes", facts=Facts(institution=place))
    contents = (await desk.build()).texts[1]
    assert [contents.count(f"Visit note ({number})") for number in range(1, 6)] == [1, 1, 1, 1, 0]


async def test_no_page_is_turned_for_the_last_line_of_the_contents_alone(desk: Desk) -> None:
    for number in range(1, 9):
        record = ("pathology", "imaging_reports", "labs", "visit_notes")[number % 4]
        desk.keep(
            made.a_pdf(),
            f"{number}.pdf",
            record,
            date=f"2026-01-{number:02}",
            facts=Facts(institution="Fictitious Clinic"),
        )
    desk.keep(made.a_pdf(), "unsorted.pdf", "")
    reader = (await desk.build()).reader
    pages = dict(outline(reader))
    assert pages["Contents"] == 2
    first_paper = min(page for title, page in pages.items() if title not in ("Cover", "Contents"))
    assert first_paper == 3
