"""What may stand in a file of `content/`: every key has a shape, and what does not fit is named by file and key.

A shape is given a place and what stands there, and notes at the place what is wrong with it. It gives back the value as
it is to be used; what it gives back for a wrong one is never used, because `read` raises all that was noted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes, read_toml

MARKUP = re.compile(r"\*\*|__|`|</?[a-zA-Z][^<>]*>|&(?:#\d+|[a-zA-Z]+);")
"""What an author may take for formatting, and a patient would see as it was typed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file we are."""

    mistakes: Mistakes
    key: str = ""

    def at(self, key: str) -> Place:
        return Place(self.mistakes, f"{self.key}.{key}" if self.key else key)

    def wrong(self, problem: str) -> Any:
        """Note what is wrong here; the value that stands for the wrong one is never used."""
        self.mistakes.note(self.key, problem)


Shape = Callable[[Place, Any], Any]


def read(file: Path, shape: Shape, written: Any = None) -> Any:
    """Read a TOML file of a shape. Raises one `ContentError` with every mistake in it.

    `written`: what stands in the file, where something was filled into it first.
    """
    mistakes = Mistakes(file)
    value = shape(Place(mistakes), read_toml(file) if written is None else written)
    mistakes.settle()
    return value


def text(
    most: int = 0,
    fill: Collection[str] = (),
    empty: bool = False,
    ending: str = "",
    lines: bool = False,
    may_fill: Collection[str] = (),
    spaced: bool = False,
) -> Shape:
    """Words in quotes. `fill`: what is filled in, in curly brackets; `most` characters, 0: any; `lines`: or several.

    `may_fill`: what can be filled in, and need not; `spaced`: what stands between other words, with its own spaces.
    """

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, str):
            return place.wrong(f"should be words in quotes, not {_said(value)}")
        if not value.strip():
            return value if empty else place.wrong("is empty")
        if most and len(value) > most:
            place.wrong(f"has {len(value)} characters; {most} is the most that fits")
        if ending and (not value.endswith(ending) or not re.fullmatch(r"[\w{}][\w{}. -]*", value)):
            place.wrong(f"should be the name of a file that ends in {ending}, of letters, digits, spaces, - and _")
        if not value.isprintable() and any(not mark.isprintable() and mark not in "\n\u200d" for mark in value):
            place.wrong("has a character in it that cannot be seen")
        if not lines and ("\n" in value or (value != value.strip() and not spaced)):
            place.wrong("should be one line, without spaces around it")
        if seen := MARKUP.search(value):
            place.wrong(f"would be shown with {seen[0]} as it is typed; only messages/ are formatted, with HTML as <b>")
        _filled(place, value, fill, may_fill)
        return value

    return shape


def _filled(place: Place, value: str, fill: Collection[str], may: Collection[str]) -> None:
    named = re.findall(r"{([^{}]*)}", value)
    all_ = [*fill, *may]
    known = f"here are filled in: {', '.join(f'{{{each}}}' for each in all_)}" if all_ else "nothing is filled in here"
    for name in dict.fromkeys(named):
        if name not in all_:
            place.wrong(f"{{{name}}} would be shown as it is typed; {known}")
    if set("{}") & set(re.sub(r"{[^{}]*}", "", value)):
        place.wrong(f"has half of a pair of curly brackets; {known}")
    for name in fill:
        if name not in named:
            place.wrong(f"needs {{{name}}}, which is filled in")


def flag(place: Place, value: Any) -> Any:
    return value if isinstance(value, bool) else place.wrong(f"must be true or false, not {_said(value)}")


def whole(least: int, most: int, of: str = "") -> Shape:
    """A whole number; `of` what."""

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            return place.wrong(f"must be a number{of} from {least} to {most}, without quotes, not {_said(value)}")
        return value

    return shape


def choice(*among: str) -> Shape:
    def shape(place: Place, value: Any) -> Any:
        known = ", ".join(each or '""' for each in among)
        return value if value in among else place.wrong(f"{_said(value)} is not one of {known}")

    return shape


def several(each: Shape, least: int = 0, most: int = 0, of: str = "words in quotes", distinct: bool = False) -> Shape:
    """A list in which everything has the same shape; `distinct`: nothing stands in it twice."""

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, list):
            return place.wrong(f"should be a list of {of}: [{_said(value) if isinstance(value, str) else '…'}]")
        if len(value) < least:
            at_least = "" if least == most else "at least "
            place.wrong(f"needs {at_least}{least} ({of}), and has {len(value) or 'none'}")
        if most and len(value) > most:
            place.wrong(f"has {len(value)}; {most} is the most")
        for number, one in enumerate(value):
            if distinct and one in value[:number]:
                place.wrong(f"names {_said(one)} twice")
        return [each(place, one) for one in value]

    return shape


def tables(each: Shape, header: str, least: int = 1, named: str = "") -> Shape:
    """`[[header]]` again and again; what stands under the key `named` names the place."""

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            return place.wrong(f"should be written [[{header}]], with two brackets on each side, before each of them")
        if len(value) < least:
            place.wrong(f"at least one [[{header}]] is needed")
        names = [one.get(named) if named else None for one in value]
        at = [name if isinstance(name, str) and name else f"{header} {n}" for n, name in enumerate(names, start=1)]
        return [each(Place(place.mistakes, key), one) for key, one in zip(at, value, strict=True)]

    return shape


def address(*schemes: str) -> Shape:
    """The address of a public page, which begins with one of the `schemes`."""
    begins = " or ".join(f"{scheme}://" for scheme in schemes)
    page = re.compile(rf"(?:{'|'.join(schemes)})://[^\s/]+\.\S+")

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, str) or not value.isprintable() or not page.fullmatch(value):
            return place.wrong(f"should be the address of a page, with {begins} and without spaces")
        return value

    return shape


def day(place: Place, value: Any) -> Any:
    """A day, as TOML writes one."""
    if not isinstance(value, date) or isinstance(value, datetime):
        return place.wrong("should be a day, without quotes: 2026-11-26")
    return value


def table(needed: Mapping[str, Shape], may: Mapping[str, Shape] | None = None) -> Shape:
    """Keys with a shape each: all of `needed`, some of `may`, and no others."""
    known = {**needed, **(may or {})}

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return place.wrong(f"should be a table: [{place.key}], and its keys below it")
        missing = [key for key in needed if key not in value]
        for key in value:
            if key in known:
                continue
            meant = get_close_matches(key, [*missing, *(each for each in known if each not in value)], n=1)
            if meant:
                place.at(key).wrong(f"is not a key we know; is it misspelt? {meant[0]} is one")
                missing = [each for each in missing if each != meant[0]]
            else:
                few = f"; here can stand: {', '.join(known)}" if len(known) <= 12 else ""
                place.at(key).wrong(f"is not a key we know; is it misspelt?{few}")
        for key in missing:
            place.at(key).wrong("is missing")
        return {key: known[key](place.at(key), one) for key, one in value.items() if key in known}

    return shape


def any_keys(each: Shape, least: int = 0, known: Collection[str] | None = None, where: str = "") -> Shape:
    """A table whose keys are the author's, or among those `known` from elsewhere (`where`)."""

    def shape(place: Place, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return place.wrong(f"should be a table: [{place.key}], and its keys below it")
        if len(value) < least:
            place.wrong("is empty")
        for key in value:
            if known is not None and key not in known:
                place.at(key).wrong(f"is not {where}")
        return {key: each(place.at(key), one) for key, one in value.items()}

    return shape


def _said(value: Any) -> str:
    """A wrong value in a few characters, as an author wrote it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | Mapping):
        return "a list" if isinstance(value, list) else "a table"
    said = repr(value)
    return said if len(said) <= 40 else f"{said[:37]}…"
