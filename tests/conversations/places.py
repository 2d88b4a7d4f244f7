"""Destinations for conversations: three that contradict each other, as real ones do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.content.profile import About, Profile, Wish
from tests.chat import SMALL_GUIDE

REVIEW = date(2026, 6, 1)


def wish(about: About, *what: str, **more: Any) -> Wish:
    return Wish(about, what, "https://north.example/records", date(2026, 2, 1), more.pop("review_by", REVIEW), **more)


NORTH = Profile(
    "north",
    "us",
    ("North Clinic", "north"),
    (
        wish("records", "report", "scans", months=6),
        wish("records", "plan", "discs", wanted="no"),
        wish("records", "slides", wanted="if_asked"),
        wish("sending", "portal", "courier"),
    ),
)
SOUTH = Profile(
    "south", "us", ("South Clinic",), (wish("records", "discs"), wish("records", "report", "plan", wanted="no"))
)
WEST = Profile("west", "uk", ("West Clinic",), (wish("records", "plan", wanted="no", unsure=True),))
EAST = Profile("east", "uk", ("East Clinic",))
ANOTHER = Profile("another", "other", (), (wish("records", "discs", wanted="if_asked"),))
PROFILES = {each.key: each for each in (NORTH, SOUTH, WEST, EAST, ANOTHER)}
GUIDE = replace(SMALL_GUIDE, destinations=PROFILES, differing=("differ_why", "differ_change"))
