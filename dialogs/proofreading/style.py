"""What is said, held to how its language is spoken here: no turn that is foreign to it, and not too much at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dialogs.composed.contents import Content
from dialogs.content.files import ContentError, is_passed_over, read_text, read_toml
from dialogs.content.style import NAME, Style, read_style
from dialogs.effects import Say
from dialogs.words.messages import MESSAGES
from dialogs.words.telegram_html import parsed

WORD = re.compile(r"[^\W_]+(?:['’/-][^\W_]+)*")
_STATEMENT = re.compile(r"{#.*?#}|{%.*?%}|<[^<>]*>", re.DOTALL)
_FILLED_IN = re.compile(r"{{(.*?)}}", re.DOTALL)
_QUOTED = re.compile(r'"([^"]* [^"]*)"')


def style_of(folder: Path) -> Style:
    """How the language of a folder is spoken. Raises `ContentError`."""
    return read_style(folder / NAME, frozenset(MESSAGES))


def wrong_turns(folder: Path, style: Style) -> Iterator[ContentError]:
    """Each turn that is not to be said, by the file and the key or line where it stands."""
    for file, key, said in _written(folder):
        for found, instead in style.turns(said):
            yield ContentError(file, key, f"says {found!r}; here we say: {instead}")


def _written(folder: Path) -> Iterator[tuple[Path, str, str]]:
    files = ("words.toml", "destinations.toml", "sources.toml")
    for name in filter(lambda each: (folder / each).exists(), files):  # not all is translated
        yield from ((folder / name, key, said) for key, said in _values(read_toml(folder / name)))
    for file in _files(folder / "letters", ".toml"):
        yield from ((file, key, said) for key, said in _values(read_toml(file)))
    for file in (*_files(folder / "messages", ".j2"), *_files(folder / "pages", ".j2")):
        yield file, "file", _said_in(read_text(file))


def _files(folder: Path, ending: str) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.suffix == ending and not is_passed_over(each))


def _values(written: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a TOML file by its key; names of files and addresses are none."""
    if isinstance(written, str):
        if not key.endswith(("_name", "file_name_part", "address", "source")):
            yield key, written
    elif isinstance(written, Mapping):
        for name, each in written.items():
            yield from _values(each, f"{key}.{name}" if key else name)
    elif isinstance(written, list):
        for number, each in enumerate(written, start=1):
            yield from _values(each, f"{key} {number}")


def _said_in(source: str) -> str:
    """A template's own words, with those that it quotes where something is filled in."""
    return _FILLED_IN.sub(lambda filled: " ".join(_QUOTED.findall(filled[1])) or "x", _STATEMENT.sub(" ", source))


def too_much(content: Content, said: Iterable[Say], style: Style) -> Iterator[ContentError]:
    """The bubbles, with what leads each, in which more is read or offered than one can take in; each message once."""
    found: set[tuple[str, str]] = set()
    for say in (form for each in said for form in (each, each.of_another())):
        names = list(_names(say))
        file = content.wording.templates.file(say.name)
        most = max([style.most_words, *(style.words_of[name] for name in names if name in style.words_of)])
        words = len(WORD.findall(parsed(content.wording.text(say))[0]))
        if words > most and (say.name, "words") not in found:
            found.add((say.name, "words"))
            below = f" below {' and '.join(names[1:])}" if names[1:] else ""
            yield ContentError(file, "file", f"has {words} words{below}; {most} are read at once")
        offered = sum(button.label.startswith("button.") for row in say.buttons for button in row)
        most = style.buttons_of.get(say.name, style.most_buttons)
        if offered > most and (say.name, "buttons") not in found:
            found.add((say.name, "buttons"))
            yield ContentError(file, "buttons", f"offers {offered} things to do; {most} are taken in at once")


def _names(say: Say | None) -> Iterator[str]:
    while say:
        yield say.name
        say = say.lead
