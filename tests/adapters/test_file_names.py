"""File names as people may see them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.names import LONGEST_FIRST_NAME, first_name
from bot.names import LONGEST, cleaned


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("scan.pdf", "scan.pdf"),
        ("Befund Größe 2.pdf", "Befund Größe 2.pdf"),
        ("报告.pdf", "报告.pdf"),
        ("../../etc/passwd", ".. .. etc passwd"),
        ("C:\\scans\\ct.pdf", "C: scans ct.pdf"),
        ("gpj.\u202efdp.exe", "gpj.fdp.exe"),
        ("a\u2066b\u200fc\u061cd", "abcd"),
        ("two\r\nlines\u2028and\u2029more\x00.pdf", "twolinesandmore.pdf"),
        ("  spaced\t \u00a0 out .pdf ", "spaced out .pdf"),
        ("Gro\u0308ße", "Größe"),
        ("\ud800broken", "broken"),
        ("\u200b\u202e", ""),
        ("", ""),
    ],
)
def test_a_name_says_what_it_seems_to_say(name: str, shown: str) -> None:
    assert cleaned(name) == shown


@given(st.text(max_size=300))
@example("/" * 70)
@example("x" * 63 + "\u0301" * 5 + ".pdf")
@example("." * 200)
@example("x" * 100 + "." + "y" * 100)
def test_every_name_is_short_on_one_line_without_anything_invisible_and_no_path(name: str) -> None:
    shown = cleaned(name)
    assert len(shown) <= LONGEST == 64
    assert not set(shown) & set("/\\")
    assert not {unicodedata.category(mark) for mark in shown} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert shown == shown.strip()
    assert cleaned(shown) == shown
    shown.encode()


@given(st.text(min_size=65, max_size=200, alphabet="abc ü.🎗"), st.sampled_from([".pdf", ".HEIC", ".jpeg", ".tar"]))
def test_a_long_name_keeps_its_ending(stem: str, ending: str) -> None:
    assert cleaned("x" + stem + "x" + ending).endswith(ending)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Mia", "Mia"),
        ("Anna-Lena O'Neill", "Anna-Lena O'Neill"),
        ("José Łukasz", "José Łukasz"),
        ("美亜", "美亜"),
        ("evil.com/x @you #tag", "evil com x you tag"),
        ("two\nlines\u202e", "two lines"),
        ("<b>M</b>", "b M b"),
        ("🎗️", ""),
        ("M" * 500, "M" * LONGEST_FIRST_NAME),
        ("", ""),
    ],
)
def test_a_first_name_is_no_link_no_mention_and_one_line(name: str, shown: str) -> None:
    assert first_name(name) == shown
