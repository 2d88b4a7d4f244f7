"""A disc that does not go through memory: its papers are pages, and all of it stands beside the packet."""

from __future__ import annotations

import pytest

from bot.child import lending
from bot.packet import building
from bot.packet.building import Building
from bot.papers.papers import Paper
from bot.storage import cases
from dialogs.case.facts import Facts, Study
from dialogs.receiving.custody_events import FilesDamaged
from tests.lying import folder_of
from tests.makers import discs, made
from tests.packet.desk import CASE_ID, CONTENT, Desk

DISC = discs.a_disc({"REPORT.PDF": made.a_printed_pdf("The report on the disc")})
FACTS = Facts(studies=(Study("CT", "2026-03-12", 2, 3),))


@pytest.fixture(autouse=True)
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the discs of these tests had gigabytes."""
    monkeypatch.setattr(lending, "LARGE", len(DISC) - 1)


def with_a_disc(desk: Desk) -> None:
    desk.keep(made.a_printed_pdf("The first report"), kind="pdf")
    desk.keep(DISC, "disc.zip", "imaging_files", kind="dicom_zip", pages=0, facts=FACTS)


async def test_the_report_on_it_is_a_page_and_the_disc_is_among_the_originals(desk: Desk) -> None:
    with_a_disc(desk)
    packet = await desk.build()
    assert packet.built.left_out == ()
    assert any("The report on the disc" in text for text in packet.texts)
    assert DISC in packet.originals.values()


async def test_a_disc_that_cannot_be_read_any_more_is_told_and_the_packet_is_built_without_it(desk: Desk) -> None:
    with_a_disc(desk)
    path = folder_of(desk.vault) / CASE_ID / "2.sealed"
    sealed = bytearray(path.read_bytes())
    sealed[-20] ^= 1
    path.write_bytes(bytes(sealed))
    packet = await desk.build()
    assert [each.document for each in packet.built.left_out] == [2]
    assert any(isinstance(event, FilesDamaged) and event.documents == (2,) for event in desk.progress)


async def test_originals_go_into_as_few_archives_as_may_be_sent(desk: Desk) -> None:
    for _ in range(3):
        desk.keep(DISC, "disc.zip", "imaging_files", kind="dicom_zip", pages=0, facts=FACTS)
    desk.building._largest = 2 * len(DISC)
    assert len((await desk.build()).archives) == 2
    desk.building._largest = 10 * len(DISC)
    assert len((await desk.build()).archives) == 1


async def test_what_is_too_large_to_be_sent_is_named_beside_the_others(desk: Desk) -> None:
    with_a_disc(desk)
    desk.building._largest = len(DISC) - 1
    packet = await desk.build()
    assert len(packet.archives) == 1
    assert DISC not in packet.originals.values()
    (disc,) = [each.name for each in desk.originals() if each.name.endswith(".zip")]
    assert f"{disc}: too large" in packet.originals[CONTENT.wording.words["packet"]["list_name"]].decode()


async def test_an_archive_of_gigabytes_is_sent_without_going_through_memory(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "IN_MEMORY", 1000)
    with_a_disc(desk)
    done = await desk.do()
    piece = done.made[-1]
    await desk.writer.run(cases.expect_document, CASE_ID, piece.document)
    await desk.writer.run(cases.keep_document, CASE_ID, piece.document, piece.size, piece.sha256, "zip", desk.now)
    (file,) = (await sent(desk.building, piece.document)).files
    assert callable(file.content)
    assert file.size == piece.size
    stored = b"".join(desk.vault.read(CASE_ID, desk.key, piece.document))
    assert file.content().read() == stored == file.content().read(), "anew for each try"


async def sent(building: Building, document: int) -> Paper:
    return await building.paper(1, {"document": document, "file_name": "originals.zip"})
