"""What the patient wrote instead of a file: pages of its own in the packet, as it was written."""

import pytest

from tests.makers import made
from tests.packet.desk import CONTENT, Desk, outline, squeezed

MEDICINES = "Metformin 500 mg, twice a day\n  Ibuprofen, when it hurts\n\nAllergic to penicillin <b>#panic()"
OWN = CONTENT.wording.words["packet"]["own_words"]


async def test_a_packet_without_own_words_is_as_it_was(desk: Desk) -> None:
    desk.keep(made.a_pdf(2), "one.pdf")
    packet = await desk.build()
    assert outline(packet.reader) == [("Cover", 1), ("Contents", 2), *[("Pathology report", 3)] * 2]
    assert not [text for text in packet.texts if OWN in text]


async def test_own_words_have_pages_of_their_own_after_the_contents_as_they_were_written(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "plan.pdf", "treatment_plan", date="2026-03-12")
    desk.case = desk.case.in_own_words("medications", MEDICINES, "2026-11-13").in_own_words(
        "staging", "Stage two, I was told. Стадия II.", "2026-11-10"
    )
    packet = await desk.build()
    assert outline(packet.reader) == [
        *(("Cover", 1), ("Contents", 2), (OWN, 3)),
        *(("Treatment plan", 4), ("Treatment plan, March 12, 2026", 4)),
    ]
    contents, page = packet.texts[1], packet.texts[2]
    assert OWN in contents
    assert "Medicines and health list 3" in contents
    assert "Staging information 3" in contents
    assert "Treatment plan 4 March 12, 2026" in contents
    assert page.index("Staging information") < page.index("Medicines and health list")
    for words in (
        *("Metformin 500 mg, twice a day", "Allergic to penicillin <b>#panic()", "Стадия II"),
        *("November 13, 2026", "November 10, 2026", CONTENT.wording.words["packet"]["own_words_note"]),
    ):
        assert words in page
    lines = [squeezed(line) for line in packet.reader.pages[2].extract_text().splitlines()]
    assert "Ibuprofen, when it hurts" in lines
    assert "Metformin 500 mg, twice a day" in lines


async def test_long_own_words_go_on_over_as_many_pages_as_they_need(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "plan.pdf", "treatment_plan")
    for record in ("staging", "treatment_plan", "medications"):
        desk.case = desk.case.in_own_words(record, "one thing after the other\n" * 110, "2026-11-13")
    packet = await desk.build()
    marks = dict(outline(packet.reader))
    assert sum(text.count("one thing after the other") for text in packet.texts) == 330
    contents = packet.texts[1]
    for record in ("Staging information", "Medicines and health list"):
        (page,) = [number for number, text in enumerate(packet.texts, 1) if record in text and "Written on" in text]
        assert f"{record} {page}" in contents
    plan = marks["Treatment plan"]
    assert packet.texts[plan - 1].startswith(f"{plan} / {packet.built.pages}")
    assert f"Treatment plan {plan}" in contents


async def test_a_packet_may_hold_nothing_but_own_words(desk: Desk) -> None:
    desk.case = desk.case.in_own_words("medications", MEDICINES, "2026-11-13")
    packet = await desk.build()
    assert outline(packet.reader) == [("Cover", 1), ("Contents", 2), (OWN, 3)]
    assert packet.built.pages == 3
    assert not packet.archives
    assert "In your own words" not in packet.texts[0]


@pytest.mark.parametrize("words", ["العربية עברית", "😀 漢字 ไทย", "\u202egpj.exe", "null \x00", "W" * 3000])
async def test_strange_characters_in_own_words_never_stop_the_packet(desk: Desk, words: str) -> None:
    desk.case = desk.case.in_own_words("medications", f"{words}\nAspirin", "2026-11-13")
    packet = await desk.build()
    assert "Aspirin" in " ".join(packet.texts)
