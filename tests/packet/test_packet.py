"""The packet: what a doctor with one hour opens. Bound by a real child, read back by pypdf."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from bot.packet.feeding import Damaged, Feeding
from bot.packet.pieces import FIRST_PIECE
from bot.storage.cases import StoredCase
from dialogs.case.answer import Question
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.receiving.custody_events import FilesDamaged
from tests.makers import discs, made, traps
from tests.packet.desk import CASE_ID, CONTENT, Desk, squeezed


def outline(reader: PdfReader) -> list[tuple[str, int]]:
    """Every line of the outline, in order: its title and the page it leads to, from 1."""

    def lines(level: list[Destination | list]) -> list[tuple[str, int]]:
        found = []
        for each in level:
            if isinstance(each, list):
                found += lines(each)
            else:
                number = reader.get_destination_page_number(each)
                assert each.title is not None
                assert number is not None
                found.append((each.title, number + 1))
        return found

    return lines(reader.outline)


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


async def test_eighty_files_have_a_table_of_contents_of_several_pages_with_true_numbers(desk: Desk) -> None:
    for number in range(80):
        desk.keep(made.a_pdf(), f"file {number}.pdf", "labs" if number % 2 else "pathology")
    packet = await desk.build()
    contents = " ".join(packet.texts[:6])
    for title, page in outline(packet.reader):
        if title.startswith("file"):
            assert f"{title} {page}" in contents
            assert packet.texts[page - 1].startswith(f"{page} / {packet.built.pages} Fictitious")


async def test_our_own_pages_are_tagged_titled_and_say_their_language(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    reader = (await desk.build()).reader
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title == "Records for a second opinion"
    tree = root["/StructTreeRoot"]
    own = {page.indirect_reference.idnum for page in reader.pages if "/StructParents" in page}
    assert len(own) == 3
    assert {reference.raw_get("/Pg").idnum for reference in _elements(tree) if "/Pg" in reference} <= own


def _elements(element: DictionaryObject) -> list[DictionaryObject]:
    below = element.get("/K")
    below = below.get_object() if below is not None else []
    listed = [each.get_object() for each in (below if isinstance(below, list) else [below])]
    found = [each for each in listed if isinstance(each, DictionaryObject)]
    return found + [deeper for each in found for deeper in _elements(each)]


async def test_it_does_not_claim_to_be_accessible_where_it_cannot_know(desk: Desk) -> None:
    """PDF/UA holds for pages we set ourselves; what a hospital scanned has no tags."""
    desk.keep(made.a_pdf())
    assert b"pdfuaid" not in (await desk.build()).parts[0]


async def test_text_and_word_files_are_set_as_pages_under_a_line_that_says_so(desk: Desk) -> None:
    desk.keep("Grüße\n  Haemoglobin   12.1\n".encode(), "notes.txt", "visit_notes")
    desk.keep(made.a_letter_in_word(["Dear doctor,", "this is fictitious."]), "letter.docx", "visit_notes")
    texts = (await desk.build()).texts
    assert "This file is plain text" in texts[-2]
    assert "Grüße Haemoglobin 12.1" in texts[-2]
    assert "These are the words of a Word file" in texts[-1]
    assert "Dear doctor, this is fictitious." in texts[-1]


async def test_a_word_file_is_set_as_it_says_its_losses_are_named_and_its_pictures_are_pages(desk: Desk) -> None:
    desk.keep(made.a_full_word_file(), "report.docx", "pathology")
    texts = (await desk.build()).texts
    assert "Closest margin ≤ 1 mm, 50 μg" in texts[-2]
    assert "Born 1961-03-14" in texts[-2]
    assert "crossed out while changes were tracked" in texts[-2]
    assert texts[-1].count(" ") < 12, "a page with a picture and nothing else"


# Where it goes, and whose it is


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


# What the patient wrote themselves


MEDICINES = "Metformin 500 mg, twice a day\n  Ibuprofen, when it hurts\n\nAllergic to penicillin <b>#panic()"
OWN = CONTENT.wording.words["packet"]["own_words"]


async def test_a_packet_without_own_words_is_as_it_was(desk: Desk) -> None:
    desk.keep(made.a_pdf(2), "one.pdf")
    packet = await desk.build()
    assert outline(packet.reader) == [("Cover", 1), ("Pathology report", 3), ("one.pdf", 4)]
    assert not [text for text in packet.texts if OWN in text]


async def test_own_words_have_pages_of_their_own_after_the_contents_as_they_were_written(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "plan.pdf", "treatment_plan", date="2026-03-12")
    desk.case = desk.case.in_own_words("medications", MEDICINES, "2026-11-13").in_own_words(
        "staging", "Stage two, I was told. Стадия II.", "2026-11-10"
    )
    packet = await desk.build()
    assert outline(packet.reader) == [
        *(("Cover", 1), (OWN, 4)),
        *(("Treatment plan", 5), ("Treatment plan, March 12, 2026", 6)),
    ]
    contents, page = packet.texts[1], packet.texts[3]
    assert OWN in contents
    assert "Medicines and health list 4" in contents
    assert "Staging information 4" in contents
    assert f"Treatment plan, March 12, 2026 {6}" in contents
    assert page.index("Staging information") < page.index("Medicines and health list")
    for words in (
        *("Metformin 500 mg, twice a day", "Allergic to penicillin <b>#panic()", "Стадия II"),
        *("November 13, 2026", "November 10, 2026", CONTENT.wording.words["packet"]["own_words_note"]),
    ):
        assert words in page
    lines = [squeezed(line) for line in packet.reader.pages[3].extract_text().splitlines()]
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
    assert packet.texts[marks["plan.pdf"] - 1].startswith(f"{marks['plan.pdf']} / {packet.built.pages}")
    assert f"plan.pdf {marks['plan.pdf']}" in contents


async def test_a_packet_may_hold_nothing_but_own_words(desk: Desk) -> None:
    desk.case = desk.case.in_own_words("medications", MEDICINES, "2026-11-13")
    packet = await desk.build()
    assert outline(packet.reader) == [("Cover", 1), (OWN, 3)]
    assert packet.built.pages == 3
    assert not packet.archives
    assert "In your own words" not in packet.texts[0]


@pytest.mark.parametrize("words", ["العربية עברית", "😀 漢字 ไทย", "\u202egpj.exe", "null \x00", "W" * 3000])
async def test_strange_characters_in_own_words_never_stop_the_packet(desk: Desk, words: str) -> None:
    desk.case = desk.case.in_own_words("medications", f"{words}\nAspirin", "2026-11-13")
    packet = await desk.build()
    assert "Aspirin" in " ".join(packet.texts)


# Photos that are one report together


async def test_photos_of_one_report_stand_in_their_order_under_one_title(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "other.pdf", "pathology", date="2026-01-05")
    for part in ("first", "second", "third"):
        day = "2025-12-01" if part == "second" else ""
        desk.keep(made.a_photo(), "", "pathology", kind="jpeg", part_of=2, date=day)
    packet = await desk.build()
    title = "Pathology report, December 1, 2025"
    assert outline(packet.reader) == [
        *(("Cover", 1), ("Pathology report", 4), (title, 5)),
        *((f"{title}, photo {number} of 3", 4 + number) for number in (1, 2, 3)),
        ("Pathology report, January 5, 2026", 8),
    ]
    contents, timeline, divider = packet.texts[1:4]
    for page in (contents, timeline, divider):
        assert page.count("December 1, 2025") == 1
        assert "photo" not in page
    assert f"{title} 5" in contents
    assert "December 1, 2025 Pathology report 5" in timeline
    assert [packet.texts[page].partition("8 · ")[2] for page in (4, 5, 6)] == [f"photo {n} of 3" for n in (1, 2, 3)]
    assert packet.texts[7].startswith("8 / 8 Fictitious")


async def test_a_photo_of_a_report_that_cannot_be_packed_is_named_as_that_photo(desk: Desk) -> None:
    for number, data in enumerate((b"no photo", made.a_photo(), made.a_photo()), start=1):
        desk.keep(data, f"{number}.jpg", "pathology", kind="jpeg", part_of=1, date="2025-12-01")
    packet = await desk.build()
    title = "Pathology report, December 1, 2025"
    assert f"{title}, photo 1 of 3 — could not be opened" in packet.texts[0]
    assert f"{title} 5" in packet.texts[1]


async def test_photos_without_a_day_are_called_what_they_are(desk: Desk) -> None:
    for _ in range(2):
        desk.keep(made.a_photo(), "IMG.jpg", "pathology", kind="jpeg", part_of=1)
    packet = await desk.build()
    assert "Pathology report (1) 4" in packet.texts[1]
    assert "IMG.jpg" not in packet.texts[1]


# What cannot be packed


BAD = {
    "locked.pdf": (made.a_locked_pdf(), "locked", "locked with a password"),
    "broken.pdf": (made.a_broken_pdf(), "unreadable", "could not be opened"),
    "lost.pdf": (made.a_pdf_that_lost_a_page(), "unreadable", "could not be opened"),
    "endless.txt": (b"a line of many\n" * 40_000, "too_long", "too long to print as pages"),
    "bomb.png": (traps.a_pixel_bomb(), "too_much", "too much in it to open safely"),
}


async def test_a_file_that_cannot_be_packed_is_named_on_the_cover_with_the_reason(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "good.pdf")
    numbers = {name: desk.keep(data, name).number for name, (data, _, _) in BAD.items()}
    packet = await desk.build()
    assert {each.document: each.reason for each in packet.built.left_out} == {
        numbers[name]: reason for name, (_, reason, _) in BAD.items()
    }
    for name, (_, _, words) in BAD.items():
        assert f"{name} — {words}" in packet.texts[0]
        assert f"{name} not in the PDF; see the cover" in packet.texts[1]
    assert "good.pdf — " not in packet.texts[0]
    assert len(packet.reader.pages) == 4


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
    assert packet.originals["001 disc.zip"] == disc


async def test_a_file_that_ends_the_child_is_left_out_and_the_packet_is_built_without_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.packet.building.CHILD", "tests.packet.misbehaviour")
    desk.keep(made.a_pdf(), "good.pdf")
    crashing = desk.keep(b"%PDF- please crash", "crash.pdf")
    hungry = desk.keep(b"%PDF- please take memory", "hungry.pdf")
    desk.keep(made.a_pdf(2), "better.pdf")
    packet = await desk.build()
    assert {each.document: each.reason for each in packet.built.left_out} == {
        crashing.number: "unreadable",
        hungry.number: "too_much",
    }
    assert "crash.pdf — could not be opened" in packet.texts[0]
    assert len(packet.reader.pages) == 2 + 1 + 3


async def test_a_child_that_falls_silent_at_a_file_is_ended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.packet.building.CHILD", "tests.packet.misbehaviour")
    monkeypatch.setattr("bot.packet.building.SILENCE", 8)
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
    assert [name for name in packet.originals if name.endswith(".pdf")] == ["001 good.pdf"]


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
    frames = feeding.frames()
    next(frames)  # the plan: both files are announced
    feeding.gone[0] = "unreadable"  # as the archive finds it, in another thread
    with pytest.raises(Damaged):
        next(frames)


# Pieces


async def test_originals_lie_byte_for_byte_in_the_archive_with_their_digests(desk: Desk) -> None:
    files = {"a.pdf": made.a_pdf(2), "b.jpg": made.a_photo(), "../../etc/passwd": b"text", "a.pdf ": made.a_png()}
    for name, data in files.items():
        desk.keep(data, name)
    originals = (await desk.build()).originals
    listed = originals.pop("list.txt").decode()
    assert list(originals) == ["001 a.pdf", "002 b.jpg", "003 _.._etc_passwd", "004 a.pdf"]
    assert list(originals.values()) == list(files.values())
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


async def test_hostile_words_stand_on_the_pages_as_they_are(desk: Desk) -> None:
    hostile = '#panic() $x^2$ *b* <l> \\ "q" 😀 漢字 العربية \u202egpj.exe'
    desk.keep(made.a_pdf(), hostile)
    desk.case = replace(desk.case, name=hostile[:60], decision=hostile, questions=(Question(text=hostile),))
    packet = await desk.build()
    assert packet.texts[0].count("#panic() $x^2$ *b* <l>") >= 3
    assert "#panic() $x^2$" in packet.texts[-1]
    assert all(words in squeezed(outline(packet.reader)[-1][0]) for words in ("#panic()", "漢字"))


async def test_every_reason_has_words() -> None:
    from bot.kinds.reasons import REASONS

    assert set(REASONS) <= set(CONTENT.wording.words["left_out"])
