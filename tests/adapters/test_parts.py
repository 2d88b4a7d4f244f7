"""Texts as Telegram counts them, and parted so that nothing of them is lost."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.parts import LONGEST, Part, fits, length, parted, read
from bot.rehearsal.telegram import html

words = st.text(alphabet="ab 🙂é\n.<&>", max_size=60)


@given(st.lists(words, max_size=8), st.integers(1, 60))
def test_parts_fit_and_hold_every_word_and_every_mark(pieces, times):
    source = "\n\n".join(f"<b>{escape(piece)}</b> {escape(piece)}" for piece in pieces) * times
    source = source[: source.rfind("</b>") + 4] if "</b>" in source else ""
    whole = read(source)
    parts = parted(whole)
    assert all(0 < length(part.text) <= LONGEST for part in parts)
    assert "".join("".join(part.text for part in parts).split()) == "".join(whole.text.split())
    for part in parts:
        for entity in part.entities:
            assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= length(part.text)


@given(st.lists(words, max_size=5))
def test_it_reads_markup_as_telegram_does(pieces):
    source = "x" + "".join(f"<i>{escape(piece)}</i>&amp;<b>{escape(piece)}</b>" for piece in pieces)
    text, entities = html.parsed(source)
    found = read(source)
    assert found.text == text
    assert sorted(map(str, found.entities)) == sorted(map(str, entities))


@pytest.mark.parametrize("source", ["🙂" * 2048, "<b>" + "&amp;" * 4096 + "</b>", "a" * 4096])
def test_what_just_fits_is_not_parted(source):
    assert fits(source)
    assert not fits(source + "a")


def test_a_text_without_any_end_is_cut_where_it_must_be():
    assert [length(part.text) for part in parted(Part("🙂" * 5000))] == [4096, 4096, 1808]
