"""Days for a calendar: read back by a calendar library, and telling nothing to whoever sees the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.papers.calendar import calendar_maker
from dialogs.roads.the_date.calendar import EVENTS, calendar
from dialogs.words.papers import Papers
from tests import real

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
# Telegram and our content give no lone surrogates and no controls; a calendar file may not hold them either.
words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Cf", "Co")), min_size=1, max_size=120)
entries = st.lists(st.tuples(days, words), max_size=12)


def events(text: str):
    return Calendar.from_ical(text).walk("VEVENT")


@given(entries)
def test_whatever_the_days_and_words_a_calendar_reads_them_back(given_days):
    text = calendar(given_days, "series", NOW)
    read = [(event.decoded("DTSTART"), str(event["SUMMARY"])) for event in events(text)]
    shown = [(day, "".join(one for one in said if one.isprintable())) for day, said in sorted(given_days)]
    assert read == shown


@given(entries)
def test_every_line_has_at_most_75_octets_and_ends_as_the_standard_says(given_days):
    data = calendar(given_days, "series", NOW).encode()
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # no character is cut in two


@given(entries)
def test_ids_are_all_different_and_the_same_next_time(given_days):
    def ids(made):
        return [str(event["UID"]) for event in events(calendar(given_days, "series", made))]

    assert len(set(ids(NOW))) == len(given_days)
    assert ids(NOW) == ids(NOW + timedelta(days=3))


def test_a_day_lasts_the_whole_day_and_does_not_block_it():
    (event,) = events(calendar([(date(2028, 2, 29), "A date to keep")], "series", NOW))
    assert event.decoded("DTSTART") == date(2028, 2, 29)
    assert event.decoded("DTEND") == date(2028, 3, 1)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["CLASS"] == "PRIVATE"


def test_when_it_was_made_is_told_in_utc():
    elsewhere = NOW.astimezone(timezone(timedelta(hours=-8)))
    (event,) = events(calendar([(date(2026, 4, 3), "x")], "series", elsewhere))
    assert event.decoded("DTSTAMP") == NOW


def test_a_day_that_moved_takes_the_place_of_the_old_one():
    (before,) = events(calendar([(date(2026, 4, 3), "A date to keep")], "series", NOW))
    (after,) = events(calendar([(date(2026, 4, 9), "A date to keep")], "series", NOW))
    assert before["UID"] == after["UID"]


@pytest.mark.parametrize("said", ["a; b, c \\ d", "two\nlines", "two\r\nlines", 'x"y:z', "END:VEVENT\r\nBEGIN:VALARM"])
def test_words_cannot_end_their_line_or_begin_another(said: str):
    (event,) = events(calendar([(date(2026, 4, 3), said)], "series", NOW))
    assert str(event["SUMMARY"]) == said.replace("\r\n", "\n")
    assert [part.name for part in event.walk()] == ["VEVENT"]


def test_the_last_day_there_is_has_no_day_after():
    (event,) = events(calendar([(date.max, "x")], "series", NOW))
    assert "DTEND" not in event


async def test_the_file_names_nothing_and_two_patients_have_different_ids():
    papers = Papers(real.content().wording)
    asked = [("2026-04-03", "date"), ("2026-03-10", "ask"), ("2026-03-20", "ask")]
    content = papers.words("calendar", {"days": asked}, NOW)
    assert {event for _, event in asked} <= set(EVENTS)
    make = calendar_maker(b"k" * 32)
    (one,), (other,), (again,) = [(await make(chat, content)).files for chat in (1001, 1002, 1001)]
    assert one.name == "dates.ics"
    assert one.content == again.content
    ids = [{str(event["UID"]) for event in events(file.content.decode())} for file in (one, other)]
    assert len(ids[0]) == 3
    assert not ids[0] & ids[1]
    assert isinstance(one.content, bytes)
    assert b"1001" not in one.content
