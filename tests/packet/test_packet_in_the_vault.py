"""What is kept of a packet: the originals byte for byte, nothing readable on the disk, and nothing left over."""

import hashlib

from bot.packet.pieces import FIRST_PIECE
from tests.makers import made
from tests.packet.desk import CASE_ID, Desk


async def test_originals_lie_byte_for_byte_in_the_archive_with_their_digests(desk: Desk) -> None:
    files = {"a.pdf": made.a_pdf(2), "b.jpg": made.a_photo(), "../../etc/passwd": b"text", "a.pdf ": made.a_png()}
    for (name, data), kind in zip(files.items(), ("pdf", "jpeg", "text", "png"), strict=True):
        desk.keep(data, name, "", kind=kind)
    originals = (await desk.build()).originals
    listed = originals.pop("list.txt").decode()
    assert originals.pop("records-fhir.json")
    assert list(originals) == [
        *("undated .. .. etc passwd.txt", "undated a.pdf", "undated a.png", "undated b.jpg"),
    ]
    assert {*originals.values()} == {*files.values()}
    for name, data in originals.items():
        assert f"{hashlib.sha256(data).hexdigest()}  {name}" in listed


async def test_nothing_readable_of_it_lies_on_the_disk_and_every_piece_has_its_own_number(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    done = await desk.do()
    assert [piece.kind for piece in done.made] == ["pdf", "zip"]
    assert all(piece.document > FIRST_PIECE for piece in done.made)
    assert not list(desk.folder.rglob("*.part"))
    for file in desk.folder.rglob("*"):
        assert not file.is_file() or b"%PDF" not in file.read_bytes()


async def test_what_a_killed_attempt_left_is_erased_by_the_next(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    with desk.vault.receive(CASE_ID, desk.key, FIRST_PIECE + 1_007) as deposit:
        deposit.seal()
        deposit.keep()
    done = await desk.do(attempts=1)
    lying = {number for _, number in desk.vault.contents()}
    assert lying == {1, *(piece.document for piece in done.made)}


async def test_a_case_that_was_deleted_has_no_packet(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    await desk.do()
    desk.vault.erase_case(CASE_ID)
    from bot.storage import cases
    from bot.storage.cases import StoredCase
    from bot.storage.work import Task

    await desk.writer.run(cases.forget, StoredCase(CASE_ID, 1, desk.key, desk.case, 0))
    done = await desk.building.build(Task(1, CASE_ID, "packet", "1", "", 0))
    assert done.event is None
    assert not done.made
    assert list(desk.vault.contents()) == []
