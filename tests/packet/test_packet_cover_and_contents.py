"""What a doctor with one hour opens: the cover, the contents, the timeline, and each record behind its divider."""

from dataclasses import replace

from dialogs.case.answer import Question
from dialogs.case.facts import Facts
from tests.makers import made
from tests.packet.desk import CONTENT, Desk, outline


async def test_the_cover_says_who_asks_what_and_what_is_missing(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    desk.case = replace(
        desk.case.answering("labs", "asked", "on Monday"),
        name="Alex Example",
        decision="An operation first, or medicines?",
        questions=(Question(text="What would change this advice?"), Question(example="trial")),
    )
    cover = (await desk.build()).texts[0]
    for words in (
        *("Alex Example", "November 14, 2026", "An operation first, or medicines?", "What would change this advice?"),
        *("Is there a clinical trial to ask about?", "To the doctor who gives the second opinion"),
        *("Biomarker or gene tests", "asked for: on Monday", "does not replace medical care"),
    ):
        assert words in cover


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
    assert texts[-1].startswith("5 / 5 · Ana Example")


async def test_without_a_name_the_cover_and_the_stamps_have_none(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    texts = (await desk.build()).texts
    assert texts[0].startswith("1 / 4 Records for a second opinion")
    assert texts[-1].startswith("4 / 4 Fictitious")


async def test_records_stand_in_the_order_of_the_guide_each_behind_its_divider(desk: Desk) -> None:
    desk.keep(made.a_pdf(2), "plan.pdf", "treatment_plan")
    desk.keep(made.a_pdf(1), "older.pdf", "pathology", date="2025-12-01")
    desk.keep(made.a_pdf(3), "newer.pdf", "pathology", date="2026-03-12")
    desk.keep(made.a_pdf(1), "stray.pdf", "")
    packet = await desk.build()
    assert outline(packet.reader) == [
        ("Cover", 1),
        *[("Pathology report", 4), ("Pathology report, December 1, 2025", 5), ("Pathology report, March 12, 2026", 6)],
        *[("Treatment plan", 9), ("plan.pdf", 10)],
        *[("Files not sorted yet", 12), ("stray.pdf", 13)],
    ]
    assert len(packet.reader.pages) == packet.built.pages == 13


async def test_the_contents_give_the_page_on_which_each_file_begins(desk: Desk) -> None:
    desk.keep(made.a_pdf(2), "one.pdf")
    desk.keep(made.a_pdf(2), "two.pdf", "labs")
    packet = await desk.build()
    pages = dict(outline(packet.reader))
    assert f"one.pdf {pages['one.pdf']}" in packet.texts[1]
    assert f"two.pdf {pages['two.pdf']}" in packet.texts[1]
    assert f"two.pdf {pages['two.pdf']}" in packet.texts[pages["Lab results"] - 1]


async def test_eighty_files_have_a_table_of_contents_of_several_pages_with_true_numbers(desk: Desk) -> None:
    for number in range(80):
        desk.keep(made.a_pdf(), f"file {number}.pdf", "labs" if number % 2 else "pathology")
    packet = await desk.build()
    contents = " ".join(packet.texts[:6])
    for title, page in outline(packet.reader):
        if title.startswith("file"):
            assert f"{title} {page}" in contents
            assert packet.texts[page - 1].startswith(f"{page} / {packet.built.pages} Fictitious")


async def test_the_timeline_has_only_dates_that_the_patient_confirmed(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "late.pdf", "labs", date="2026-03-12")
    desk.keep(made.a_pdf(), "early.pdf", "visit_notes", date="2025-12-01")
    desk.keep(made.a_pdf(), "undated.pdf", "pathology")
    timeline = (await desk.build()).texts[2]
    assert timeline.index("December 1, 2025") < timeline.index("March 12, 2026")
    assert "undated" not in timeline


async def test_without_dates_there_is_no_timeline(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    assert not [text for text in (await desk.build()).texts if "Timeline" in text]
