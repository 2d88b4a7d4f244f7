"""A language that the bot speaks: what it is called, how it is written, and how far its translation has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogs.content.shapes import choice, flag, read, several, table, text

SOURCE = "en"
"""The language that is translated into the others, and spoken where nothing better is known."""
FILE = "language.toml"


@dataclass(frozen=True, slots=True)
class Language:
    """One language, by its short name."""

    code: str
    name: str
    """In the language itself: whoever looks for it knows no other word for it."""
    from_right: bool = False
    """It is written from the right to the left."""
    unfinished: bool = False
    """What is not translated yet is said in English; nobody is spoken to in it without asking for it."""
    reviewed_by: str = ""
    lock_screen: tuple[str, ...] = ()
    """Beginnings of words about health: none may stand in what anybody can see on a locked screen."""


def read_language(file: Path) -> Language:
    """Read and check language.toml. Raises `ContentError` naming the keys that are wrong."""
    known = read(file, _LANGUAGE)
    return Language(
        file.parent.name,
        known["name"],
        known["direction"] == "rtl",
        known.get("unfinished", False),
        known["reviewed_by"],
        tuple(known.get("lock_screen", ())),
    )


def nearest(spoken: Mapping[str, Language], code: str) -> str:
    """The finished language of ours that is the nearest to what Telegram says ("pt-br"); empty if there is none."""
    named = (code.casefold(), code.casefold().partition("-")[0])
    return next((each for each in named if each in spoken and not spoken[each].unfinished), "")


def known(spoken: Iterable[str], code: str) -> str:
    """The language of ours that Telegram's is, finished or not; empty if we do not speak it at all."""
    named = (code.casefold(), code.casefold().partition("-")[0])
    return next((each for each in named if each in set(spoken)), "")


_LANGUAGE = table(
    {"name": text(30), "direction": choice("ltr", "rtl"), "reviewed_by": text(empty=True)},
    {"unfinished": flag, "lock_screen": several(text(), of="beginnings of words", distinct=True)},
)
