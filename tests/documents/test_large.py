"""A file that is lent to its child, and not handed over: only the parts that are asked for are read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.child import lending
from bot.child.borrowing import borrowed
from bot.child.child import run_child
from bot.child.lending import Loan
from bot.documents import large_examination
from bot.documents.inspection import Verdict, inspect_large
from bot.kinds import disc, every, strict_xml
from bot.vault import Tampered
from dialogs.case.facts import Facts, Study
from tests.documents.conftest import looks_here
from tests.makers import discs, made, records


class Book:
    """A file that can be lent, and remembers how much of it was read."""

    def __init__(self, content: bytes, torn_at: int = -1) -> None:
        self.content, self.torn_at, self.was_read = content, torn_at, 0

    @property
    def size(self) -> int:
        return len(self.content)

    def read(self, at: int, length: int) -> bytes:
        if 0 <= self.torn_at < at + length:
            raise Tampered("torn")
        self.was_read += length
        return self.content[at : at + length]

    @contextmanager
    def lend(self) -> Iterator[Book]:
        yield self


@pytest.fixture
def looked_at_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process, as the child does it, over a real loan."""
    looks_here(monkeypatch, large_examination)


async def look(content: bytes) -> Verdict:
    return await inspect_large(Book(content).lend)


def with_pixels(images: int, size: int) -> bytes:
    """A disc whose files are mostly pixels, with what discs have beside their images."""
    image = discs.a_dicom()
    files = {f"DICOM/{number:04}": image + bytes(size) for number in range(images)}
    extras = {"DICOMDIR": discs.a_dicomdir(), "AUTORUN.INF": b"[autorun]", "VIEWER/VIEWER.EXE": b"MZ" + bytes(size)}
    return made.zipped({**files, **extras}, method=0)


@pytest.mark.usefixtures("looked_at_here")
async def test_of_a_disc_only_the_beginnings_of_its_files_are_read() -> None:
    book = Book(with_pixels(20, 1 << 20))
    verdict = await inspect_large(book.lend)
    assert (verdict.state, verdict.kind) == ("readable", "dicom_zip")
    assert verdict.facts.studies == (Study("CT", "2026-03-12", 1, 20),)
    assert verdict.facts.other_folders == ("VIEWER",)
    assert verdict.facts.not_images == 2
    assert book.was_read < book.size / 4


@pytest.mark.usefixtures("looked_at_here")
async def test_it_is_told_as_if_it_had_been_read_whole() -> None:
    whole = Facts(
        patient="Doe, Jane",
        born="1970-01-01",
        studies=(Study("CT", "2026-03-12", 2, 3), Study("CT/PT", "2026-04-02", 3, 2)),
        not_images=2,
    )
    assert (await look(discs.a_disc())).facts == whole


@pytest.mark.usefixtures("looked_at_here")
async def test_a_heading_that_is_longer_than_most_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disc, "FIRST_BYTES", 200)
    assert (await look(discs.a_disc())).facts.studies[0] == Study("CT", "2026-03-12", 2, 3)


@pytest.mark.usefixtures("looked_at_here")
async def test_a_report_on_a_disc_is_found() -> None:
    assert "papers" in (await look(discs.a_disc({"REPORT.PDF": made.a_pdf()}))).remarks


@pytest.mark.usefixtures("looked_at_here")
async def test_one_image_of_many_frames_is_one_study() -> None:
    verdict = await look(discs.a_dicom())
    assert (verdict.kind, verdict.facts.studies) == ("dicom", (Study("CT", "2026-03-12", 1, 1),))
    assert (await look(discs.a_dicom()[:-300])).state == "unreadable"


@pytest.mark.usefixtures("looked_at_here")
async def test_what_a_watch_measured_in_many_years_is_summed_up_while_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(every, "MOST_IN_MEMORY", 1000)
    export = records.an_apple_export(5_000)
    monkeypatch.setattr(strict_xml, "TELEGRAM_LIMIT", len(export) // 10)
    verdict = await look(export)
    assert (verdict.state, verdict.kind) == ("readable", "apple_health")
    assert (verdict.pages, verdict.facts.born) == (1, records.BORN)
    assert "lost_measures" in verdict.remarks
    assert (await look(export[:-40])).state == "unreadable", "a download that was cut off"


@pytest.mark.usefixtures("looked_at_here")
@pytest.mark.parametrize(
    ("content", "state", "kind"),
    [
        (discs.a_zip_of_many(6), "over_limit", "zip"),
        (discs.with_a_false_size(discs.a_zip(), 2**31), "over_limit", "zip"),
        (discs.a_disc()[:-40], "unreadable", "zip"),
    ],
)
async def test_what_no_disc_would_be_ends_in_a_verdict(
    content: bytes, state: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disc, "MOST_FILES", 5)
    assert ((await look(content)).state, (await look(content)).kind) == (state, kind)


@pytest.mark.usefixtures("looked_at_here")
async def test_another_kind_is_read_into_memory_if_it_is_not_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = made.a_pdf(pages=2)
    assert (await look(pdf)).pages == 2
    monkeypatch.setattr(every, "MOST_IN_MEMORY", len(pdf) - 1)
    assert ((await look(pdf)).state, (await look(pdf)).kind) == ("over_limit", "pdf")
    assert (await look(bytes(2 * len(pdf)))).state == "unknown_kind"
    archive = made.zipped({"report.pdf": pdf, "more.pdf": pdf}, method=0)
    assert ((await look(archive)).state, (await look(archive)).kind) == ("over_limit", "zip")
    monkeypatch.setattr(every, "MOST_IN_MEMORY", len(archive))
    assert (await look(archive)).state == "opened"


@pytest.mark.usefixtures("looked_at_here")
async def test_a_file_that_was_changed_in_the_vault_is_no_fault_of_the_patients() -> None:
    content = discs.a_disc()
    with pytest.raises(Tampered):
        await inspect_large(Book(content, torn_at=len(content) // 2).lend)


async def test_a_confined_child_reads_what_it_is_lent_and_reaches_nothing_else() -> None:
    verdict = await look(with_pixels(30, 100_000))
    assert verdict.facts.studies == (Study("CT", "2026-03-12", 1, 30),)
    assert verdict.facts.patient == "Doe, Jane"


async def test_a_loan_ends_with_its_child_whatever_that_asked_for() -> None:
    book = Book(b"x" * 3_000_000)
    loan = Loan(lambda _: book.lend())
    answer = await run_child("tests.documents.misbehaviour", [b"wait_for_ever\n"], seconds=0.5, loan=loan)
    assert answer.outcome == "timed_out"
    loan.close()


def test_pieces_are_put_together_as_they_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book(hashlib.sha256(b"seed").digest() * 100_000)
    loan = Loan(lambda _: book.lend())
    file = borrowed(loan.descriptor, 0, book.size)
    assert file.read(book.size) == book.content
    file.seek(-40, io.SEEK_END)
    assert file.read() == book.content[-40:]
    assert file.seek(7) == 7
    assert file.read(100) == book.content[7:107]
    loan.close()


def test_more_than_a_child_may_ask_for_ends_the_loan() -> None:
    import os

    loan = Loan(lambda _: Book(bytes(10)).lend())
    os.write(loan.descriptor, lending.QUESTION.pack(0, 0, lending.MOST_AT_ONCE + 1))
    assert os.read(loan.descriptor, 10) == b""
    loan.close()
