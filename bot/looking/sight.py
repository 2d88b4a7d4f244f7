"""One file as the bot sees it when it arrives, as plain values for a line of JSON."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from bot.documents.fitness import Fitness
from bot.documents.inspection import Verdict, inspect_any
from bot.documents.within import within
from dialogs.case.facts import Facts

PIECE = 1 << 16
"""Bytes that are read at a time."""


class NotLookedAt(Exception):
    """A file that says nothing: it is not there, may not be read, is no file, or we are at fault."""


async def look_at(path: Path, rules: bytes, fitness: Fitness) -> dict[str, Any]:
    """What the bot sees in a file, on the road of one that arrives: the child, its jail, its limits.

    `rules` is JSON, for `bot.documents.recognition`. Raises `NotLookedAt`.
    """
    try:
        if why := await asyncio.to_thread(_no_file, path):
            raise NotLookedAt(why)
        verdict = await _looked_at(path, rules)
        if await fitness.is_to_blame(verdict):
            raise NotLookedAt("could not be looked at, through a fault of ours: see `python -m bot doctor`")
        return {**as_plain(verdict), "documents": await _inside(path, verdict, rules)}
    except (OSError, ValueError) as error:  # a name with a NUL is no name
        raise NotLookedAt(getattr(error, "strerror", None) or "cannot be read") from None


async def _inside(path: Path, verdict: Verdict, rules: bytes) -> list[dict[str, Any]]:
    """Each of the files in one that was opened, looked at as if it had been sent alone."""
    if verdict.state != "opened":
        return []
    content = await asyncio.to_thread(path.read_bytes)
    return [{"file": each.name, **as_plain(found)} async for each, found in within(content, verdict, rules)]


async def _looked_at(path: Path, rules: bytes) -> Verdict:
    size = (await asyncio.to_thread(path.stat)).st_size
    return await inspect_any(size, partial(_pieces, path), partial(_lent, path), rules)


def as_plain(verdict: Verdict) -> dict[str, Any]:
    """A verdict by the names that are printed; what is not printed on a paper is null or an empty list.

    "could_not_tell" names that of which something is printed, and no more could be told: never the same as nothing.
    """
    facts = verdict.facts
    return {
        "kind": verdict.kind,
        "verdict": verdict.state,
        "documents": [],
        "second_forms": verdict.contents.again,
        "pages": verdict.pages,
        "records": [key for key in (facts.record, *facts.also) if key],
        "may_be": list(facts.likely),
        "day": _day(facts),
        "could_not_tell": list(facts.unclear),
        "standing": facts.status or None,
        "patient": facts.patient or None,
        "born": facts.born or None,
        "earlier_name": facts.former or None,
        "patient_number": facts.number or None,
        "doctor": facts.doctor or None,
        "numbers": list(facts.identifiers),
        "specimens": list(facts.specimens),
        "examined": facts.study or None,
        "place": facts.institution or None,
        "pages_missing": list(facts.pages_missing),
        "references": list(facts.pointers),
        "studies": [asdict(study) for study in facts.studies],
        "remarks": list(verdict.remarks),
    }


def _day(facts: Facts) -> dict[str, Any] | None:
    """The day a paper is about, how it was found, and whether it is sure; the days it may be, where it is two."""
    if facts.date:
        return {"date": facts.date, "how": facts.dated_by, "sure": True}
    if facts.either:
        return {"date": None, "either": list(facts.either), "how": facts.dated_by, "sure": False}
    return None


def _no_file(path: Path) -> str:
    """Why there is nothing to be read; empty if there is. A pipe or a device may never end."""
    if path.is_file():
        return ""
    return "is a folder" if path.is_dir() else "is no file" if path.exists() else "is not there"


@dataclass(frozen=True, slots=True)
class _Lent:
    """A file on this disk, of which any part can be read."""

    file: BinaryIO
    size: int

    def read(self, at: int, length: int) -> bytes:
        self.file.seek(at)
        return self.file.read(length)


@contextmanager
def _lent(path: Path) -> Iterator[_Lent]:
    with path.open("rb") as file:
        yield _Lent(file, path.stat().st_size)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
