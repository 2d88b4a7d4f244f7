"""The files of `content/` as text and as TOML: whatever an editor made of them, read or refused in one sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")

PASSED_OVER = re.compile(r"\..*|.*~|#.*#|.*\.(?:bak|orig|old|rej|swp|tmp|md)|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""Names of what editors, file managers and authors leave beside content: never read, and `check` says so."""

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.-]+)\s*\]{0,2}\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\.[\w-]+)*)\s*=")


class ContentError(Exception):
    """A mistake in content/, named by file and key so that its author can mend it; `others` were found with it."""

    def __init__(self, file: Path | str, key: str, problem: str, others: Iterable[ContentError] = ()) -> None:
        super().__init__(f"{file}: {key}: {problem}")
        self.file, self.key, self.problem = str(file), key, problem
        self.others = tuple(others)

    def __reduce__(self) -> tuple[Any, ...]:
        """As it goes from one process to another: an exception would be made anew from its one line."""
        return ContentError, (self.file, self.key, self.problem, self.others)

    @property
    def all(self) -> tuple[ContentError, ...]:
        """Every mistake that one reading found, this one first."""
        return (self, *self.others)


class Mistakes:
    """What is wrong in one file, noted down until all of it has been looked at."""

    def __init__(self, file: Path | str) -> None:
        self._file = file
        self.noted: list[ContentError] = []

    def note(self, key: str, problem: str) -> None:
        self.noted.append(ContentError(self._file, key or "file", problem))

    def settle(self) -> None:
        """Raise `ContentError` with all that was noted, if anything was."""
        raise_all(self.noted)


class Reading:
    """Several files read one after another, and what is wrong in all of them."""

    def __init__(self) -> None:
        self.mistakes: list[ContentError] = []

    def of(self, reader: Callable[..., T], *arguments: Any) -> T:
        """What a reader gives. Where it finds a mistake nothing is given: `settle` comes before that is used."""
        try:
            return reader(*arguments)
        except ContentError as mistake:
            self.mistakes.append(mistake)
            return cast("T", None)

    def settle(self) -> None:
        """Raise `ContentError` with every mistake, if there was one."""
        raise_all(self.mistakes)


def unless_changed(reader: Callable[..., T]) -> Callable[..., T]:
    """A reader of one file that does not read it anew while its text is the same. What it gives must not change."""

    @lru_cache(maxsize=16)
    def remembered(file: Path, text: str, *arguments: Any) -> T:
        return reader(file, *arguments)

    _remembered.append(remembered.cache_clear)

    @wraps(reader)
    def read(file: Path, *arguments: Any) -> T:
        return remembered(file, read_text(file), *arguments)

    return read


_remembered: list[Callable[[], None]] = []


def forget_files() -> None:
    """Let go of the files that were read, and of what they gave to whoever asks for the same again."""
    for each in (_parsed.cache_clear, *_remembered):
        each()


def raise_all(mistakes: Iterable[ContentError]) -> None:
    """Raise the first of some mistakes, which then carries the others; does nothing if there are none."""
    every = [each for mistake in mistakes for each in mistake.all]
    if every:
        first, *others = every
        raise ContentError(first.file, first.key, first.problem, others)


def is_passed_over(file: Path) -> bool:
    """Whether a file is none of content's: hidden, a backup of an editor, a note."""
    return bool(PASSED_OVER.fullmatch(file.name))


def read_text(file: Path) -> str:
    """A file's text, with or without a byte order mark. Raises `ContentError` if it is not there or not UTF-8."""
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise ContentError(file, "file", "is not there") from None
    except OSError as error:
        raise ContentError(file, "file", f"cannot be read ({error.strerror})") from None
    if b"\0" in raw:
        raise ContentError(file, "file", "is not UTF-8 text but most likely UTF-16: please save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        seen = raw[error.start : error.start + 1].decode("cp1252", "replace")
        problem = f"has a character that is not UTF-8 ({seen!r} in Windows-1252?): please save the file as UTF-8"
        raise ContentError(file, f"line {line}", problem) from None


def read_toml(file: Path) -> dict[str, Any]:
    """A TOML file as it stands. Raises `ContentError` naming the line and the key where it stops being TOML."""
    text = read_text(file)
    try:
        return _parsed(text)
    except tomllib.TOMLDecodeError as error:
        lines = text.replace("\r\n", "\n").split("\n")
        at = int(found[1]) if (found := _LINE.search(str(error))) else len(lines)
        why = _LINE.sub("", str(error)).strip()
        if why.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")):
            why = f"stands there twice ({why})"
        raise ContentError(file, _key_at(lines, at), f"line {at} cannot be read as TOML: {why}") from None


@lru_cache(maxsize=64)
def _parsed(text: str) -> dict[str, Any]:
    """The same file is read for each reader of its words, and again after each edit of another; nobody changes it."""
    return tomllib.loads(text)


def _key_at(lines: list[str], number: int) -> str:
    """The key that is being written in a line, under the header it belongs to; the line if there is none."""
    key = ""
    for line in reversed(lines[:number]):
        if header := _HEADER.match(line):
            return f"{header[1]}.{key}".rstrip(".")
        if not key and (found := _KEY.match(line)):
            key = found[1]
    return key or f"line {number}"
