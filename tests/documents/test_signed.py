"""What was signed by a certificate is no locked file: the paper, or the e-mail, under it is what was sent."""

from __future__ import annotations

import pytest

from bot.kinds.findings import Finding
from tests.documents.containing import found, names, taken
from tests.makers import containers, made, signed


@pytest.mark.parametrize("pieces", [0, 100])
def test_a_signed_paper_is_that_paper(pieces: int) -> None:
    content = signed.signed(made.a_pdf(3), pieces)
    assert (found(content).state, found(content).kind) == ("opened", "signed")
    assert names(content) == ["signed.pdf"]
    assert taken(content, "signed.pdf") == made.a_pdf(3)


def test_a_signed_paper_in_an_archive_or_an_email_is_that_paper() -> None:
    paper = signed.signed(made.a_pdf(2), 100)
    for content in (made.zipped({"a.pdf.p7m": paper}), containers.an_email(attached={"a.pdf.p7m": paper})):
        assert taken(content, "signed.pdf") == made.a_pdf(2)


def test_an_email_within_its_signature_gives_its_letter_and_what_was_attached() -> None:
    whole = containers.an_email(attached={"scan.pdf": made.a_pdf()})
    part = whole[whole.index(b"MIME-Version") :]
    for content in (signed.a_signed_email(part), signed.signed(whole)):
        assert names(content) == ["Your report.txt", "scan.pdf"]
        assert taken(content, "scan.pdf") == made.a_pdf()


def test_a_signature_that_was_sent_without_what_it_is_under_holds_nothing() -> None:
    assert found(signed.signed(b"")) == Finding("unknown_kind", "data")


@pytest.mark.parametrize("part", range(1, 12))
@pytest.mark.parametrize("pieces", [0, 40])
def test_a_cut_one_ends_in_a_verdict(part: int, pieces: int) -> None:
    content = signed.signed(made.a_pdf(), pieces)
    assert found(content[: len(content) * part // 12]).state in ("unreadable", "unknown_kind", "opened")
