import asyncio
import json
from collections.abc import Iterator

import pytest

from bot.documents import inspection
from bot.documents.child import ChildAnswer
from bot.documents.inspection import Verdict, inspect
from tests import papers, traps


async def verdict_on(content: bytes) -> Verdict:
    return await inspect(content[at : at + 65536] for at in range(0, len(content), 65536))


@pytest.mark.parametrize(
    ("content", "kind", "pages"),
    [
        (papers.a_pdf(), "pdf", 1),
        (papers.a_pdf(pages=5), "pdf", 5),
        (papers.an_owner_locked_pdf(pages=2), "pdf", 2),
        (papers.a_pdf_with_junk_before(), "pdf", 1),
        (traps.a_pdf_with_an_archive_behind(), "pdf", 1),
        (papers.a_photo(), "jpeg", 1),
        (papers.a_photo_with_depth(), "jpeg", 1),
        (traps.a_photo_that_is_a_pdf_too(), "jpeg", 1),
        (papers.a_png(), "png", 1),
        (papers.a_heic(), "heic", 1),
        (papers.a_tiff(pages=1), "tiff", 1),
        (papers.a_tiff(pages=7), "tiff", 7),
        (papers.a_tiff(pages=2, compression="jpeg"), "tiff", 2),
    ],
)
async def test_a_good_file_is_readable(content: bytes, kind: str, pages: int) -> None:
    assert await verdict_on(content) == Verdict("readable", kind, pages)


@pytest.mark.parametrize("content", [papers.a_locked_pdf(), papers.a_pdf_locked_by_certificate()])
async def test_a_pdf_that_asks_for_a_password_is_locked(content: bytes) -> None:
    assert await verdict_on(content) == Verdict("locked", "pdf", 0)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (papers.a_broken_pdf(), "pdf"),
        (papers.a_cut_pdf(), "pdf"),
        (papers.a_pdf_that_lost_a_page(), "pdf"),
        (papers.a_pdf_without_pages(), "pdf"),
        (traps.a_pdf_of_brackets(), "pdf"),
        (papers.a_photo()[:-3000], "jpeg"),
        (papers.a_png()[:-300], "png"),
        (papers.a_tiff()[:-300], "tiff"),
        (papers.a_heic()[:-30], "heic"),
        (b"\xff\xd8\xff" + b"no picture at all", "jpeg"),
        (b"\xff\xd8\xff" + papers.a_png(), "jpeg"),
    ],
)
async def test_a_damaged_file_is_unreadable(content: bytes, kind: str) -> None:
    assert await verdict_on(content) == Verdict("unreadable", kind, 0)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (traps.a_pixel_bomb(), "png"),
        (traps.a_pixel_bomb(11_000, 10_000), "png"),
        (papers.a_pdf(pages=2001), "pdf"),
        (papers.a_tiff(pages=2001), "tiff"),
        (papers.a_photo() + bytes(20 << 20), "jpeg"),
    ],
    ids=["pixels far beyond", "pixels just beyond", "PDF pages", "TIFF pages", "bytes"],
)
async def test_a_file_beyond_the_limits_is_over_limit(content: bytes, kind: str) -> None:
    assert await verdict_on(content) == Verdict("over_limit", kind, 0)


async def test_files_just_within_the_limits_are_readable() -> None:
    assert await verdict_on(papers.a_pdf(pages=2000)) == Verdict("readable", "pdf", 2000)
    assert await verdict_on(traps.a_large_picture()) == Verdict("readable", "png", 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a fictitious note",
        papers.a_word_file(),
        traps.a_zip_bomb(),
        traps.an_archive_that_holds_a_pdf(),
        papers.an_avif(),
        papers.a_webp(),
        b"\n" * 1020 + papers.a_pdf(),
        b"%PDF",
        b"\x00\x00\x00\x18ftyp",
    ],
)
async def test_a_kind_we_do_not_keep_is_named_so(content: bytes) -> None:
    assert await verdict_on(content) == Verdict("unknown_kind", "unknown", 0)


@pytest.mark.parametrize(
    "content",
    [
        traps.a_pdf_with_a_looping_tree(),
        traps.a_pdf_with_a_deep_tree(),
        traps.a_pdf_that_swells(),
        traps.a_pdf_with_a_swelling_page(),
        traps.a_looping_tiff(),
    ],
    ids=["looping tree", "deep tree", "swelling table", "swelling page", "looping TIFF"],
)
async def test_a_malicious_file_ends_in_a_verdict(content: bytes) -> None:
    async with asyncio.timeout(5):
        await verdict_on(content)


@pytest.mark.parametrize(
    ("outcome", "state"), [("timed_out", "over_limit"), ("out_of_memory", "over_limit"), ("crashed", "unreadable")]
)
async def test_a_lost_child_ends_in_a_verdict(monkeypatch: pytest.MonkeyPatch, outcome: str, state: str) -> None:
    answering(monkeypatch, ChildAnswer(outcome))
    assert await verdict_on(papers.a_pdf()) == Verdict(state, "pdf", 0)


HONEST = {"state": "readable", "kind": "pdf", "pages": 3}


async def test_an_honest_answer_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ChildAnswer("done", json.dumps(HONEST).encode()))
    assert await verdict_on(papers.a_pdf()) == Verdict("readable", "pdf", 3)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff",
        b"null",
        b"[]",
        b'"readable"',
        b"{}",
        b"[" * 60_000,
        b"1" * 60_000,
        json.dumps(HONEST).encode() * 2,
        *(
            json.dumps(HONEST | change).encode()
            for change in (
                {"state": "wonderful"},
                {"state": ["readable"]},
                {"state": {}},
                {"state": "unknown_kind", "pages": 0},
                {"state": "locked"},
                {"kind": "png"},
                {"kind": None},
                {"pages": 0},
                {"pages": -1},
                {"pages": 2001},
                {"pages": 10**400},
                {"pages": True},
                {"pages": 3.0},
                {"pages": "3"},
                {"pages": float("nan")},
                {"more": 1},
            )
        ),
    ],
)
async def test_a_dishonest_answer_is_not(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    answering(monkeypatch, ChildAnswer("done", answer))
    assert await verdict_on(papers.a_pdf()) == Verdict("unreadable", "pdf", 0)


async def test_a_file_that_cannot_be_read_back_is_the_caller_s_to_know() -> None:
    def failing() -> Iterator[bytes]:
        yield b"%PDF-1.7"
        raise OSError("the disk failed")

    with pytest.raises(OSError, match="disk"):
        await inspect(failing())


def answering(monkeypatch: pytest.MonkeyPatch, answer: ChildAnswer) -> None:
    async def run(module: str, chunks: Iterator[bytes]) -> ChildAnswer:
        list(chunks)
        return answer

    monkeypatch.setattr(inspection, "run_child", run)
