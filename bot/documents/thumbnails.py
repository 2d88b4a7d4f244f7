"""Small pictures of a file's pages, so that a patient sees what was sent."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any

from bot.child.child import run_child
from dialogs.case.document import DRAWN, SET

MOST_PAGES = 10
"""Pictures that Telegram shows as one album."""
HEIGHT = 800
SECONDS, SECONDS_TO_SET = 10, 30
"""For drawing the pages of one file, and where they have to be set before."""
NO_WORDS: Mapping[str, Any] = MappingProxyType({})
_MOST_BYTES = 1 << 20
_JPEG = b"\xff\xd8\xff"


class TooMuchToDraw(Exception):
    """The pages take more memory or time to draw than a child may take; the file may be whole."""


async def pictures(
    chunks: Iterable[bytes],
    kind: str,
    first_page: int = 1,
    at_most: int = MOST_PAGES,
    turned: int = 0,
    height: int = HEIGHT,
    sheet: Sequence[int] = (),
    words: Mapping[str, Any] = NO_WORDS,
) -> list[bytes]:
    """JPEGs of some pages, counted from 1, at most so many pixels high, turned clockwise by 0, 90, 180 or 270 degrees.

    `sheet`: which part of a photo is its page (`bot.kinds.sheets.sheet`). `words`: the packet's own, for what we set.
    Drawn in a child process; what is damaged gives none. Raises `TooMuchToDraw`, or what the chunks raise.
    """
    if kind not in DRAWN and not (kind in SET and words):
        return []
    at_most = min(at_most, MOST_PAGES)
    wanted: dict[str, Any] = {
        "kind": kind,
        "first_page": first_page,
        "at_most": at_most,
        "turned": turned,
        "height": height,
    }
    wanted |= {"sheet": list(sheet)} if sheet else {}
    wanted |= {"words": dict(words)} if words else {}
    line = json.dumps(wanted).encode() + b"\n"
    limit = at_most * _MOST_BYTES * max(1, height // HEIGHT) ** 2
    seconds = SECONDS_TO_SET if kind in SET else SECONDS
    answer = await run_child("bot.documents.rendering", chain([line], chunks), seconds=seconds, answer_limit=limit)
    if answer.outcome in ("out_of_memory", "timed_out"):
        raise TooMuchToDraw
    return _apart(answer.output, at_most) if answer.outcome == "done" else []


def _apart(output: bytes, at_most: int) -> list[bytes]:
    """The pictures in a child's answer; none if it is not exactly what an honest child says."""
    line, _, rest = output.partition(b"\n")
    try:
        lengths = json.loads(line)
    except (ValueError, RecursionError):
        return []
    if not isinstance(lengths, list) or len(lengths) > at_most:
        return []
    if any(type(length) is not int or length < 1 for length in lengths) or sum(lengths) != len(rest):
        return []
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    apart = [rest[end - length : end] for end, length in zip(ends, lengths, strict=True)]
    return apart if all(each.startswith(_JPEG) for each in apart) else []
