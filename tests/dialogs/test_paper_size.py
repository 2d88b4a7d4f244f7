"""Whose printer holds which paper."""

from __future__ import annotations

import pytest

from dialogs.case.case import Case
from dialogs.understanding.paper_size import paper_size


@pytest.mark.parametrize(
    ("hospital", "reader", "paper"),
    [
        ("", "", "a4"),
        ("us", "", "us-letter"),
        ("uk", "", "a4"),
        ("uk", "us", "us-letter"),
        ("us", "de", "a4"),
    ],
)
def test_letter_paper_is_for_readers_in_the_usa(hospital: str, reader: str, paper: str) -> None:
    assert paper_size(Case(country=hospital), reader) == paper
