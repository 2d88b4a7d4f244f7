"""A packet for a mailbox: parts below the size that was chosen, each of them a whole PDF that says which part it is."""

from dataclasses import replace

from tests.makers import made, packed
from tests.packet.desk import Desk

TEN = 10_000_000


async def test_parts_stay_below_the_size_and_say_which_they_are(desk: Desk) -> None:
    desk.case = replace(desk.case, part_megabytes=10, name="Alex Example")
    for number in range(4):
        desk.keep(packed.a_pdf_of_size(4), f"scan {number}.pdf", title=f"scan {number}")
    packet = await desk.build()
    assert [piece.of for piece in packet.built.pieces if piece.kind == "pages"] == [2, 2]
    assert all(len(part) < TEN for part in packet.parts)
    for number, reader in enumerate(packet.readers, start=1):
        assert f"Part {number} of 2" in reader.pages[0].extract_text()
        for place, page in enumerate(reader.pages, start=1):
            stamp = " ".join(page.extract_text().split())
            assert stamp.startswith(f"{place} / {len(reader.pages)} · Alex Example · Part {number} of 2")


async def test_the_first_part_has_the_contents_of_all_and_the_others_a_short_cover(desk: Desk) -> None:
    desk.case = replace(desk.case, part_megabytes=10)
    for number in range(4):
        desk.keep(packed.a_pdf_of_size(4), title=f"scan {number}")
    packet = await desk.build()
    first, second = packet.readers
    contents = " ".join(first.pages[1].extract_text().split())
    for number, where in enumerate(["part 1, page 3", "part 1, page 4", "part 2, page 2", "part 2, page 3"]):
        assert f"scan {number} {where}" in contents
    assert len(second.pages) == 1 + 2
    assert "goes on where the one before it ends" in second.pages[0].extract_text()


async def test_a_file_larger_than_a_part_goes_on_in_the_next(desk: Desk) -> None:
    desk.case = replace(desk.case, part_megabytes=10)
    desk.keep(packed.a_pdf_of_size(18, pages=6), "large.pdf")
    packet = await desk.build()
    assert not packet.built.left_out
    assert all(len(part) < TEN for part in packet.parts)
    pages = [len(reader.pages) - (2 if number == 0 else 1) for number, reader in enumerate(packet.readers)]
    assert pages == [2, 2, 2]


async def test_a_page_larger_than_a_part_is_named_as_left_out(desk: Desk) -> None:
    desk.case = replace(desk.case, part_megabytes=10)
    large = desk.keep(packed.a_pdf_of_size(12), "poster.pdf")
    desk.keep(made.a_pdf(), "small.pdf")
    packet = await desk.build()
    assert [(each.document, each.reason) for each in packet.built.left_out] == [(large.number, "too_large")]
    assert "Pathology report (1) — one page is larger than a part can be" in packet.texts[0]
    assert len(packet.parts) == 1


async def test_archives_stay_below_what_telegram_takes(desk: Desk) -> None:
    for number in range(3):
        desk.keep(packed.a_pdf_of_size(19), f"{number}.pdf")
    packet = await desk.build()
    assert len(packet.archives) == 2
    assert all(len(archive) < 50_000_000 for archive in packet.archives)
    assert sorted(name for name in packet.originals if name not in ("list.txt", "records-fhir.json")) == [
        f"undated Pathology report ({number}).pdf" for number in (1, 2, 3)
    ]
