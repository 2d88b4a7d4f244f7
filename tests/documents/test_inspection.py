import asyncio
from collections.abc import Callable, Iterator

import pytest

from bot.documents import examination
from bot.documents.inspection import Verdict, inspect
from bot.kinds.kinds import Kind
from tests.makers import compound, discs, made, pages, records, traps


async def verdict_on(content: bytes) -> Verdict:
    return await inspect(content[at : at + 65536] for at in range(0, len(content), 65536))


def what(verdict: Verdict) -> tuple[str, str, int]:
    """What a file is, whatever is remarkable about it or printed on it."""
    return verdict.state, verdict.kind, verdict.pages


@pytest.mark.parametrize(
    ("content", "kind", "pages"),
    [
        (made.a_pdf, "pdf", 1),
        (lambda: made.a_pdf(pages=5), "pdf", 5),
        (lambda: made.an_owner_locked_pdf(pages=2), "pdf", 2),
        (made.a_pdf_with_junk_before, "pdf", 1),
        (traps.a_pdf_with_an_archive_behind, "pdf", 1),
        (made.a_photo, "jpeg", 1),
        (made.a_photo_with_depth, "jpeg", 1),
        (traps.a_photo_that_is_a_pdf_too, "jpeg", 1),
        (made.a_png, "png", 1),
        (made.a_heic, "heic", 1),
        (made.a_webp, "webp", 1),
        (made.an_avif, "avif", 1),
        (made.a_jpeg_2000, "jp2", 1),
        (made.a_gif, "gif", 1),
        (lambda: made.a_gif(pictures=3), "gif", 1),  # of one that moves, the first
        (made.a_bmp, "bmp", 1),
        (lambda: made.a_tiff(pages=1), "tiff", 1),
        (lambda: made.a_tiff(pages=7), "tiff", 7),
        (lambda: made.a_tiff(pages=2, compression="jpeg"), "tiff", 2),
        (made.a_word_file, "docx", 1),
        (b"a fictitious note", "text", 1),
        (b"one of many fictitious lines\n" * 200, "text", 4),
        ("\ufeffUne note inventée".encode(), "text", 1),
        ("\ufeffUna nota inventada".encode("utf-16-le"), "text", 1),
        ("Eine erfundene Notiz über niemanden".encode("cp1252"), "text", 1),
        (discs.a_dicom, "dicom", 1),
        (lambda: discs.a_dicom(preamble=False), "dicom", 1),
        (discs.a_disc, "dicom_zip", 1),
        (pages.an_odt, "odt", 2),  # its words, then its picture
        (pages.a_rich_text, "rtf", 1),
        (pages.a_web_page, "html", 1),
        (pages.a_workbook, "xlsx", 1),
        (pages.a_table_of_values, "csv", 1),
        (pages.a_markdown, "text", 1),
        (compound.an_old_word_file, "doc", 1),
        (records.a_ccda, "ccda", 1),
        (records.a_ccda_with_a_pdf, "ccda", 1),
        (records.a_bundle, "fhir", 1),
        (records.a_line_each, "fhir", 1),
        (records.a_bundle_in_xml, "fhir", 1),
        (records.an_apple_export, "apple_health", 1),
    ],
)
@pytest.mark.usefixtures("looked_at_here")
async def test_a_good_file_is_readable(content: bytes, kind: str, pages: int) -> None:
    assert what(await verdict_on(content)) == ("readable", kind, pages)


@pytest.mark.parametrize("content", [made.a_locked_pdf, made.a_pdf_locked_by_certificate])
@pytest.mark.usefixtures("looked_at_here")
async def test_a_pdf_that_asks_for_a_password_is_locked(content: bytes) -> None:
    assert what(await verdict_on(content)) == ("locked", "pdf", 0)


