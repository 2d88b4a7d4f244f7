"""Where a patient is: by a country, a city, or what time it is there now."""

from __future__ import annotations

import importlib.resources
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.days.zones import MOST, read_places

PLACES = read_places(Path(__file__).resolve().parents[2] / "content" / "en" / "places.toml")
A_WINTER_NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
A_SUMMER_NOON = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
NOBODY_LIVES_THERE = {"Bouvet Island", "Heard Island & McDonald Islands"}


def test_every_country_of_the_time_zone_database_is_known():
    table = (importlib.resources.files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    names = [line.split("\t")[1] for line in table.splitlines() if not line.startswith("#")]
    unknown = [name for name in names if not PLACES.find(name.partition(" (")[0], A_WINTER_NOON)]
    # These share a name, or have a better one.
    assert set(unknown) - NOBODY_LIVES_THERE <= {"Britain (UK)", "Virgin Islands (UK)", "Virgin Islands (US)"}
    for other in ("congo kinshasa", "congo brazzaville", "us virgin islands", "samoa", "american samoa", "uk"):
        assert PLACES.find(other, A_WINTER_NOON), other


def test_every_city_that_a_zone_is_named_after_is_known():
    for zone in sorted(zone for zone in available_timezones() if zone.count("/") == 1):
        continent, _, city = zone.partition("/")
        if continent in ("Etc", "SystemV", "posix", "right"):
            continue
        assert PLACES.find(zone, A_WINTER_NOON), zone
        assert PLACES.find(city.replace("_", " "), A_WINTER_NOON) or city.isdecimal(), zone


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("13:00", timedelta(hours=1)),
        ("1 pm", timedelta(hours=1)),
        ("1:02 p.m.", timedelta(hours=1)),
        ("it is 7:00 am", timedelta(hours=-5)),
        ("17:30", timedelta(hours=5, minutes=30)),
        ("17h45", timedelta(hours=5, minutes=45)),
        ("00:59", timedelta(hours=13)),
    ],
)
def test_the_time_it_is_now_leads_to_places_with_that_time(text: str, there: timedelta):
    found = PLACES.find(text, A_WINTER_NOON)
    assert 0 < len(found) <= MOST
    assert all(A_WINTER_NOON.astimezone(ZoneInfo(zone)).utcoffset() == there for zone in found)


def test_summer_time_is_reckoned_with():
    assert "Europe/Berlin" in PLACES.find("14:00", A_SUMMER_NOON)
    assert "Europe/Berlin" in PLACES.find("13:00", A_WINTER_NOON)
    assert "America/Phoenix" not in PLACES.find("6:00", A_SUMMER_NOON)


@pytest.mark.parametrize("text", ["", "5", "may", "24:00", "13 pm", "0 am", "12:60", "nowhere", "12345", "3:07"])
def test_what_is_neither_a_place_nor_a_time_is_nothing(text: str):
    assert PLACES.find(text, A_WINTER_NOON + timedelta(minutes=20)) == ()


@given(st.text(max_size=80))
def test_any_text_ends_in_zones_that_exist_or_nothing(text: str):
    assert set(PLACES.find(text, A_WINTER_NOON)) <= available_timezones()
