"""What is told in a sentence is taken out of it whole, and never cut in the midst of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.content.told import Told
from dialogs.content.word_rows import Rows
from tests import real


def rows(*phrases: str) -> Rows:
    return Rows.of(tuple(each.split()) for each in phrases)


TOLD = Told(
    {"name": rows("my name is", "it is")},
    rows("hello", "thank you"),
    rows("so"),
    rows("not"),
    rows("call", "or", "thank you"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hello, so my name is Ana B. Example-O'Hara Jr.!", "Ana B. Example-O'Hara Jr."),
        ("my name is Ana not Anna", "Ana"),
        ("Not Ana", "Not Ana"),
        ("Hello", "Hello"),
        ("my name is", "my name is"),
        ("Ana, thank you", "Ana"),
        ("so Ana", "so Ana"),
        ("my name is not", "not"),
        ("it-is-Ana", "it-is-Ana"),
        ("my name is it is Ana", "it is Ana"),
        ("my name is -", "my name is -"),
    ],
)
def test_the_words_around_it_are_left_out(text: str, told: str) -> None:
    assert TOLD.told("name", text) == told


def test_a_line_without_words_keeps_all_but_courtesies() -> None:
    assert TOLD.told("doctor", "my name is Ana, thank you") == "my name is Ana"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("call 555-0100-77.", "555-0100-77"),
        ("Call +1 (555) 010 0199 or a.b@example.org, thank you", "+1 (555) 010 0199, a.b@example.org"),
        ("my son, 555 0100", "my son, 555 0100"),
        ("call me", "call me"),
        ("٠١٢٣٤٥٦٧", "01234567"),
    ],
)
def test_a_number_stands_alone_where_nothing_else_is_told(text: str, told: str) -> None:
    assert TOLD.reaches(text) == told


@given(st.text(max_size=80), st.sampled_from(["name", "number", "doctor"]))
def test_whatever_is_written_something_of_it_is_told(text: str, line: str) -> None:
    told = real.content().presses.told.told(line, text)
    assert told in " ".join(text.split()) or told == text
    assert bool(told) == bool(text)


def test_a_courtesy_behind_a_full_stop_without_a_space_is_no_part_of_a_name():
    assert real.content("en").presses.told.told("name", "Rosa.thanks").startswith("Rosa")
