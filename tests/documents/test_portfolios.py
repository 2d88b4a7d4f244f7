"""A PDF that holds papers instead of pages: each is a paper of its own, also where the PDF lies in another file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.documents.containing import found, names, taken
from tests.makers import containers, made, outlook, scans


def test_a_portfolio_gives_the_files_in_it_and_not_the_page_that_says_so() -> None:
    portfolio = scans.a_portfolio({"CT.pdf": made.a_pdf(2), "Übersicht.jpg": made.a_photo(), "setup.exe": b"MZ"})
    assert (found(portfolio).state, found(portfolio).kind) == ("opened", "portfolio")
    assert names(portfolio) == ["CT.pdf", "Übersicht.jpg"]
    assert found(portfolio).contents.others == ("setup.exe",)
    assert taken(portfolio, "CT.pdf") == made.a_pdf(2)
    assert found(scans.a_portfolio({"setup.exe": b"MZ"})).state == "readable"


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda portfolio: made.zipped({"records.pdf": portfolio, "letter.txt": b"A fictitious note"}),
        lambda portfolio: containers.an_email(attached={"records.pdf": portfolio}),
        lambda portfolio: outlook.an_outlook_message(containers.WORDS, {"records.pdf": portfolio}),
    ],
    ids=["zip", "mail", "outlook"],
)
def test_the_papers_of_a_portfolio_in_another_container_are_papers(wrapped: Callable[[bytes], bytes]) -> None:
    content = wrapped(scans.a_portfolio({"CT.pdf": made.a_pdf(2), "MRI.pdf": made.a_pdf()}))
    assert [each for each in names(content) if each.endswith(".pdf")] == ["CT.pdf", "MRI.pdf"]
    assert taken(content, "CT.pdf") == made.a_pdf(2)


def test_a_pdf_in_an_archive_that_holds_no_paper_stays_one_paper() -> None:
    assert names(made.zipped({"a.pdf": scans.a_portfolio({"setup.exe": b"MZ"}), "b.pdf": made.a_pdf()})) == [
        "a.pdf",
        "b.pdf",
    ]


def test_a_portfolio_that_lies_too_deep_is_one_thing_as_any_container_there() -> None:
    inner = scans.a_portfolio({"CT.pdf": made.a_pdf(2)})
    assert names(made.zipped({"inner.zip": made.zipped({"records.pdf": inner})})) == ["records.pdf"]
