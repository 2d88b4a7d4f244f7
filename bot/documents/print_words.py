"""What was read on a file, word for word and with its place: kept beside the file, and laid into the packet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.documents.print_lines import Piece
from bot.packet.pdf.words import PARTS

MOST_PIECES = 1000
"""Of one page: a line of print is one, a cell of a table another."""
MOST_CHARACTERS = 300

Page = dict[str, Any]
"""`page` from 1, by how many degrees it was `turned` when it was read, its `size` then in pixels, and its `words`."""


def page_of(pieces: Sequence[Piece], size: tuple[int, int], turned: int) -> Page:
    """What was read on one page, as JSON may carry it; it has no number yet."""
    width, height = size
    words = [
        [
            each.text[:MOST_CHARACTERS],
            *_places((each.left, each.right), width),
            *_places((each.top, each.bottom), height),
        ]
        for each in pieces[:MOST_PIECES]
    ]
    return {
        "turned": turned,
        "size": [width, height],
        "words": [[text, left, top, right, bottom] for text, left, right, top, bottom in words],
    }


def heard(line: bytes, pages: int) -> list[Page] | None:
    """The pages in a line of a child's, or None if they are not exactly what an honest child says of so many."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, list) or len(plain) != pages or not all(map(_is_page, plain)):
        return None
    return plain


def numbered(pages: Iterable[Page], first: int, turned: int) -> Iterator[Page]:
    """The pages with their numbers; they were shown turned by so many degrees before any was turned further."""
    for number, page in enumerate(pages, first):
        yield {**page, "page": number, "turned": (page["turned"] + turned) % 360}


def _places(ends: tuple[float, float], whole: int) -> tuple[int, ...]:
    return tuple(min(PARTS, max(0, round(each / max(whole, 1) * PARTS))) for each in ends)


def _is_page(page: Any) -> bool:
    if not isinstance(page, Mapping) or set(page) != {"turned", "size", "words"}:
        return False
    size, words = page["size"], page["words"]
    return (
        type(page["turned"]) is int
        and page["turned"] in (0, 90, 180, 270)
        and _are_numbers(size, 2, 1 << 16)
        and isinstance(words, list)
        and len(words) <= MOST_PIECES
        and all(map(_is_word, words))
    )


def _is_word(word: Any) -> bool:
    if not isinstance(word, list) or len(word) != 5 or not isinstance(word[0], str):
        return False
    return 0 < len(word[0]) <= MOST_CHARACTERS and word[0].isprintable() and _are_numbers(word[1:], 4, PARTS)


def _are_numbers(values: Any, count: int, most: int) -> bool:
    return isinstance(values, list) and len(values) == count and all(type(v) is int and 0 <= v <= most for v in values)
