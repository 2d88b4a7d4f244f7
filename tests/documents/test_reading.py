import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.child.child import ChildAnswer, run_child
from bot.documents import examination, inspection
from bot.documents.inspection import Verdict, inspect
from bot.kinds.findings import READ_CHARACTERS, READ_PAGES
from dialogs.case.facts import NOTHING_READ
from tests.makers import made, scans

STAND_IN = "tests.documents.reading_aloud"


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same child, with a recognition that does what its rules tell it to."""

    async def run(module: str, chunks: Iterator[bytes], **limits: Any) -> ChildAnswer:
        assert module == examination.__name__
        return await run_child(STAND_IN, chunks, **limits)

    monkeypatch.setattr(inspection, "run_child", run)


async def verdict_on(content: bytes, **rules: Any) -> Verdict:
    return await inspect([content], json.dumps(rules).encode())


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (lambda: made.a_pdf(pages=2), [f"{made.FICTITIOUS}, page 1", f"{made.FICTITIOUS}, page 2"]),
        (lambda: made.a_word_file("A fictitious report\nof nobody"), ["A fictitious report of nobody"]),
        ("Ein erfundener Bericht über niemanden".encode("cp1252"), ["Ein erfundener Bericht über niemanden"]),
        ("\ufeffUna nota inventada".encode("utf-16-le"), ["Una nota inventada"]),
    ],
)
@pytest.mark.usefixtures("reading")
async def test_what_stands_on_the_pages_is_read(content: bytes, lines: list[str]) -> None:
    assert (await verdict_on(content, do="repeat")).facts.pointers == tuple(lines)


@pytest.mark.usefixtures("reading")
async def test_what_is_remarkable_and_what_was_read_are_told_together() -> None:
    verdict = await verdict_on(scans.a_pdf_with_blank_pages(), do="repeat")
    assert verdict.remarks == ("blank_pages",)
    assert verdict.facts.pointers


@pytest.mark.usefixtures("reading")
async def test_only_so_much_of_a_text_is_read() -> None:
    many = await verdict_on(made.a_pdf(pages=READ_PAGES + 10), do="count")
    assert many.facts.identifiers[0] == str(READ_PAGES)
    long = await verdict_on(b"a fictitious note " * READ_CHARACTERS, do="count")
    assert long.facts.identifiers == ("1", str(READ_CHARACTERS))


@pytest.mark.parametrize("do", ["fail", "leave", "take_memory", "compute", "recurse", "talk_nonsense", "be unknown"])
@pytest.mark.usefixtures("reading")
async def test_whatever_goes_wrong_while_reading_the_verdict_stands(do: str) -> None:
    verdict = await verdict_on(made.a_pdf(pages=3), do=do)
    assert (verdict.state, verdict.pages, verdict.facts) == ("readable", 3, NOTHING_READ)


@pytest.mark.usefixtures("reading")
async def test_what_was_read_is_cut_to_what_can_be_shown() -> None:
    facts = (await verdict_on(made.a_pdf(), do="exaggerate")).facts
    assert facts.patient == "x" * 300
    assert facts.institution == "A hospital nowhere"
    assert len(facts.identifiers) == 50
    assert facts.date == ""


@pytest.mark.usefixtures("reading")
async def test_a_paper_full_of_numbers_is_not_too_much_to_say() -> None:
    facts = (await verdict_on(made.a_pdf(), do="list")).facts
    assert len(facts.identifiers) == len(facts.pointers) == 50


async def test_rules_that_are_none_cost_the_facts_and_not_the_verdict() -> None:
    assert (await inspect([made.a_pdf()], b"no rules")).state == "readable"