@pytest.mark.usefixtures("looked_at_here")
async def test_a_lock_that_no_password_opens_is_told_apart() -> None:
    assert (await verdict_on(made.a_locked_pdf())).remarks == ()
    assert (await verdict_on(made.a_pdf_locked_by_certificate())).remarks == ("other_lock",)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (made.a_broken_pdf, "pdf"),
        (made.a_cut_pdf, "pdf"),
        (made.a_pdf_that_lost_a_page, "pdf"),
        (made.a_pdf_without_pages, "pdf"),
        (traps.a_pdf_of_brackets, "pdf"),
        (lambda: made.a_photo()[:-3000], "jpeg"),
        (lambda: made.a_png()[:-300], "png"),
        (lambda: made.a_tiff()[:-300], "tiff"),
        (lambda: made.a_heic()[:-30], "heic"),
        (lambda: made.a_webp()[:-60], "webp"),
        (lambda: made.a_word_file()[:-30], "zip"),
        (lambda: made.a_word_file(more={"word/document.xml": b"<w:document>"}), "docx"),
        (discs.a_word_file_that_multiplies, "docx"),
        (lambda: discs.a_dicom()[:-30], "dicom"),
        (bytes(128) + b"DICM", "dicom"),
        (lambda: discs.a_disc()[:-300], "zip"),
        (b"PK\x03\x04" + bytes(300), "zip"),
        (b"\xff\xd8\xff" + b"no picture at all", "jpeg"),
        (lambda: b"\xff\xd8\xff" + made.a_png(), "jpeg"),
    ],
)
@pytest.mark.usefixtures("looked_at_here")
async def test_a_damaged_file_is_unreadable(content: bytes, kind: Kind) -> None:
    assert await verdict_on(content) == Verdict("unreadable", kind, 0)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (traps.a_pixel_bomb, "png"),
        (lambda: traps.a_pixel_bomb(11_000, 10_000), "png"),
        (lambda: made.a_pdf(pages=2001), "pdf"),
        (lambda: traps.a_tiff_of_many(2001), "tiff"),
        (lambda: made.a_photo() + bytes(20 << 20), "jpeg"),
        (traps.a_zip_bomb, "zip"),
        (lambda: discs.a_zip_of_many(10_001), "zip"),
        (lambda: discs.with_a_false_size(discs.a_disc(), 4_000_000_000), "zip"),
    ],
    ids=["pixels far beyond", "pixels just beyond", "PDF pages", "TIFF pages", "bytes", "bomb", "entries", "sizes"],
)
async def test_a_file_beyond_the_limits_is_over_limit(make: Callable[[], bytes], kind: Kind) -> None:
    assert await verdict_on(make()) == Verdict("over_limit", kind, 0)


@pytest.mark.usefixtures("looked_at_here")
async def test_files_just_within_the_limits_are_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "SECONDS_TO_PACK", 0.01)  # whether all of it can be packed is another matter
    assert what(await verdict_on(made.a_pdf(pages=2000))) == ("readable", "pdf", 2000)
    assert what(await verdict_on(traps.a_large_picture())) == ("readable", "png", 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n",
        b"1234",
        b"a note\x07",
        b"\xff\xfe\x00",
        b"\xe4\xf6\xfc\xdf\xe4\xf6\xfc\xdf",
        b"%!PS-Adobe a fictitious note",
        b"\x08\x00\x05\x00 no image at all",
        lambda: b"\n" * 1020 + made.a_pdf(),
        b"%PDF",
        b"\x00\x00\x00\x18ftyp",
    ],
)
@pytest.mark.usefixtures("looked_at_here")
async def test_a_kind_we_do_not_keep_is_named_so(content: bytes) -> None:
    assert await verdict_on(content) == Verdict("unknown_kind", "unknown", 0)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pages.a_shell_of_a_page, "web_page"),
        (pages.an_ods, "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "office"),
        (b"<note><to>a</to><from>b</from><about>c</about></note>", "record_xml"),
        (b'{"resourceType": "Bundle"}', "data"),
        (b"https://portal.example/report/12", "link"),
        (b"From: a@b.example\nMIME-Version: 1.0\nSubject: Your report\n\n", "mail"),
        (b"Rar!\x1a\x07\x01\x00", "archive"),
    ],
)
@pytest.mark.usefixtures("looked_at_here")
async def test_what_has_a_way_to_become_something_we_keep_is_told_apart(content: bytes, kind: Kind) -> None:
    assert await verdict_on(content) == Verdict("unknown_kind", kind, 0)


@pytest.mark.parametrize(
    ("content", "papers"),
    [(discs.a_zip, 2), (discs.a_nested_zip, 1), (traps.an_archive_that_holds_a_pdf, 1)],
    ids=["papers", "archives in archives", "a PDF"],
)
@pytest.mark.usefixtures("looked_at_here")
async def test_an_archive_that_is_no_disc_is_opened(content: bytes, papers: int) -> None:
    verdict = await verdict_on(content)
    assert (verdict.state, verdict.kind, len(verdict.contents.enclosed)) == ("opened", "zip", papers)


@pytest.mark.usefixtures("looked_at_here")
async def test_a_locked_archive_is_told_so() -> None:
    content = discs.with_every_file_locked(discs.a_disc())
    assert await verdict_on(content) == Verdict("unknown_kind", "zip_locked", 0)


@pytest.mark.parametrize(
    "content",
    [
        traps.a_pdf_with_a_looping_tree,
        traps.a_pdf_with_a_deep_tree,
        traps.a_pdf_that_swells,
        traps.a_pdf_with_a_swelling_page,
        traps.a_looping_tiff,
    ],
    ids=["looping tree", "deep tree", "swelling table", "swelling page", "looping TIFF"],
)
async def test_a_malicious_file_ends_in_a_verdict(content: bytes) -> None:
    async with asyncio.timeout(120):  # the child itself is ended after ten seconds of work
        await verdict_on(content)


async def test_a_file_that_cannot_be_read_back_is_the_caller_s_to_know() -> None:
    def failing() -> Iterator[bytes]:
        yield b"%PDF-1.7"
        raise OSError("the disk failed")

    with pytest.raises(OSError, match="disk"):
        await inspect(failing())
