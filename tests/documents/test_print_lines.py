"""What a reader of print sees as pieces is a page of lines again."""

import pytest

from bot.documents.print_lines import Piece, spaced, text_of


def piece(text: str, left: float, top: float) -> Piece:
    return Piece(text, left, left + 10 * len(text), top, top + 20)


def test_lines_stand_in_the_order_of_the_paper() -> None:
    assert text_of([piece("third", 0, 60), piece("first", 0, 0), piece("second", 0, 30)]) == "first\nsecond\nthird"


def test_what_stands_side_by_side_is_one_line_and_columns_stay_apart() -> None:
    crooked = [piece("03/14/1961", 300, 6), piece("JANE", 105, 3), piece("Name: DOE,", 0, 0)]
    assert text_of(crooked) == "Name: DOE, JANE  03/14/1961"


def test_an_empty_page_has_no_text() -> None:
    assert text_of([]) == ""


def letters(printed: str, wide: float = 10) -> list[tuple[float, float]]:
    """Where the letters of a line stand if each, and each space, is so many pixels wide."""
    return [(at * wide, (at + 1) * wide) for at, mark in enumerate(printed) if mark != " "]


@pytest.mark.parametrize(
    ("seen", "printed", "read"),
    [
        ("DOE, JANEDOB: 1961", "DOE, JANE   DOB: 1961", "DOE, JANE  DOB: 1961"),
        ("12March2026", "12 March 2026", "12 March 2026"),
        ("specimen", "specim en", "specimen"),
        ("S26-01234", "S26-01234", "S26-01234"),
        ("two words", "two words", "two words"),
        ("", "", ""),
    ],
)
def test_spaces_that_were_lost_are_found_again(seen: str, printed: str, read: str) -> None:
    assert spaced(seen, letters(printed), height=30) == read


def test_without_a_place_for_every_letter_the_text_stays_as_it_was_seen() -> None:
    assert spaced("JANEDOB", letters("JANE"), height=30) == "JANEDOB"
