"""The words of one language for destinations: what each is called, and what it asks for in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialogs.content.files import read_toml
from dialogs.content.guide import Guide
from dialogs.content.profile import ABOUT, Profile
from dialogs.content.shapes import Place, Shape, any_keys, read, table, text
from dialogs.content.whose import filled, laid_over

FILE = "destinations.toml"
LONGEST_NAME = 40
"""Characters: it stands on a button."""
TABLES: tuple[str, ...] = tuple(about for about in ABOUT if about != "records")
"""What has words here; records have theirs in words.toml."""


def read_destination_words(
    file: Path, guide: Guide, whose: Mapping[str, str], english: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Read the words of one language, `whose` filled in: a name for every destination, and a word for every wish.

    `english`: what is said meanwhile in a language that is not finished. A guide without destinations needs no such
    file. Raises `ContentError` naming every word that is missing, empty or too long.
    """
    if not guide.destinations:
        return {"name": {}, **{each: {} for each in TABLES}}
    known = filled(read_toml(file) if english is None or file.exists() else {}, whose)
    written = {each: known.get(each, {}) for each in ("name", *TABLES)} | known
    words: dict[str, Any] = read(file, _words(guide.destinations), laid_over(english or {}, written))
    return words


def _words(profiles: Mapping[str, Profile]) -> Shape:
    asked = {about: _asked(profiles, about) for about in TABLES}
    tables: dict[str, Shape] = {
        about: _at_least(keys, f"a word of a destination's [[{about}]]") for about, keys in asked.items()
    }
    return table(tables | {"name": _at_least(profiles, "a destination", LONGEST_NAME)})


def _asked(profiles: Mapping[str, Profile], about: str) -> dict[str, Profile]:
    """What some destination asks for, and one that does."""
    wishes = ((profile, wish) for profile in profiles.values() for wish in profile.wishes if wish.about == about)
    return {what: profile for profile, wish in wishes for what in wish.what}


def _at_least(keys: Mapping[str, Profile], of: str, most: int = 0) -> Shape:
    """A word for each of these, and perhaps others: of a destination that was taken out the words may stay."""

    def shape(place: Place, value: Any) -> Any:
        found = any_keys(text(most))(place, value)
        for key in keys if isinstance(value, Mapping) else ():
            if key not in value:
                place.at(key).wrong(f"is missing: {of} of {keys[key].key}.toml")
        return found

    return shape
