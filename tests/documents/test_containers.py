"""What lies in an archive or a saved page: its papers, in their order, and nothing that is none."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest

from bot.kinds import apple_health
from bot.kinds.blocks import sections
from bot.kinds.containers.entries import Shut
from bot.kinds.containers.listing import contents_of, taken_out
from bot.kinds.findings import Finding
from bot.kinds.kinds import Kind
from dialogs.receiving.sent import TELEGRAM_LIMIT
from tests.documents.containing import found, names, taken
from tests.documents.manuscripts import contents
from tests.makers import containers, discs, made, outlook, records, scans, signed, traps, winmail
from tests.makers.made import zipped


def test_an_archive_gives_its_papers_as_people_count_them_and_nothing_a_computer_left_there() -> None:
    content = containers.a_zip_of_papers()
    assert found(content).state == "opened"
    assert names(content) == ["letter.docx", "note.txt", "photo.jpg", "page 2.pdf", "page 10.pdf"]
    assert found(content).contents.other_files == 0
    assert taken(content, "note.txt") == b"A fictitious note"
    assert taken(content, "page 10.pdf") == made.a_pdf()


def test_a_portal_s_export_gives_its_documents_without_its_furniture() -> None:
    assert names(containers.a_portal_export()) == ["DOC0001.PDF", "SCAN0001.JPG"]


def test_a_phone_s_export_gives_its_records_as_one_paper_and_counts_what_was_measured() -> None:
    content = containers.a_phone_s_export()
    assert names(content) == ["clinical-records.ndjson", "export.xml"]
    assert found(content).contents.other_files == 41
    lines = taken(content, "clinical-records.ndjson").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"{number}" for number in range(12)]


def test_of_years_with_a_watch_the_summary_is_taken_without_its_single_values() -> None:
    export = records.an_apple_export(190_000)
    assert len(export) > TELEGRAM_LIMIT
    content = zipped({"apple_health_export/export.xml": export})
    assert names(content) == ["export.xml"]
    summed_up = taken(content, "export.xml")
    assert len(summed_up) < 10_000
    said = "\n".join(sections(contents(apple_health.read, summed_up).blocks))
    assert "Heart Rate | 190000 | 2026-03-01 – 2026-03-28" in said
    assert "Lab Result Record | Fictitious Clinic" in said


@pytest.mark.parametrize("name", ["METADATA.XML", "INDEX.HTM", "style.css", ".DS_Store", "Thumbs.db", "._x"])
def test_a_name_alone_makes_nothing_furniture(name: str) -> None:
    content = containers.a_portal_export({f"IHE_XDM/SUBSET01/{name}": made.a_pdf(), "__MACOSX/a.pdf": made.a_pdf()})
    assert len(names(content)) == 2


def test_what_is_no_paper_is_counted_and_named() -> None:
    more = {f"{number}.exe": b"MZ\x90\x00program" for number in range(5)} | {"empty.txt": b"", "a.ttf": b"\0\1\0\0\0"}
    contents = found(containers.a_zip_of_papers(more)).contents
    assert (len(contents.enclosed), len(contents.others), contents.other_files) == (5, 3, 6)


def test_one_archive_within_another_is_opened_and_no_deeper() -> None:
    deeper = zipped({"too deep.pdf": made.a_pdf()})
    inner = zipped({"a.pdf": made.a_pdf(2), "deeper.zip": deeper})
    content = zipped({"inner.zip": inner, "z.txt": b"a note"})
    assert names(content) == ["a.pdf", "deeper.zip", "z.txt"]
    assert taken(content, "a.pdf") == made.a_pdf(2)
    assert taken(content, "deeper.zip") == deeper


def test_an_email_in_an_archive_is_opened_too() -> None:
    content = zipped({"mail.eml": containers.an_email(attached={"scan.pdf": made.a_pdf()})})
    assert names(content) == ["Your report.txt", "scan.pdf"]
    assert taken(content, "scan.pdf") == made.a_pdf()


@pytest.mark.parametrize("kind", ["disc.zip", "letter.docx"])
def test_what_is_an_archive_only_in_its_form_stays_whole(kind: str) -> None:
    inside = {"disc.zip": discs.a_disc(), "letter.docx": made.a_word_file()}[kind]
    assert found(inside).state == "readable"
    assert names(zipped({kind: inside})) == [kind]


def test_a_name_that_leaves_the_folder_is_a_label_and_never_a_way() -> None:
    crooked = ("../../etc/passwd.txt", "/srv/x.txt", "C:\\x\\y.txt", "a\\..\\b.txt", "\u202efdp.txt", "x" * 60_000)
    content = zipped({name: b"a note of %d" % number for number, name in enumerate(crooked)})
    assert set(names(content)) == {"passwd.txt", "x.txt", "y.txt", "b.txt", "fdp.txt", "x" * 63 + "…"}


def test_a_link_in_an_archive_is_not_followed() -> None:
    assert names(zipped({"a.txt": b"a note"})) == ["a.txt"]
    file = io.BytesIO(zipped({"a.txt": b"a note"}))
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert names(file.getvalue()) == ["a.txt"]


def test_a_name_in_utf_8_that_does_not_say_so_is_read() -> None:
    content = bytearray(zipped({"Röntgen.txt": b"a note"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        content[place + at : place + at + 2] = b"\0\0"
    assert names(bytes(content)) == ["Röntgen.txt"]


def test_one_damaged_file_among_good_ones_costs_only_itself() -> None:
    content = containers.with_damaged(containers.a_zip_of_papers(), "photo.jpg")
    assert len(names(content)) == 5
    assert taken(content, "note.txt")
    with pytest.raises(Shut) as shut:
        taken(content, "photo.jpg")
    assert shut.value.state == "unreadable"


def test_a_locked_archive_is_told_so_and_one_locked_file_costs_only_itself() -> None:
    assert found(discs.with_every_file_locked(discs.a_zip())) == Finding("unknown_kind", "zip_locked")
    content = containers.a_mixed_lock()
    assert set(names(content)) == {"locked.pdf", "free.pdf"}
    assert taken(content, "free.pdf") == made.a_pdf()
    with pytest.raises(Shut) as shut:
        taken(content, "locked.pdf")
    assert (shut.value.state, shut.value.kind) == ("unknown_kind", "zip_locked")


@pytest.mark.parametrize("method", [1, 6, 9, 97], ids=["shrunk", "imploded", "deflated 64", "WavPack"])
def test_an_archive_packed_in_a_way_that_nobody_here_knows_is_told_of_once(method: int) -> None:
    papers = {"a.pdf": made.a_pdf(), "b.pdf": made.a_pdf(2)}
    old = containers.packed_as(method, zipped(papers))
    assert found(old) == Finding("unknown_kind", "archive")
    mixed = containers.packed_as(method, zipped(papers), "a.pdf")
    assert taken(mixed, "b.pdf") == papers["b.pdf"]
    with pytest.raises(Shut) as shut:
        taken(mixed, "a.pdf")
    assert (shut.value.state, shut.value.kind) == ("unknown_kind", "archive")


@pytest.mark.parametrize(
    ("make", "finding"),
    [
        (containers.a_nested_bomb, Finding("over_limit", "zip")),
        (traps.a_zip_bomb, Finding("over_limit", "zip")),
        (lambda: zipped({"a.exe": b"MZ\x90\x00"}), Finding("unknown_kind", "zip")),
        (lambda: zipped({}), Finding("unknown_kind", "zip")),
        (lambda: b"Rar!\x1a\x07\x01\x00", Finding("unknown_kind", "archive")),
        (lambda: b"PK\x07\x08" + made.a_pdf(), Finding("unknown_kind", "archive")),
        (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(40), Finding("unknown_kind", "archive")),
        (lambda: containers.an_email(words=""), Finding("unknown_kind", "mail")),
        (lambda: containers.a_saved_page().replace(b"text/html", b"text/none"), Finding("unknown_kind", "web_page")),
        (lambda: outlook.an_outlook_message(), Finding("unknown_kind", "mail")),
        (lambda: outlook.a_compound_file({"WordDocument": b"x"}), Finding("unknown_kind", "office")),
    ],
)
def test_what_gives_nothing_ends_in_one_verdict(make: Callable[[], bytes], finding: Finding) -> None:
    assert found(make()) == finding


def test_of_more_papers_than_one_case_may_hold_the_first_are_taken_and_the_others_counted() -> None:
    contents = found(containers.a_zip_of(310)).contents
    assert (len(contents.enclosed), contents.beyond) == (300, 10)


def test_a_saved_page_gives_the_page_alone() -> None:
    content = containers.a_saved_page()
    assert (found(content).kind, names(content)) == ("mht", ["Results.html"])
    assert taken(content, "Results.html").startswith(b"\xef\xbb\xbf<!DOCTYPE html>")


def test_a_report_in_a_frame_of_a_saved_page_is_a_paper_and_a_counter_is_none() -> None:
    report = f"<p>CT CHEST. {containers.WORDS}</p>" * 4
    content = containers.a_saved_page("Portal", "<p>You are visitor 4,711</p>", report)
    assert names(content) == ["Results.html", "Results (2).html"]
    assert b"CT CHEST" in taken(content, "Results (2).html")


def test_the_frames_of_a_saved_page_are_papers_where_they_say_something() -> None:
    files = {
        "Results.html": containers.a_saved_page().partition(b"\n\n--x")[2].partition(b"\n\n")[2],
        "Results_files/saved_resource.html": b"<html><body><p>Visitors: 3</p></body></html>",
        "Results_files/report.html": f"<html><body>CT CHEST {'stable nodule ' * 40}</body></html>".encode(),
    }
    assert names(made.zipped(files)) == ["Results.html", "report.html"]


KINDS: list[tuple[Kind, Callable[[], bytes]]] = [
    ("zip", containers.a_zip_of_papers),
    ("mail", lambda: containers.an_email(attached={"a.pdf": made.a_pdf()})),
    ("mht", containers.a_saved_page),
    ("outlook", lambda: outlook.an_outlook_message(containers.WORDS, {"a.pdf": made.a_pdf()})),
    ("tnef", lambda: winmail.a_winmail(containers.WORDS, {"a.pdf": made.a_pdf()})),
    ("signed", lambda: signed.signed(made.a_pdf(), 100)),
    ("tar", lambda: containers.a_tape_archive({"a.pdf": made.a_pdf(), "b.txt": b"A fictitious note"})),
    ("tar", lambda: containers.a_tape_archive({"a.pdf": made.a_pdf(), "b.txt": b"A fictitious note"}, "w:gz")),
    ("portfolio", lambda: scans.a_portfolio({"a.pdf": made.a_pdf(), "b.pdf": made.a_pdf(2)})),
]


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_every_container_gives_what_it_lists_and_nothing_else(kind: Kind, make: Callable[[], bytes]) -> None:
    content = make()
    for each in contents_of(content, kind).enclosed:
        assert taken_out(content, kind, each.place)
    for place in ("999", "", "0.0.0", "x"):
        with pytest.raises(KeyError):
            taken_out(content, kind, place)


@pytest.mark.parametrize(("kind", "make"), KINDS)
def test_a_cut_or_changed_container_ends_in_a_verdict(kind: Kind, make: Callable[[], bytes]) -> None:
    content = make()
    for part in range(1, 12):
        end = len(content) * part // 12
        changed = bytearray(content)
        changed[end] ^= 0x55
        for bent in (content[:end], bytes(changed)):
            assert found(bent).state in ("opened", "unreadable", "unknown_kind", "over_limit", "readable")
