"""What files of `content/` gave when they were read and found right, kept so that the next start need not do it again.

It lies beside Python's own compiled files, is worth as much trust as they are, and is made where they may be made. It
counts only for the very same text, read by the very same code: anything else is read and checked as ever, and so is
what cannot be read back. A mistake is never kept.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import cache_from_source
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar, cast

T = TypeVar("T")

LIBRARIES = ("babel", "jinja2", "markupsafe")
"""What has a part in what is kept, beside our own code."""
_CODE = Path(__file__).parent.parent
_MARK = hashlib.sha256().digest_size
"""Bytes of a mark: of what it was read from, and of what was kept."""


class Kept:
    """Reads files through a folder in which what they gave is kept; with none, it only reads them.

    `holds`: what was given once is given again while its files are the same, in this process too: only those that were
    edited are read anew.
    """

    def __init__(self, folder: Path | None = None, holds: bool = False) -> None:
        self._folder, self._held = folder, dict[str, tuple[bytes, Any]]() if holds else None

    def of(self, reader: Callable[..., T], files: Iterable[Path], *arguments: Any, form: str = "") -> T:
        """What a reader makes of its arguments and of these files, which are all that it reads.

        `form`: which of several things that are made of the same files.
        """
        if self._folder is None and self._held is None:
            return reader(*arguments)
        every = tuple(files)
        mark = _mark(reader, every, arguments)
        hashed = hashlib.sha256(repr((reader.__qualname__, *map(str, every), form)).encode()).hexdigest()
        name = f"{reader.__name__.strip('_')}-{hashed[:16]}"
        if self._held and (held := self._held.get(name)) and held[0] == mark:
            return cast("T", held[1])
        place = self._folder / name if self._folder else None
        found = _read(place, mark) if place else ()
        given = found[0] if found else reader(*arguments)
        if not found and _mark(reader, every, arguments) != mark:
            return cast("T", given)  # somebody is just writing it
        if place and not found:
            _keep(place, mark, pickle.dumps((given,), pickle.HIGHEST_PROTOCOL))
        if self._held is not None:
            self._held[name] = mark, given
        return cast("T", given)


def beside_bytecode(holds: bool = False) -> Kept:
    """Where Python keeps what it compiled of this module; nowhere, if it may not keep any."""
    place = None if sys.dont_write_bytecode else Path(cache_from_source(__file__)).with_suffix(".content")
    return Kept(place, holds)


def _mark(reader: Callable[..., Any], files: tuple[Path, ...], arguments: tuple[Any, ...]) -> bytes:
    told = hashlib.sha256(_code())
    told.update(repr((reader.__module__, reader.__qualname__, [_plain(each) for each in arguments])).encode())
    for file in files:
        text = file.read_bytes() if file.is_file() else None
        told.update(repr((str(file), text is not None and hashlib.sha256(text).hexdigest())).encode())
    return told.digest()


def _plain(argument: Any) -> object:
    """An argument so that it is written alike in every process."""
    return sorted(map(repr, argument)) if isinstance(argument, set | frozenset) else argument


@cache
def _code() -> bytes:
    """The mark of all code that has a part in reading."""
    told = hashlib.sha256(repr((sys.version, *map(_version, LIBRARIES))).encode())
    for file in sorted(_CODE.rglob("*.py")):
        told.update(repr((file.relative_to(_CODE).as_posix(), file.stat().st_size)).encode())
        told.update(file.read_bytes())
    return told.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return token_hex(8)  # nobody tells which it is: what is kept is never used again


def _read(place: Path, mark: bytes) -> tuple[Any, ...]:
    """What was kept under this mark, alone in a tuple; an empty one if nothing was, or it was cut off."""
    with suppress(Exception):  # written by another version, or damaged: all the same, it is read from content
        kept = place.read_bytes()
        whole = kept[_MARK : 2 * _MARK] == hashlib.sha256(kept[2 * _MARK :]).digest()
        if kept[:_MARK] == mark and whole:
            return cast("tuple[Any, ...]", pickle.loads(kept[2 * _MARK :]))  # noqa: S301 # as trusted as bytecode
    return ()


def _keep(place: Path, mark: bytes, given: bytes) -> None:
    """Keep it, whole or not at all; where nothing may be written it is read anew at every start."""
    beside = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(mark + hashlib.sha256(given).digest() + given)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
