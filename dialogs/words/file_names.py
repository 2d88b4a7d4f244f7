"""Names of files that open and sort on anybody's computer."""

from __future__ import annotations

import re
import unicodedata

from dialogs.understanding.names import LETTERS

LONGEST = 80
"""Characters of a name without its ending: what a folder in a folder on Windows has room for."""
_MEANS_SOMETHING = re.compile(r'[\\/:*?"<>|]')
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_CAPITALS = str.maketrans({"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Æ": "Ae", "Œ": "Oe", "Þ": "Th", "İ": "I"})


def safe(name: str) -> str:
    """A name without its ending that any system takes: no folders, no signs that mean something, no hidden turns."""
    shown = "".join(_shown(one) for one in name)
    plain = " ".join(_MEANS_SOMETHING.sub(" ", shown).split()).strip(". ")
    return plain[:LONGEST].strip(". ")


def without_ending(name: str) -> str:
    return _ENDING.sub("", name.strip())


def folded(name: str) -> str:
    """A name in the letters that every system and every mail keeps: "Łucja Świętek" is "Lucja Swietek"."""
    plain = unicodedata.normalize("NFKD", name.translate(_CAPITALS).translate(LETTERS).replace("ß", "ss"))
    return "".join(one for one in plain if not unicodedata.combining(one))


def named_for(pattern: str, name: str) -> str:
    """The pattern with a name in it; empty if there is none, or none that can be written in the pattern's letters."""
    plain = safe(folded(name))
    if not plain or (folded(pattern).isascii() and not plain.isascii()):
        return ""
    return pattern.replace("{name}", plain)


def _shown(character: str) -> str:
    """What joins or turns others is nothing in a name, and any kind of space or control is a space."""
    category = unicodedata.category(character)
    return "" if category == "Cf" else " " if category[0] in "CZ" else character
