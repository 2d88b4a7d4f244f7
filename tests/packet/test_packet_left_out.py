"""What cannot be packed is named with its reason, and never stops the packet of all the rest."""

import pytest

from bot.packet.feeding import Damaged, Feeding
from bot.storage.cases import StoredCase
from dialogs.case.document import Document
from dialogs.receiving.custody_events import FilesDamaged
from tests.makers import discs, made, traps
from tests.packet.desk import CASE_ID, CONTENT, Desk

BAD = {
    "locked.pdf": (made.a_locked_pdf(), "locked", "locked with a password"),
    "broken.pdf": (made.a_broken_pdf(), "unreadable", "could not be opened"),
    "lost.pdf": (made.a_pdf_that_lost_a_page(), "unreadable", "could not be opened"),
    "endless.txt": (b"a line of many\n" * 40_000, "too_long", "too long to print as pages"),
    "bomb.png": (traps.a_pixel_bomb(), "too_much", "too much in it to open safely"),
}


async def test_a_file_that_cannot_be_packed_is_named_on_the_cover_with_the_reason(desk: Desk) -> None:
    desk.keep(made.a_pdf(), title="good")
    numbers = {name: desk.keep(data, name, title=name).number for name, (data, _, _) in BAD.items()}
    packet = await desk.build()
    assert {each.document: each.reason for each in packet.built.left_out} == {
        numbers[name]: reason for name, (_, reason, _) in BAD.items()
    }
    for number, (name, (_, _, words)) in enumerate(BAD.items()):
        assert (f"{name} — {words}" in packet.texts[0]) == (number < 4)
        assert f"{name} — {words}" in packet.texts[1]
        assert f"{name} not in the PDF; see page 1" in packet.texts[1]
    assert "and 1 more: page 2" in packet.texts[0]
    assert "good — " not in packet.texts[0]
    assert len(packet.reader.pages) == 3


async def test_every_reason_has_words() -> None:
    from bot.kinds.reasons import REASONS

    assert set(REASONS) <= set(CONTENT.wording.words["left_out"])


async def test_what_was_refused_when_it_came_is_named_too(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    refused = Document(9, "b", "film.avi", "labs", "unknown_kind")
    desk.case = desk.case.with_document(refused)
    assert "film.avi — a kind that cannot be saved" in (await desk.build()).texts[0]


async def test_scan_files_and_archives_are_in_the_contents_and_in_the_zip(desk: Desk) -> None:
    disc = discs.a_disc()
    desk.keep(disc, "disc.zip", "imaging_reports")
    desk.keep(bytes(128) + b"DICM" + bytes(500), "slice", "imaging_reports")
    packet = await desk.build()
    assert packet.texts[1].count("scan files or an archive: with the original files (ZIP)") == 2
    assert "disc.zip" not in packet.texts[0]
    assert {each.reason for each in packet.built.left_out} == {"disc"}
    assert packet.originals["undated Imaging report (1).zip"] == disc


async def test_a_file_that_ends_the_child_is_left_out_and_the_packet_is_built_without_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.packet.building.CHILD", "tests.packet.misbehaviour")
    desk.keep(made.a_pdf(), "good.pdf")
    crashing = desk.keep(b"%PDF- please crash", title="crash.pdf")
    hungry = desk.keep(b"%PDF- please take memory", "hungry.pdf")
    desk.keep(made.a_pdf(2), "better.pdf")
    packet = await desk.build()
    assert {each.document: each.reason for each in packet.built.left_out} == {
        crashing.number: "unreadable",
        hungry.number: "too_much",
    }
    assert "crash.pdf — could not be opened" in packet.texts[0]
    assert len(packet.reader.pages) == 2 + 3


async def test_a_child_that_falls_silent_at_a_file_is_ended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.packet.building.CHILD", "tests.packet.misbehaviour")
    monkeypatch.setattr("bot.packet.building.SILENCE", 4)
    desk.keep(made.a_pdf(), "good.pdf")
    silent = desk.keep(b"%PDF- please hang", "silent.pdf")
    packet = await desk.build()
    assert [(each.document, each.reason) for each in packet.built.left_out] == [(silent.number, "too_much")]


def test_a_file_that_takes_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.kinds.reasons import LeftOut
    from bot.packet import one_file

    monkeypatch.setattr(one_file, "SECONDS", 0.05)
    with pytest.raises(LeftOut, match="too_much"), one_file.each_file_ends():
        _computes_for_ever()


def _computes_for_ever() -> None:
    while True:
        pass


async def test_a_large_picture_is_packed_within_the_childs_memory(desk: Desk) -> None:
    desk.keep(traps.a_large_picture(), "large.png")
    assert not (await desk.build()).built.left_out


async def test_a_damaged_file_in_the_vault_is_left_out_and_told_as_lost(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    damaged = desk.keep(made.a_pdf(), "damaged.pdf")
    desk.keep(made.a_pdf(), "good.pdf")
    lying = desk.folder / "vault" / CASE_ID / f"{damaged.number}.sealed"
    data = bytearray(lying.read_bytes())
    data[100] ^= 1
    lying.write_bytes(data)
    packet = await desk.build()
    assert [each.document for each in packet.built.left_out] == [damaged.number]
    assert {each.documents for each in desk.progress if isinstance(each, FilesDamaged)} == {(damaged.number,)}
    (error,) = {record.getMessage() for record in caplog.records if record.levelname == "ERROR"}
    assert "1 kept files cannot be opened" in error
    assert [name for name in packet.originals if name.endswith(".pdf")] == ["undated Pathology report (2).pdf"]


async def test_a_file_that_is_gone_from_the_vault_does_not_stop_the_packet(desk: Desk) -> None:
    gone = desk.keep(made.a_pdf(), "gone.pdf")
    desk.keep(made.a_pdf(), "good.pdf")
    desk.vault.erase(CASE_ID, gone.number)
    assert [each.document for each in (await desk.build()).built.left_out] == [gone.number]


async def test_a_file_found_gone_meanwhile_is_never_passed_over_in_silence(desk: Desk) -> None:
    gone = desk.keep(made.a_pdf(), "gone.pdf")
    desk.keep(made.a_pdf(), "good.pdf")
    desk.vault.erase(CASE_ID, gone.number)
    feeding = Feeding(desk.vault, StoredCase(CASE_ID, 1, desk.key, desk.case, 0), desk.order(desk.case))
    frames = feeding.frames(-1)
    next(frames)  # the plan: both files are announced
    feeding.gone[0] = "unreadable"  # as the archive finds it, in another thread
    with pytest.raises(Damaged):
        next(frames)
