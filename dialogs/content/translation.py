"""How far a translation has come: what is missing in it, and what was written in English since."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogs.content.files import read_text, read_toml
from dialogs.content.folders import MARKED
from dialogs.content.language import SOURCE

RULES = frozenset({"said.toml", "pressed.toml", "guessed.toml", "recognition.toml", "days.toml", "places.toml"})
"""Written anew in each language: none of them is a translation."""
_DIGITS = 10
"""Of a fingerprint: enough to see that something is another."""
_NO_TRANSLATION = ("whose.", "consent.", "mark.")


@dataclass(frozen=True, slots=True)
class Progress:
    """One language beside English, by the names of messages, and of words as "words.toml: button.begin"."""

    language: str
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    """Its English was changed after it was translated."""
    unmarked: tuple[str, ...]
    """Nobody noted of which English it is."""


def progress(folder: Path, language: str) -> Progress:
    """Compare what stands in two folders of content. Raises `ContentError` where one cannot be read."""
    english, theirs = dict(_pieces(folder / SOURCE)), dict(_pieces(folder / language))
    marked = _marked(folder / language / MARKED)
    there = [name for name in english if name in theirs]
    return Progress(
        language,
        tuple(name for name in english if name not in theirs),
        tuple(name for name in there if name in marked and marked[name] != _fingerprint(english[name])),
        tuple(name for name in there if name not in marked),
    )


def mark(folder: Path, language: str, only: tuple[str, ...] = ()) -> int:
    """Note that a translation is of the English as it now stands: all of it, or what is named. How many pieces."""
    english, theirs = dict(_pieces(folder / SOURCE)), dict(_pieces(folder / language))
    marked = _marked(folder / language / MARKED)
    fresh = [name for name in english if name in theirs and (not only or name in only)]
    marked |= {name: _fingerprint(english[name]) for name in fresh}
    lines = [f'"{name}" = "{marked[name]}"' for name in sorted(marked) if name in english and name in theirs]
    (folder / language / MARKED).write_text("\n".join([*_HEAD, *lines]) + "\n", encoding="utf-8")
    return len(fresh)


_HEAD = (
    "# Of which English each translation is. Written by a command, never by hand:",
    '#   make words ARGS="--mark LANGUAGE"         all that is translated is up to date',
    '#   make words ARGS="--mark LANGUAGE NAME …"  only what is named, as `make words` names it',
    "",
)


def _pieces(folder: Path) -> Iterator[tuple[str, Any]]:
    """Everything that a translator writes, by its name: a whole message, a letter, or one word."""
    for kind in ("messages", "pages", "letters"):
        inside = folder / kind
        for file in sorted(inside.iterdir()) if inside.is_dir() else ():
            if file.suffix in (".j2", ".toml") and not file.name.startswith("."):
                yield f"{kind}/{file.name}", read_text(file)
    if (folder / "sources.toml").exists():
        yield "sources.toml", read_text(folder / "sources.toml")
    for name in ("words.toml", "destinations.toml"):
        for key, said in _words(read_toml(folder / name)) if (folder / name).exists() else ():
            if not key.startswith(_NO_TRANSLATION):
                yield f"{name}: {key}", said


def _words(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, each in table.items():
        name = f"{before}{key}"
        if isinstance(each, Mapping) and not name.startswith("count."):
            yield from _words(each, f"{name}.")
        else:  # of what is counted each language has forms of its own
            yield name, each


def _fingerprint(said: Any) -> str:
    return hashlib.sha256(str(said).encode()).hexdigest()[:_DIGITS]


def _marked(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    return {name: str(each) for name, each in tomllib.loads(read_text(file)).items()}
