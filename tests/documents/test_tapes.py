"""Archives as other computers than Windows make them: the same papers, and the same dangers, as in a ZIP."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
from typing import Literal

import pytest

from bot.kinds.findings import Finding
from bot.kinds.kinds import kinds_of
from tests.documents.containing import found, names, taken
from tests.makers import containers, discs, made, records

PAPERS = {
    "reports/page 10.pdf": made.a_pdf(),
    "reports/page 2.pdf": made.a_pdf(2),
    "note.txt": b"A fictitious note",
    "reports/._page 2.pdf": b"\0\5\x16\7Mac",
    "run.exe": b"MZ\x90\x00program",
}


def with_members(*members: tarfile.TarInfo) -> bytes:
    """An archive of one note and these."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        note = tarfile.TarInfo("note.txt")
        note.size = 17
        archive.addfile(note, io.BytesIO(b"A fictitious note"))
        for each in members:
            archive.addfile(each)
    return out.getvalue()


def a_member(name: str, kind: bytes, link: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    return member


@pytest.mark.parametrize("packed", ["w", "w:gz", "w:bz2"])
def test_it_gives_its_papers_as_people_count_them(packed: Literal["w", "w:gz", "w:bz2"]) -> None:
    content = containers.a_tape_archive(PAPERS, packed)
    assert (found(content).state, found(content).kind) == ("opened", "tar")
    assert names(content) == ["note.txt", "page 2.pdf", "page 10.pdf"]
    assert taken(content, "page 2.pdf") == made.a_pdf(2)
    assert found(content).contents.others == ("run.exe",)


@pytest.mark.parametrize(
    "name", ["MZ.pdf", "%PDF-1.7", "GIF89a.gif", "PK\x03\x04", "BM.pdf", "../../etc/passwd.txt", "/srv/x.txt"]
)
def test_what_its_first_file_is_called_tells_nothing_and_leads_nowhere(name: str) -> None:
    content = containers.a_tape_archive({name: b"a note", "b.txt": b"another note"})
    assert found(content).kind == "tar"
    assert names(content) == sorted((name.rpartition("/")[2], "b.txt"), key=str.casefold) or len(names(content)) == 2
    assert all("/" not in each and ".." not in each for each in names(content))


def test_links_and_devices_are_not_followed() -> None:
    members = [
        a_member("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
        a_member("hard.txt", tarfile.LNKTYPE, "note.txt"),
        a_member("disk", tarfile.BLKTYPE),
        a_member("terminal", tarfile.CHRTYPE),
        a_member("pipe", tarfile.FIFOTYPE),
        a_member("folder", tarfile.DIRTYPE),
    ]
    assert names(with_members(*members)) == ["note.txt"]


def test_one_within_an_email_or_a_zip_is_opened_too() -> None:
    tape = containers.a_tape_archive({"scan.pdf": made.a_pdf()}, "w:gz")
    assert names(made.zipped({"reports.tar.gz": tape})) == ["scan.pdf"]
    mail = containers.an_email(attached={"reports.tgz": tape})
    assert taken(mail, "scan.pdf") == made.a_pdf()
    assert names(containers.a_tape_archive({"in.zip": made.zipped({"scan.pdf": made.a_pdf()})})) == ["scan.pdf"]


def test_a_file_that_was_packed_alone_comes_by_its_name() -> None:
    out = io.BytesIO()
    with gzip.GzipFile("report.pdf", "wb", fileobj=out) as file:
        file.write(made.a_pdf())
    assert taken(out.getvalue(), "report.pdf") == made.a_pdf()
    assert taken(bz2.compress(made.a_pdf()), "file") == made.a_pdf()
    assert names(gzip.compress(records.a_line_each())) == ["file"]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (gzip.compress(bytes(30 << 20)), Finding("over_limit", "tar")),
        (bz2.compress(bytes(30 << 20)), Finding("over_limit", "tar")),
        (gzip.compress(made.a_pdf())[:-9], Finding("unreadable", "tar")),
        (gzip.compress(b"MZ\x90\x00program"), Finding("unknown_kind", "archive")),
        (containers.a_tape_archive({}), Finding("unknown_kind", "archive")),
        (containers.a_tape_archive({"a.pdf": made.a_pdf()}, "w:xz"), Finding("unknown_kind", "archive")),
        (b"7z\xbc\xaf\x27\x1c\0\4" + bytes(90), Finding("unknown_kind", "archive")),
        (b"Rar!\x1a\x07\1\0" + bytes(90), Finding("unknown_kind", "archive")),
    ],
    ids=["bomb", "bomb too", "cut off", "a program", "empty", "packed otherwise", "7z", "RAR"],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(content: bytes, finding: Finding) -> None:
    if content == containers.a_tape_archive({}):
        content = with_members().replace(b"A fictitious note", b"MZ\x90\0program \0\0\0\0")
    assert found(content) == finding


def test_a_file_that_claims_to_be_huge_is_not_waited_for() -> None:
    huge = a_member("huge.pdf", tarfile.REGTYPE)
    huge.size = 8 << 30
    assert found(with_members(huge)).state in ("over_limit", "unreadable")


def test_one_that_is_cut_off_or_damaged_is_not_taken_for_whole() -> None:
    content = containers.a_tape_archive({"a.txt": b"a note", "b.pdf": made.a_pdf(9) + bytes(20_000)})
    assert found(content[: len(content) - 20_000]) == Finding("unreadable", "tar")
    assert found(content.replace(b"b.pdf", b"c.pdf")) == Finding("unreadable", "tar")


def test_a_disc_of_images_is_no_paper_for_each_image() -> None:
    images = {f"IMAGES/IM{number}": discs.a_dicom() for number in range(4)}
    assert found(containers.a_tape_archive(images)) == Finding("unknown_kind", "archive")
    assert names(containers.a_tape_archive({"one.dcm": discs.a_dicom()})) == ["one.dcm"]


def test_a_text_that_begins_like_a_bitmap_is_a_text() -> None:
    assert "text" in kinds_of(b"BMI: 23.4, a fictitious value of nobody")
    assert kinds_of(made.a_bmp()) == ("bmp",)
