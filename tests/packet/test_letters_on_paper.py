"""How letters stand on their paper: one page, to be read, written on and put into an envelope, whatever they say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.papers.page import PageFailed, PageTooLong, typeset
from dialogs.case.case import Case
from dialogs.composed.contents import Content
from dialogs.content.guide import LETTERS
from tests import real
from tests.packet.printed import a_case, letter_words, lines_drawn, read, text_of

STRANGE = [
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/passwd")',
    "$x$ *bold* _low_ `raw` <label> @ref [c] {d} = head \\",
    "</pre><script>&amp;",
    "😀 漢字 العربية \u202eturned\u202c",
    "half \ud83d null \x00 \ufffe",
    "W" * 200,
]


@pytest.fixture(scope="module")
def content() -> Content:
    return real.content()


@pytest.mark.parametrize("kind", LETTERS)
async def test_what_is_not_known_is_drawn_as_a_line(content: Content, kind: str):
    known = await read(content, a_case(decision="Whether to begin", addressed={kind: "Somewhere"}), kind)
    nothing_known = await read(content, Case(step="review", country="us"), kind)
    assert len(nothing_known.pages) == 1
    # Name, birthday and the address at least.
    assert lines_drawn(nothing_known) >= lines_drawn(known) + 5


@pytest.mark.parametrize("kind", LETTERS)
async def test_it_is_tagged_titled_and_does_not_tell_when_it_was_made(content: Content, kind: str):
    reader = await read(content, a_case(), kind)
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [612, 792], "letter paper for the USA"
    british = await read(content, replace(a_case(), country="uk"), kind)
    assert [round(side) for side in british.pages[0].mediabox[2:]] == [595, 842]
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()
    assert reader.metadata.title == letter_words(content, a_case(), kind)["title"]
    assert reader.metadata.creation_date is None


async def test_the_address_stands_where_an_envelope_has_its_window(content: Content):
    """DIN 5008, form B: a window of 85 by 45 mm, 20 mm from the left and 45 mm from the top, with room around."""
    places: dict[str, tuple[float, float]] = {}

    def visit(text: str, matrix: Any, *_: Any) -> None:
        if text.strip():
            places.setdefault(text.strip(), (matrix[4] / 72 * 25.4, (792 - matrix[5]) / 72 * 25.4))

    written = "Line one\nLine two\nLine three\nLine four"
    reader = await read(content, a_case(addressed={"slides": written}), "slides")
    reader.pages[0].extract_text(visitor_text=visit)
    for line in ("Pathology Department", *written.splitlines()):
        left, top = places[line]
        assert 20 <= left <= 30, line
        assert 47 <= top <= 88, line


@pytest.mark.parametrize("strange", STRANGE)
async def test_strange_words_stand_there_as_they_are_and_never_stop_a_letter(content: Content, strange: str):
    case = a_case(name=strange[:80], decision=strange, addressed={"doctor": strange})
    text = await text_of(content, case, "doctor")
    assert "Dear doctor" in text
    if strange.isascii() and strange.isprintable():
        squeezed = "".join(text.split())
        assert squeezed.count("".join(strange.split())) >= 2


@pytest.mark.parametrize("kind", LETTERS)
async def test_the_fullest_letter_is_still_one_page(content: Content, kind: str):
    case = a_case(name="Maximiliana " * 6, decision="could another order be better for me " * 13)
    case = replace(case, addressed={kind: "Example Hospital of the Long Name\n" * 5})
    for record in content.guide.records[2:]:
        case = case.answering(record.key, "missing")
    assert len((await read(content, case, kind)).pages) == 1


async def test_what_fits_in_no_legible_size_is_refused(content: Content):
    words = letter_words(content, a_case(), "doctor")
    words["closing"] = "far too much to say " * 1000
    with pytest.raises(PageTooLong):
        await typeset("letter", words)


@pytest.mark.parametrize("layout", ["letter", "back"])
async def test_a_missing_key_is_a_clear_error_without_a_word_of_the_patient(layout: Any):
    with pytest.raises(PageFailed) as caught:
        await typeset(layout, {"language": "en", "title": "CANARY"})
    assert "CANARY" not in str(caught.value)
