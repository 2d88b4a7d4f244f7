"""What is believed of a child's answer: all of an honest one, and nothing that a broken or hijacked one makes up."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.child.child import ChildAnswer, Outcome
from bot.documents import inspection
from bot.documents.inspection import Verdict, inspect
from bot.kinds.findings import State
from dialogs.receiving.contents import Enclosed
from tests.makers import discs, made


async def verdict_on(content: bytes) -> Verdict:
    return await inspect([content])


@pytest.mark.parametrize(
    ("outcome", "state"), [("timed_out", "over_limit"), ("out_of_memory", "over_limit"), ("crashed", "unreadable")]
)
async def test_a_lost_child_ends_in_a_verdict(monkeypatch: pytest.MonkeyPatch, outcome: Outcome, state: State) -> None:
    answering(monkeypatch, ChildAnswer(outcome))
    assert await verdict_on(made.a_pdf()) == Verdict(state, "pdf", 0)


HONEST = {"state": "readable", "kind": "pdf", "pages": 3, "remarks": [], "facts": {}, "drawn": [], "compared": 3}
WHOLE = Verdict("readable", "pdf", 3, compared=3)


async def test_an_honest_answer_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ChildAnswer("done", said(HONEST)))
    assert await verdict_on(made.a_pdf()) == WHOLE


async def test_a_child_that_did_not_come_to_pack_the_file_leaves_that_to_be_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answering(monkeypatch, ChildAnswer("timed_out", said(HONEST | {"compared": 0})))
    assert await verdict_on(made.a_pdf()) == Verdict("readable", "pdf", 3, ("unproved",))


@pytest.mark.parametrize("outcome", ["done", "timed_out", "out_of_memory", "crashed"])
async def test_what_a_child_said_before_it_was_lost_stands(monkeypatch: pytest.MonkeyPatch, outcome: Outcome) -> None:
    more = HONEST | {"remarks": ["scan"]}
    answering(monkeypatch, ChildAnswer(outcome, said(HONEST, more) + b'{"state": "readable", "ki'))
    assert await verdict_on(made.a_pdf()) == Verdict("readable", "pdf", 3, ("scan",), compared=3)


CROOKED = [{"drawn": [4]}, {"drawn": [0]}, {"drawn": [1, 1]}, {"drawn": "1"}, {"drawn": [True]}, {"compared": -1}]


@pytest.mark.parametrize(
    "change", [{"state": "over_limit", "pages": 0}, {"pages": 4}, {"remarks": ["wonderful"]}, *CROOKED]
)
async def test_a_later_word_never_takes_a_verdict_back(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]) -> None:
    answering(monkeypatch, ChildAnswer("done", said(HONEST, HONEST | change, HONEST | {"remarks": ["scan"]})))
    assert await verdict_on(made.a_pdf()) == WHOLE


DISHONEST: list[dict[str, Any]] = [
    {"state": "wonderful"},
    {"state": ["readable"]},
    {"state": {}},
    {"state": "unknown_kind", "pages": 0},
    {"state": "locked"},
    {"kind": "png"},
    {"kind": "unknown"},
    {"kind": "zip"},
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
    {"remarks": "scan"},
    {"remarks": ["wonderful"]},
    {"remarks": [[]]},
    {"remarks": None},
    {"facts": []},
    {"facts": {"more": ""}},
    {"facts": {"patient": 1}},
    {"facts": {"patient": "x" * 301}},
    {"facts": {"patient": "Jane\nDoe"}},
    {"facts": {"patient": "\u202eenaJ"}},
    {"facts": {"patient": "\ud800"}},
    {"facts": {"date": "12 March"}},
    {"facts": {"date": "2026-02-30"}},
    {"facts": {"born": "20260312"}},
    {"facts": {"status": "wonderful"}},
    {"facts": {"identifiers": "S-1"}},
    {"facts": {"identifiers": [1]}},
    {"facts": {"identifiers": ["x"] * 51}},
    {"facts": {"pages_missing": ["2"]}},
    {"facts": {"pages_missing": [-1]}},
    {"facts": {"not_images": True}},
    {"facts": {"studies": [{}]}},
    {"facts": {"studies": [{"modality": "CT", "date": "", "series": 1}]}},
    {"facts": {"studies": [{"modality": "CT", "date": "soon", "series": 1, "images": 1}]}},
    {"facts": {"studies": [{"modality": "CT", "date": "", "series": "1", "images": 1}]}},
]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff\n",
        b"null\n",
        b"[]\n",
        b'"readable"\n',
        b"{}\n",
        b"[" * 60_000 + b"\n",
        b"1" * 60_000 + b"\n",
        json.dumps(HONEST).encode(),
        *(json.dumps(HONEST | change).encode() + b"\n" for change in DISHONEST),
    ],
)
async def test_a_dishonest_answer_is_not(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    answering(monkeypatch, ChildAnswer("done", answer))
    assert await verdict_on(made.a_pdf()) == Verdict("unreadable", "pdf", 0)


HOLDS: dict[str, Any] = {"enclosed": [["1", "a.pdf", 3, {}]], "others": [], "other_files": 0, "beyond": 0}
HOLDS |= {"again": 0}
OPENED = HONEST | {"state": "opened", "kind": "zip", "pages": 0, "compared": 0} | HOLDS


async def test_what_an_honest_child_says_of_a_container_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ChildAnswer("done", said(OPENED)))
    found = await verdict_on(discs.a_zip())
    assert (found.state, found.contents.enclosed) == ("opened", (Enclosed("1", "a.pdf", 3),))


@pytest.mark.parametrize(
    "change",
    [
        {"enclosed": []},
        {"enclosed": [["1", "a.pdf", 3]]},
        {"enclosed": [["1", "a.pdf", 3, {"date": "soon"}]]},
        {"enclosed": [["1", "a.pdf", 3, {"wonder": "x"}]]},
        {"enclosed": [["../1", "a.pdf", 3, {}]]},
        {"enclosed": [["1", "a\nb", 3, {}]]},
        {"enclosed": [["1", "x" * 65, 3, {}]]},
        {"enclosed": [["1", "a.pdf", -1, {}]]},
        {"enclosed": [["1", "a", 3, {}], ["1", "b", 3, {}]]},
        {"enclosed": [[f"{number}", "a", 3, {}] for number in range(301)]},
        {"others": ["a"]},
        {"others": ["a"] * 4, "other_files": 4},
        {"other_files": -1},
        {"again": -1},
        {"beyond": True},
        {"kind": "docx"},
        {"state": "readable", "pages": 1},
        {"state": "unknown_kind"},
    ],
)
async def test_what_a_dishonest_one_says_is_not(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]) -> None:
    answering(monkeypatch, ChildAnswer("done", said(OPENED | change)))
    assert (await verdict_on(discs.a_zip())).state == "unreadable"


def said(*findings: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(finding).encode() + b"\n" for finding in findings)


def answering(monkeypatch: pytest.MonkeyPatch, answer: ChildAnswer) -> None:
    async def run(module: str, chunks: Iterator[bytes], **_: int) -> ChildAnswer:
        list(chunks)
        return answer

    monkeypatch.setattr(inspection, "run_child", run)
