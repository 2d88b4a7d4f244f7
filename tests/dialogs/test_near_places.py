"""A slip in the name of a destination is seen, and no ordinary hospital is taken for one of those we know."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.content.profile import Profile, found
from dialogs.understanding.near_places import near
from tests import real

EXAMPLES = tomllib.loads((Path(__file__).parent / "near_places.toml").read_text(encoding="utf-8"))
PROFILES = real.content().guide.destinations


def offered(text: str) -> str:
    """The destination that somebody gets to by these words: it is found, or offered."""
    keys = found(PROFILES, text)
    perhaps = near(PROFILES, text)
    return keys[0] if keys else perhaps.key if perhaps else ""


@pytest.mark.parametrize(("text", "key"), EXAMPLES["tuned"]["means"])
def test_a_slip_in_a_name_leads_to_its_destination(text: str, key: str) -> None:
    assert offered(text) == key


@pytest.mark.parametrize("text", EXAMPLES["tuned"]["others"])
def test_an_ordinary_hospital_is_none_of_them(text: str) -> None:
    assert not offered(text)


@pytest.mark.parametrize("text", ["mayo", "en mayo", "a finales de mayo", "Cleveland", "a hospital in Cleveland"])
def test_what_is_a_month_or_a_city_too_is_never_taken_for_a_clinic_unasked(text: str) -> None:
    assert not found(PROFILES, text)
    assert offered("Mayo Clinic, en mayo") == offered("mayo") == "mayo_clinic"


def test_most_slips_that_were_held_back_are_seen_and_hardly_any_other_hospital(
    capsys: pytest.CaptureFixture[str],
) -> None:
    held = EXAMPLES["held_back"]
    missed = [(text, offered(text)) for text, key in held["means"] if offered(text) != key]
    wrong = [(text, offered(text)) for text in held["others"] if offered(text)]
    with capsys.disabled():
        print(f"\nnear places, held back: {len(missed)} of {len(held['means'])} missed, {len(wrong)} offered wrongly")
    assert len(missed) <= len(held["means"]) / 5, missed
    assert len(wrong) <= len(held["others"]) / 20, wrong


@pytest.mark.parametrize(
    ("written", "right", "alone"),
    [
        ("nroth clinic", "North Clinic", True),
        ("Dr. Wu, nroth clinic, Room 2", "Dr. Wu, North Clinic, Room 2", False),
        ("at the North-Clinc", "at the North Clinic", False),
        ("Dr. Wu, nort northside", "Dr. Wu, North Clinic", False),
    ],
)
def test_the_name_is_put_right_within_what_was_written(written: str, right: str, alone: bool) -> None:
    perhaps = near(
        {"north": Profile("north", "us", ("North Clinic", "north", "northsides", "north northsides"))}, written
    )
    assert perhaps
    assert (perhaps.text, perhaps.alone) == (right, alone)


@pytest.mark.parametrize("text", ["", " ", ".", "- -", "x" * 120, "North " * 20, "🏥"])
def test_anything_can_be_written(text: str) -> None:
    near(PROFILES, text)
