"""A finding on its way from the child to its parent: trimmed on one side, believed on the other only if it is sound."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Literal, get_args, get_origin, get_type_hints

from bot.kinds.findings import MOST_PAGES, REMARKS, STATES, Finding
from bot.kinds.kinds import CONTAINERS, KINDS, NEVER_KEPT
from bot.kinds.sheets.sheet import sheet_of
from dialogs.case.facts import Facts, from_plain, to_plain
from dialogs.receiving.contents import LONGEST_NAME, MOST_ENCLOSED, MOST_NAMED, NOTHING_IN_IT, Contents, Enclosed

MOST_CHARACTERS = 300
MOST_READ = 10 * MOST_CHARACTERS
MOST_VALUES = 50
MOST_COUNTED = 1_000_000
_LARGEST = 1 << 40
_DATES = ("date", "born", "either")
_NAMES = {"state", "kind", "pages", "remarks", "facts", "drawn", "compared"}
_COUNTED = ("other_files", "beyond", "again")
_CONTENTS = {"enclosed", "others", *_COUNTED}
_PLACE = re.compile(r"[0-9a-z-]{1,40}")
_OF_PHOTOS = {"stands", "sheet"}
_TURNS = (0, 90, 180, 270)


def told(found: Finding) -> dict[str, Any]:
    """A finding as JSON may carry it, what is printed on the paper cut to what a patient can be shown."""
    of_photo = {"stands": found.stands, "sheet": list(found.sheet)} if found.stands or found.sheet else {}
    return {
        "state": found.state,
        "kind": found.kind,
        "pages": found.pages,
        "remarks": list(found.remarks),
        "facts": _facts_told(found.facts),
        "drawn": list(found.drawn),
        "compared": found.compared,
        **(_contents_told(found.contents) if found.state == "opened" else {}),
        **of_photo,
    }


def _facts_told(facts: Facts) -> dict[str, Any]:
    return {name: value for name, value in _trimmed(to_plain(facts)).items() if value}


def _contents_told(contents: Contents) -> dict[str, Any]:
    enclosed = [
        [each.place, _trimmed(each.name)[:LONGEST_NAME], each.size, _facts_told(each.facts)]
        for each in contents.enclosed
    ]
    others = [_trimmed(each)[:LONGEST_NAME] for each in contents.others]
    counted = {name: _trimmed(getattr(contents, name)) for name in _COUNTED}
    return {"enclosed": enclosed, "others": others, **counted}


def heard(line: bytes) -> Finding | None:
    """The finding in a line of the child's, or None if it is not exactly what an honest child says."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or set(plain) - _CONTENTS - _OF_PHOTOS != _NAMES:
        return None
    contents = _contents_heard(plain)
    if contents is None or (plain["state"] == "opened") != bool(contents.enclosed):
        return None
    state, kind, pages, remarks = plain["state"], plain["kind"], plain["pages"], plain["remarks"]
    if state not in STATES or kind not in KINDS or type(pages) is not int:
        return None
    if not (1 <= pages <= MOST_PAGES if state == "readable" else pages == 0):
        return None
    if not _may_be(state, kind):
        return None
    if not isinstance(remarks, list) or any(remark not in REMARKS for remark in remarks):
        return None
    if not isinstance(plain["facts"], dict) or not _are_sound(plain["facts"], Facts):
        return None
    drawn, compared = plain["drawn"], plain["compared"]
    if not isinstance(drawn, list) or not all(type(page) is int and 0 < page <= pages for page in drawn):
        return None
    if len(set(drawn)) != len(drawn) or type(compared) is not int or not 0 <= compared <= MOST_PAGES:
        return None
    stands, sheet = plain.get("stands", 0), plain.get("sheet", [])
    if type(stands) is not int or stands not in _TURNS or not _is_sheet(sheet):
        return None
    facts = from_plain(plain["facts"])
    found = Finding(state, kind, pages, tuple(dict.fromkeys(remarks)), facts, drawn=tuple(drawn), compared=compared)
    return replace(found, stands=stands, sheet=tuple(sheet), contents=contents)


