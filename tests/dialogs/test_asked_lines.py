"""A patient's own line about a request tells when it was asked and when it should come, or nothing: no wrong day."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.content.day_words import read_days
from dialogs.days.asked_lines import AskedLine, read

WORDS = read_days(Path(__file__).resolve().parents[2] / "content" / "en" / "days.toml")
LINES = tomllib.loads((Path(__file__).parent / "asked_lines.toml").read_text(encoding="utf-8"))
A_WEDNESDAY = date(2026, 11, 25)


def told(text: str, today: date = A_WEDNESDAY) -> list[str]:
    found = read(text, today, WORDS)
    return [day.isoformat() if day else "" for day in (found.asked, found.promised)] + [found.how]


def is_wrong(found: list[str], meant: list[str]) -> bool:
    return any(one and one != other for one, other in zip(found, meant, strict=True))


@pytest.mark.parametrize("line", [*LINES["tuned"]["lines"], *LINES["tricky"]["lines"]], ids=lambda line: line[0])
def test_what_the_words_were_written_with_is_read(line: list[str]):
    assert told(line[0]) == line[1:]


def test_most_of_what_was_held_back_is_read_and_nothing_is_taken_for_another_day(capsys: pytest.CaptureFixture[str]):
    lines = LINES["held_back"]["lines"]
    missed = [(text, told(text), meant) for text, *meant in lines if told(text) != meant]
    wrong = [each for each in missed if is_wrong(each[1][:2], each[2][:2])]
    with capsys.disabled():
        print(f"\nasked lines, held back: {len(lines) - len(missed)} of {len(lines)} read, {len(wrong)} wrongly")
    assert not wrong
    assert len(missed) <= len(lines) / 5, missed


@pytest.mark.parametrize("line", LINES["no_day"]["lines"])
def test_a_room_a_telephone_and_a_reference_are_no_day(line: str):
    assert read(line, A_WEDNESDAY, WORDS) == AskedLine(A_WEDNESDAY)


def test_a_span_is_counted_from_the_day_on_which_it_was_asked_before():
    assert read("two weeks", A_WEDNESDAY, WORDS, since=date(2026, 11, 20)).promised == date(2026, 12, 4)
    assert read("two weeks from now", A_WEDNESDAY, WORDS, since=date(2026, 11, 20)).promised == date(2026, 12, 9)


PIECES = (
    *("asked", "called", "promised", "by", "ready", "Monday", "last", "next", "week", "two", "3", "31", "May", "2026"),
    *("ago", "days", "or", "and", ",", ".", "12/3", "2026-02-30", "room", "yesterday", "within", "month", "a", "the"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_whatever_is_written_nothing_is_asked_after_today_or_promised_before_it_was_asked(
    words: list[str], today: date
):
    found = read(" ".join(words), today, WORDS)
    assert found.asked is None or found.asked <= today
    assert not (found.asked and found.promised) or found.asked <= found.promised


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str):
    read(text, A_WEDNESDAY, WORDS)
