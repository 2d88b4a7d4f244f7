"""What changed in content since a version: the files of messages, and the keys of words, as they were."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class NoVersion(Exception):
    """One line: the version is not known here."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file, or one key of it, and what stood there; empty: it is new."""

    file: str
    key: str
    before: str
    now: str


def changes(folder: Path, since: str) -> list[Change]:
    """All changes of `folder`, by file. Raises `NoVersion`."""
    known = _git(folder, "rev-parse", "--verify", "--quiet", f"{since}^{{commit}}")
    if known is None:
        raise NoVersion(f"there is no version called {since!r} here")
    names = (_git(folder, "diff", "--name-only", "--relative", since, "--", ".") or "").split("\n")
    return [change for name in names if name for change in _of_file(folder, name, since)]


def _of_file(folder: Path, name: str, since: str) -> Iterator[Change]:
    file = folder / name
    before = _git(folder, "show", f"{since}:./{name}") or ""
    now = file.read_text(encoding="utf-8") if file.exists() else ""
    if not name.endswith(".toml"):
        yield Change(name, "", before, now)
        return
    old, new = _flat(tomllib.loads(before)), _flat(tomllib.loads(now))
    yield from (Change(name, key, old.get(key, ""), new.get(key, "")) for key in _both(old, new))


def _both(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    return (key for key in {**new, **old} if old.get(key) != new.get(key))


def _flat(table: Mapping[str, Any], above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= _flat(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": str(value)}
    return found


def _git(folder: Path, *words: str) -> str | None:
    try:
        command = ["git", "-C", str(folder), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - the author asked for it
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.rstrip("\n")
