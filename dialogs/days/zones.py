"""A patient's own time: which zone it is, told by what time it is there now, or by the name of a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, available_timezones

from dialogs.content.files import Mistakes
from dialogs.content.phrases import figures_alike, plain
from dialogs.content.shapes import Place, any_keys, read, several, table, text

if TYPE_CHECKING:
    from dialogs.case.case import Case

NEAR_OFFSETS = range(-10, 14)
"""Whole hours from UTC at which most people live."""
OFFSETS_OF = {"us": range(-10, -3), "uk": range(2)}
"""And at which those of one country live, summer and winter."""
AWAKE = range(6, 23)
"""The hours at which somebody who writes is likely to be up."""
MOST = 8
"""Places to choose from in one message."""


@dataclass(frozen=True, slots=True)
class Halves:
    """How the halves of a day are written behind an hour, in small letters."""

    before_noon: tuple[str, ...] = ("am", "a.m.", "a.m", "a")
    after_noon: tuple[str, ...] = ("pm", "p.m.", "p.m", "p")

    @property
    def clock(self) -> re.Pattern[str]:
        """A time of day: the hour, the minutes, and the half of the day, if they are told."""
        both = "|".join(map(re.escape, sorted((*self.before_noon, *self.after_noon), key=len, reverse=True)))
        return re.compile(rf"(?<!\d)(\d{{1,2}})(?:\s*[:.h]\s*(\d{{2}}))?(?:\s*({both})(?!\w))?(?![\d])")


@dataclass(frozen=True, slots=True)
class Places:
    """Names of countries and cities in one language, and their time zones, the likeliest first."""

    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    """Zones of places that most people know, to choose from by the time it is there."""
    where: tuple[str, ...] = ("in", "near")
    """Words before the name of a place: "a village near Lima"."""
    halves: Halves = field(default_factory=Halves)

    def find(self, text: str, now: datetime) -> tuple[str, ...]:
        """The zones that a text can mean: a place, or the time it is there now ("14:30"). None: it is neither."""
        words = plain(text.replace("_", " ").replace("/", " "))
        if found := self.zones.get(words):
            return found
        between = "|".join(rf"\s{re.escape(word)}\s" for word in self.where)
        said = f" {text.casefold()} "
        parts = [part for part in re.split(rf"[,;،؛、，]|\sب(?=ال)|{between}", said) if part.strip() != said.strip()]
        for part in parts:
            if found := self.zones.get(plain(part)):
                return found
        return self.at(text, now)

    def at(self, text: str, now: datetime) -> tuple[str, ...]:
        """The well-known zones in which it is that time now, give or take seven minutes."""
        written = self.halves.clock.search(figures_alike(text.casefold()))
        if not written or not (written[2] or written[3]):
            return ()
        hour, minute, half = int(written[1]), int(written[2] or 0), written[3]
        if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
            return ()
        minutes = (hour % 12 + (12 if half in self.halves.after_noon else 0) if half else hour) * 60 + minute
        found = (zone for zone in self.known if _apart(minutes, now.astimezone(zone_of(zone))) <= 7)
        return tuple(found)[:MOST]


def _apart(minutes: int, there: datetime) -> int:
    apart = abs(minutes - there.hour * 60 - there.minute)
    return min(apart, 24 * 60 - apart)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    return name in _names()


def zone_of(name: str) -> tzinfo:
    """The zone of that IANA name; UTC where there is none (any more)."""
    return ZoneInfo(name) if is_zone(name) else UTC


def today(case: Case) -> date:
    """The day it is for the patient at their latest word."""
    return local(case, case.heard).date()


def todays(case: Case) -> tuple[date, ...]:
    """The days it may be for the patient at their latest word: of one who did not say where, any where people wake."""
    if is_zone(case.zone):
        return (today(case),)
    offsets = OFFSETS_OF.get(case.country, NEAR_OFFSETS)
    there = [case.heard.astimezone(timezone(timedelta(hours=hours))) for hours in offsets]
    awake = {moment.date() for moment in there if moment.hour in AWAKE}
    return tuple(sorted(awake or {today(case)}))


def local(case: Case, moment: datetime) -> datetime:
    """A moment in the patient's own time; in UTC as long as they did not say where they are."""
    return moment.astimezone(zone_of(case.zone))


def days_between(earlier: str, later: date) -> int:
    return (later - date.fromisoformat(earlier)) // timedelta(days=1)


def read_places(file: Path) -> Places:
    """Read and check places.toml. Raises `ContentError` naming the places whose zone does not exist."""
    written = read(file, _PLACES)
    places: dict[str, tuple[str, ...]] = {}
    mistakes = Mistakes(file)
    for name, zones in written["place"].items():
        if not plain(name) or plain(name) in places:
            mistakes.note(f"place.{name}", "stands there twice, written another way" if plain(name) else "has no name")
        places[plain(name)] = tuple(zones)
    mistakes.settle()
    cities = {plain(zone.rpartition("/")[2].replace("_", " ")): (zone,) for zone in sorted(_names()) if "/" in zone}
    whole = {plain(zone.replace("_", " ").replace("/", " ")): (zone,) for zone in _names()}
    return Places(
        whole | {name: zones for name, zones in cities.items() if not name.isdecimal()} | places,
        tuple(written["known"]),
        tuple(written.get("where", ())),
        Halves(**{key: tuple(written[key]) for key in ("before_noon", "after_noon") if key in written}),
    )


def _zone(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not is_zone(value):
        return place.wrong(f"{value!r} is not a time zone, such as Europe/Paris")
    return value


_ZONES = several(_zone, least=1, of="time zones", distinct=True)
_SAID = several(text(), least=1, of="words in small letters", distinct=True)
_PLACES = table(
    {"known": _ZONES, "place": any_keys(_ZONES, least=1)},
    dict.fromkeys(("where", "before_noon", "after_noon"), _SAID),
)