def _may_be(state: str, kind: str) -> bool:
    """Whether a file of this kind can be found in this state."""
    if kind in CONTAINERS:
        return state not in ("readable", "locked")
    return state not in (("readable", "locked", "opened") if kind in NEVER_KEPT else ("unknown_kind", "opened"))


def _contents_heard(plain: dict[str, Any]) -> Contents | None:
    """What lies in a container, if it is told as an honest child tells it; nothing if nothing is told of it."""
    if not _CONTENTS & set(plain):
        return NOTHING_IN_IT
    if not set(plain) >= _CONTENTS:
        return None
    enclosed, others = plain["enclosed"], plain["others"]
    if not isinstance(enclosed, list) or not 0 < len(enclosed) <= MOST_ENCLOSED or not all(map(_is_enclosed, enclosed)):
        return None
    if len({place for place, *_ in enclosed}) != len(enclosed):
        return None
    if not isinstance(others, list) or len(others) > MOST_NAMED or not all(map(_is_label, others)):
        return None
    counted = [plain[name] for name in _COUNTED]
    if not all(_is_sound(number, int) for number in counted) or counted[0] < len(others):
        return None
    papers = (Enclosed(place, name, size, from_plain(facts)) for place, name, size, facts in enclosed)
    return Contents(tuple(papers), tuple(others), *counted)


def _is_enclosed(each: Any) -> bool:
    if not isinstance(each, list) or len(each) != 4 or not isinstance(each[3], dict) or not _are_sound(each[3], Facts):
        return False
    place, name, size, _ = each
    is_place = isinstance(place, str) and _PLACE.fullmatch(place) is not None
    return is_place and _is_label(name) and type(size) is int and 0 <= size <= _LARGEST


def _is_label(name: Any) -> bool:
    return isinstance(name, str) and len(name) <= LONGEST_NAME and name.isprintable()


def _is_sheet(sheet: Any) -> bool:
    """None at all, or a whole one."""
    if not isinstance(sheet, list) or not all(type(each) is int for each in sheet):
        return False
    return not sheet or sheet_of(sheet) is not None


def _trimmed(value: Any, name: str = "") -> Any:
    if isinstance(value, str):
        # Control characters, line breaks and what turns the direction of writing have no place in a message.
        line = " ".join("".join(each if each.isprintable() else " " for each in value[:MOST_READ]).split())
        return "" if name in _DATES and not _is_date(line) else line[:MOST_CHARACTERS]
    if isinstance(value, list | tuple):
        return [_trimmed(each, name) for each in value[:MOST_VALUES]]
    if isinstance(value, dict):
        return {name: _trimmed(each, name) for name, each in value.items()}
    if isinstance(value, bool):
        return value
    return min(value, MOST_COUNTED)


def _are_sound(plain: dict[str, Any], record: type) -> bool:
    """Whether every value is of the type that the record has at its name, and of a size an honest child would give."""
    types = get_type_hints(record)
    return all(
        name in types and _is_sound(value, types[name]) and (name not in _DATES or _are_dates(value))
        for name, value in plain.items()
    )


def _is_sound(value: Any, wanted: Any) -> bool:
    if wanted is str:
        return isinstance(value, str) and len(value) <= MOST_CHARACTERS and value.isprintable()
    if wanted is bool:
        return type(value) is bool
    if wanted is int:
        return type(value) is int and 0 <= value <= MOST_COUNTED
    if get_origin(wanted) is Literal:
        return isinstance(value, str) and value in get_args(wanted)
    if get_origin(wanted) is tuple:
        return isinstance(value, list) and len(value) <= MOST_VALUES and all(map(_one_of(wanted), value))
    return isinstance(value, dict) and set(value) == set(get_type_hints(wanted)) and _are_sound(value, wanted)


def _one_of(several: Any) -> Callable[[Any], bool]:
    return lambda value: _is_sound(value, get_args(several)[0])


def _are_dates(value: str | list[str]) -> bool:
    return all(map(_is_date, value if isinstance(value, list) else [value]))


def _is_date(value: str) -> bool:
    try:
        return value == "" or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
