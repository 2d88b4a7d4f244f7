"""Places as people name them in Arabic; a name that two cities have offers both."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogs.days.zones import Places, read_places

CONTENT = Path(__file__).parents[2] / "content"
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def places() -> Places:
    return read_places(CONTENT / "ar" / "places.toml")


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("القاهرة", ("Africa/Cairo",)),
        ("انا في بيروت", ("Asia/Beirut",)),
        ("ساكن بالرياض", ("Asia/Riyadh",)),
        ("الدار البيضاء، المغرب", ("Africa/Casablanca",)),
        ("عمّان", ("Asia/Amman", "Asia/Muscat")),
    ],
)
def test_a_place(places: Places, text: str, zones: tuple[str, ...]):
    assert places.find(text, NOW) == zones


def test_no_country_is_forgotten():
    named = {
        language: {zone for zones in tomllib.loads(file.read_text("utf-8"))["place"].values() for zone in zones}
        for language in ("en", "ar")
        if (file := CONTENT / language / "places.toml").exists()
    }
    assert named["en"] <= named["ar"]
