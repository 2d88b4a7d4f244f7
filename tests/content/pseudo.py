"""A language made by replacing every letter of the English content: what stays English stands in Python."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβκδεφγηιξκλμνοπχρστυωωχψζΑΒΚΔΕΦΓΗΙΞΚΛΜΝΟΠΧΡΣΤΥΩΩΧΨΖ"
)
"""As many letters for as many, so that what fits in English fits here."""
CODE = "el"
"""Greek: the Unicode CLDR has its months, and two forms of what is counted."""
KEPT = re.compile(r"\{[^{}]*\}|/[a-z]+|https?://\S+|[\w{}-]+\.(?:pdf|zip|txt|html|json|ics)|\.(?:pdf|zip)\b")
"""Placeholders, commands, addresses, the names of files, and how those of several words end."""
KEYS = frozenset({"blanks", "list", "reviewed_by", "address", "version"})
"""What is no word for a patient."""
IN_A_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^<>]*>|&\w+;|/[a-z]+\b|https?://\S+", re.DOTALL)
LITERAL = re.compile(r"((?:\b(?:or|else|if|in)\s|~\s|\{\{-?\s?)\s*)\"([^\"\\]+)\"")
"""A text in an expression that is shown, not one that names something."""


def make(english: Path, folder: Path) -> Path:
    """A content folder that speaks English and the pseudo-language."""
    shutil.copytree(english.parent, folder, ignore=shutil.ignore_patterns("es", "ar"))
    there = shutil.copytree(english, folder / CODE)
    for name in ("days.toml", "places.toml", "pressed.toml", "guessed.toml", "recognition.toml"):
        (there / name).unlink()
    language = 'name = "Ψεύδος"\ndirection = "ltr"\nunfinished = true\nreviewed_by = ""\n'
    (there / "language.toml").write_text(language, encoding="utf-8")
    names = ("words.toml", "sources.toml", "destinations.toml")
    for file in (*(there / name for name in names), *(there / "letters").glob("*.toml")):
        changed = _changed(tomllib.loads(file.read_text(encoding="utf-8")))
        file.write_text("".join(f"{key} = {_toml(value)}\n" for key, value in changed.items()), encoding="utf-8")
    for file in (*(there / "messages").iterdir(), *(there / "pages").iterdir()):
        file.write_text(_template(file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def replaced(text: str) -> str:
    return _outside(KEPT, text, lambda part: part.translate(LETTERS))


def _outside(kept: re.Pattern[str], text: str, change: Callable[[str], str]) -> str:
    """A text changed where nothing of it is kept."""
    parts, at = list[str](), 0
    for found in kept.finditer(text):
        parts += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*parts, change(text[at:])])


def _template(text: str) -> str:
    text = _outside(IN_A_TEMPLATE, text, lambda part: part.translate(LETTERS))
    shown = re.compile(r"\{\{.*?\}\}", re.DOTALL)
    return shown.sub(lambda each: LITERAL.sub(lambda found: f'{found[1]}"{replaced(found[2])}"', each[0]), text)


def _changed(value: Any) -> Any:
    if isinstance(value, str):
        return replaced(value)
    if isinstance(value, list):
        return [_changed(each) for each in value]
    if isinstance(value, dict):
        return {key: each if _names(key, each) else _changed(each) for key, each in value.items()}
    return value


def _names(key: str, each: Any) -> bool:
    """The blanks that a sender has, and the source of a rule; other things of these names are words."""
    if key in KEYS and not isinstance(each, dict):
        return True
    of_a_rule = (key == "source" and isinstance(each, str)) or (key == "country" and each in ("us", "uk", "other"))
    return of_a_rule or (key == "sender" and isinstance(each, list))


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
