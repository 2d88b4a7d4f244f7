"""What is shown of where it goes: the question, the destinations that are known, and what one of them asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.checklist.wishes import named
from dialogs.content.guide import Guide
from dialogs.content.profile import ABOUT, ANOTHER, WANTED, Profile, Wish
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard, Say
from dialogs.journey.road import CHOICES, Layout
from dialogs.roads.destination.path import DESTINATION

LAYOUT: Layout = {DESTINATION: (CHOICES, ("not_now",), ("back",))}
MOST = 3
"""Destinations at once: more buttons than fit one screen are not taken in."""
ON_A_PAGE = 3
PROFILE = {
    *("key", "own", "records", "recent", "others", "days", "unsure", "pages_seen", "past"),
}
"""The values by which one destination is shown."""


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of this step."""
    return {"destination": case.destination, "destinations": named(guide, case)}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """Those that were chosen, to look at again; and the list of all we know, while there is room for one more."""
    chosen = [(_button("look", key),) for key in case.destinations[:MOST]]
    more = ((_move("known"),),) if guide.destinations and len(chosen) < MOST else ()
    return (*chosen, *more)


def known(guide: Guide, case: Case, begin: int = 0) -> Say:
    """Some of the destinations we know, those of the patient's country first; typing the name is always quicker."""
    keys = _in_order(guide, case)
    begin = begin if 0 <= begin < len(keys) else 0
    rows = [(_button("choose", key),) for key in keys[begin : begin + ON_A_PAGE]]
    following = begin + ON_A_PAGE
    more = ((Button(f"{DESTINATION}/known/{following}", "button.more_places"),),) if following < len(keys) else ()
    return Say("destination_known", buttons=(*rows, *more, (_move("also", "back"),)), replaces=True, asks=True)


def one(guide: Guide, case: Case, key: str, lead: Say | None = None) -> Say:
    """What one destination asks for, as far as it may still be said."""
    profile, day = guide.destination(key), today(case)
    own = case.destination if key == ANOTHER else ""
    room = len(case.destinations) < MOST
    row = (_move("also", "one_more_place"),) if room else ()
    rows = ((_move("go_on"),), row, (_move("remove", argument=key),))
    return Say(
        "destination_one",
        {"key": key, "own": own, **told(profile, day)},
        tuple(each for each in rows if each),
        lead,
        replaces=lead is None,
        asks=True,
    )


def did_you_mean(key: str, noted: Say) -> Say:
    """Their words are kept as they are; the one that they nearly name is a tap away."""
    rows = ((_move("meant", "yes", key),), (_move("go_on", "as_written"),))
    return Say("destination_near", {"key": key}, rows, noted, asks=True)


def told(profile: Profile, day: date) -> dict[str, Any]:
    """A profile as a message shows it: what is sure, by what it is about; what is to be checked; where it was seen."""
    said = profile.said(day)
    sure = [each for each in said if not each.unsure]
    records = [each for each in sure if each.about == "records"]
    wished = {wish: _things(each for each in records if each.wanted == wish) for wish in WANTED}
    return {
        "records": {wish: keys for wish, keys in wished.items() if keys},
        "recent": tuple((record, each.months) for each in records if each.months for record in each.what),
        "others": _by_what(each for each in sure if each.about != "records"),
        "days": next((each.days for each in sure if each.days), ()),
        "unsure": _by_what(each for each in said if each.unsure),
        "pages_seen": tuple({each.source: (each.source, each.seen.isoformat()) for each in said}.values()),
        "past": profile.past(day),
    }


def _by_what(wishes: Iterable[Wish]) -> dict[str, tuple[str, ...]]:
    every = tuple(wishes)
    found = {about: _things(each for each in every if each.about == about) for about in ABOUT}
    return {about: things for about, things in found.items() if things}


def _things(wishes: Iterable[Wish]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(what for each in wishes for what in each.what))


def _in_order(guide: Guide, case: Case) -> tuple[str, ...]:
    """Those not chosen yet, of the patient's country first, then by their keys; anyone else is written by name."""
    others = (each for each in guide.destinations.values() if each.key not in (*case.destinations, ANOTHER))
    return tuple(each.key for each in sorted(others, key=lambda each: (each.country != case.country, each.key)))


def _button(move: str, key: str) -> Button:
    return Button(f"{DESTINATION}/{move}/{key}", f"bound.{key}")


def _move(move: str, label: str = "", argument: str = "") -> Button:
    data = f"{DESTINATION}/{move}/{argument}" if argument else f"{DESTINATION}/{move}"
    return Button(data, f"button.{label or {'remove': 'remove_place', 'known': 'known_places'}.get(move, move)}")
