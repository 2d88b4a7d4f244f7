"""Small pictures of a file's pages, so that a patient sees what was sent."""

import json
from collections.abc import Iterable
from itertools import chain

from bot.documents.child import run_child
from bot.documents.kinds import Kind

DRAWN: tuple[Kind, ...] = ("pdf", "jpeg", "png", "heic", "tiff", "webp")
MOST_PAGES = 10
"""Pictures that Telegram shows as one album."""
_MOST_BYTES = 1 << 20
_JPEG = b"\xff\xd8\xff"


async def pictures(
    chunks: Iterable[bytes], kind: str, first_page: int = 1, at_most: int = MOST_PAGES, turned: int = 0
) -> list[bytes]:
    """JPEGs of some pages, counted from 1, about 800 pixels high, turned clockwise by 0, 90, 180 or 270 degrees.

    Drawn in a child process; whatever cannot be drawn gives none. Only what the chunks raise is raised.
    """
    if kind not in DRAWN:
        return []
    at_most = min(at_most, MOST_PAGES)
    wanted = json.dumps({"kind": kind, "first_page": first_page, "at_most": at_most, "turned": turned}).encode()
    limit = at_most * _MOST_BYTES
    answer = await run_child("bot.documents.rendering", chain([wanted + b"\n"], chunks), answer_limit=limit)
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
