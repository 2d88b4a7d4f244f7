"""What lies in `winmail.dat`: an Exchange server wraps an e-mail in it, and other programs show one strange file."""

from __future__ import annotations

import compressed_rtf  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.kinds.findings import Finding
from tests.documents.containing import found, names, taken
from tests.makers import containers, made, winmail

LONG_NAME = "Röntgenbefund vom 12. März 2026, unterschrieben.pdf"


def test_one_that_was_saved_gives_what_it_says_and_what_was_attached() -> None:
    content = winmail.a_winmail(containers.WORDS, {LONG_NAME: made.a_pdf(), "scan.jpg": made.a_photo()})
    assert (found(content).state, found(content).kind) == ("opened", "tnef")
    assert names(content) == ["Your report.txt", LONG_NAME, "scan.jpg"]
    assert taken(content, LONG_NAME) == made.a_pdf()
    said = taken(content, "Your report.txt").decode()
    assert said.startswith("From: Clinic of Nowhere\nDate: 12 Mar 2026\nSubject: Your report\n")
    assert containers.WORDS.strip() in said


def test_in_an_email_what_it_holds_is_what_was_attached_and_its_words_are_said_once() -> None:
    wrapped = winmail.a_winmail(containers.WORDS, {"scan.pdf": made.a_pdf(2)})
    content = containers.an_email(attached={"winmail.dat": wrapped, "other.pdf": made.a_pdf()})
    assert names(content) == ["Your report.txt", "scan.pdf", "other.pdf"]
    assert taken(content, "scan.pdf") == made.a_pdf(2)
    assert taken(content, "other.pdf") == made.a_pdf()


def test_its_words_are_the_letter_where_the_email_around_it_has_none() -> None:
    content = containers.an_email(words="", attached={"winmail.dat": winmail.a_winmail(containers.WORDS)})
    assert names(content) == ["Your report.txt"]
    assert containers.WORDS.strip() in taken(content, "Your report.txt").decode()


def test_words_that_it_keeps_as_packed_rich_text_alone_are_read() -> None:
    rich = compressed_rtf.compress(rb"{\rtf1\ansi " + containers.WORDS.encode() + rb"\par}")
    content = winmail.a_winmail(rich=rich)
    assert containers.WORDS.strip() in taken(content, "Your report.txt").decode()


def test_an_archive_in_one_in_an_email_is_opened_and_a_logo_is_no_paper() -> None:
    archive = made.zipped({"CT.pdf": made.a_pdf(), "MRI.pdf": made.a_pdf(2)})
    wrapped = winmail.a_winmail(attached={"records.zip": archive}, logo=made.a_png(20, 20))
    content = containers.an_email("See attached.", {"winmail.dat": wrapped})
    assert names(content) == ["CT.pdf", "MRI.pdf"]
    assert taken(content, "MRI.pdf") == made.a_pdf(2)


def test_an_email_that_was_attached_to_it_gives_its_own_files() -> None:
    inner = winmail.a_winmail(containers.WORDS, {"inner.pdf": made.a_pdf()}, subject="Before that")
    content = winmail.a_winmail(attached={"Before that": inner, "outer.pdf": made.a_pdf(2)})
    assert names(content) == ["Before that.txt", "inner.pdf", "outer.pdf"]
    assert taken(content, "inner.pdf") == made.a_pdf()


def test_emails_that_lie_in_one_another_without_end_are_looked_into_so_far() -> None:
    content = winmail.a_winmail(attached={"deepest.pdf": made.a_pdf()})
    for _ in range(40):
        content = winmail.a_winmail(containers.WORDS, {"inner": content})
    assert "deepest.pdf" not in names(content)
    assert len(names(content)) > 1


@pytest.mark.parametrize("changed", [b"", b"\x05garbage behind it that is no attribute of a message"])
def test_one_that_is_cut_or_goes_on_as_something_else_is_damaged(changed: bytes) -> None:
    whole = winmail.a_winmail(containers.WORDS, {"scan.pdf": made.a_pdf()})
    assert found((whole + changed) if changed else whole[:-700]) == Finding("unreadable", "tnef")


def test_one_with_nothing_in_it_is_told_of_as_an_email() -> None:
    assert found(winmail.a_winmail()) == Finding("unknown_kind", "mail")
