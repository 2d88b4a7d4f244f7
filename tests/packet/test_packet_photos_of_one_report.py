"""Photos that are one report together: in their order, under one title, each of them still named if it is missing."""

from tests.makers import made
from tests.packet.desk import Desk, outline


async def test_photos_of_one_report_stand_in_their_order_under_one_title(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "other.pdf", "pathology", date="2026-01-05")
    for part in ("first", "second", "third"):
        day = "2025-12-01" if part == "second" else ""
        desk.keep(made.a_photo(), "", "pathology", kind="jpeg", part_of=2, date=day)
    packet = await desk.build()
    title = "Pathology report, December 1, 2025"
    assert outline(packet.reader) == [
        *(("Cover", 1), ("Contents", 2), ("Pathology report", 3), (title, 4)),
        *((f"{title}, photo {number} of 3", 3 + number) for number in (1, 2, 3)),
        ("Pathology report, January 5, 2026", 7),
    ]
    front, divider = packet.texts[1:3]
    assert (front.count("December 1, 2025"), divider.count("December 1, 2025")) == (2, 1)
    assert "photo" not in front + divider
    assert "Pathology report 4 December 1, 2025" in front
    assert "December 1, 2025 Pathology report 4" in front
    stamps = [packet.texts[page].partition("7 · ")[2] for page in (3, 4, 5)]
    assert stamps == [f"Pathology report · photo {number} of 3" for number in (1, 2, 3)]
    assert packet.texts[6].startswith("7 / 7 · Pathology report Fictitious")


async def test_a_photo_of_a_report_that_cannot_be_packed_is_named_as_that_photo(desk: Desk) -> None:
    for number, data in enumerate((b"no photo", made.a_photo(), made.a_photo()), start=1):
        desk.keep(data, f"{number}.jpg", "pathology", kind="jpeg", part_of=1, date="2025-12-01")
    packet = await desk.build()
    title = "Pathology report, December 1, 2025"
    assert f"{title}, photo 1 of 3 — could not be opened" in packet.texts[0]
    assert "Pathology report 3 December 1, 2025" in packet.texts[1]


async def test_photos_without_a_day_are_called_what_they_are(desk: Desk) -> None:
    for _ in range(2):
        desk.keep(made.a_photo(), "IMG.jpg", "pathology", kind="jpeg", part_of=1)
    packet = await desk.build()
    assert "Pathology report 3" in packet.texts[1]
    assert "IMG.jpg" not in packet.texts[1]


async def test_photos_that_nobody_sorted_yet_are_called_by_their_number(desk: Desk) -> None:
    """Telegram's photos have no name, and "Files not sorted yet" is the heading above them."""
    for _ in range(2):
        desk.keep(made.a_photo(), "", "", kind="jpeg", part_of=1)
    desk.keep(made.a_pdf(), "letter.pdf", "")
    packet = await desk.build()
    assert [title for title, _ in outline(packet.reader)][3:] == [
        "2 photos",
        "2 photos, photo 1 of 2",
        "2 photos, photo 2 of 2",
        "letter.pdf",
    ]
