"""One file packed alone, as it will be in the packet: what "Saved" means is found out when the file arrives."""

from __future__ import annotations

import io
import time
from collections import defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from bot.kinds.every import kind_of_file
from bot.kinds.kind import KindOfFile, Packed
from bot.kinds.reasons import Reason
from bot.packet.binding import Binding
from bot.papers.press import Press

LIMIT = 50_000_000
"""Bytes of the largest part; a page that is larger has no place in any packet."""
SETTING_SECONDS = 8.0
"""Of processor time, for the pages of one file that are to be looked at in the chat."""
_WORDS: Mapping[str, str] = defaultdict(lambda: "-", language="en")
"""In place of the packet's own: what a page of words says of itself is not looked at here."""


@dataclass(frozen=True)
class Alone:
    """What came of it: why the file has no pages, or which of them (from 1) go in as pictures, drawn anew."""

    reason: Reason | None = None
    drawn: tuple[int, ...] = ()
    compared: int = 0
    """So many pages, from the first, were seen to look as they did, or are drawn."""


def pack_alone(data: bytes | BinaryIO, kind: str, seconds: float, sheet: tuple[int, ...] = ()) -> Alone:
    """Pack a file alone in so many seconds of processor time, and compare its pages until as many have gone by.

    `sheet`: where on a photo the page lies.

    Raises nothing that a parser raises.
    """
    end = time.monotonic() + seconds
    of_kind = kind_of_file(kind)
    if of_kind is None:
        return Alone("unreadable")
    packed, reason = _packed(data, kind, of_kind, (), seconds, sheet)
    if reason:
        return Alone(reason)
    if of_kind.same is None or not isinstance(data, bytes):  # words are set by us, and a disc's papers are written anew
        return Alone(compared=len(packed.seen))
    drawn, compared, before = set(packed.drawn), 0, time.monotonic()
    with suppress(Exception, MemoryError):
        for same in of_kind.same(data, packed):
            drawn |= set() if same else {compared}
            compared += 1
            now = time.monotonic()
            if now + (now - before) > end:  # the next page may take as long as this one
                break
            before = now
    if drawn > set(packed.drawn):
        # That a page can be drawn is seen with the first that has to be.
        _, reason = _packed(data, kind, of_kind, sorted(drawn)[:1], seconds, sheet)
        if reason:
            return Alone(reason)
    return Alone(None, tuple(number + 1 for number in sorted(drawn)), compared)


def set_alone(data: bytes, kind: str, words: Mapping[str, Any]) -> bytes:
    """A file whose pages we set, as a PDF with these words of the packet on it; empty if it has no pages."""
    of_kind = kind_of_file(kind)
    if of_kind is None or not of_kind.sets_words:
        return b""
    packed, reason = _packed(data, kind, of_kind, (), SETTING_SECONDS, (), words)
    return b"" if reason else packed.content


def _packed(
    data: bytes | BinaryIO,
    kind: str,
    of_kind: KindOfFile,
    drawn: Collection[int],
    seconds: float,
    sheet: tuple[int, ...],
    words: Mapping[str, Any] = _WORDS,
) -> tuple[Packed, Reason | None]:
    """A file bound alone, without pages of ours; or why it cannot be."""
    out = io.BytesIO()
    file = {"kind": kind, "turned": 0, "drawn": [number + 1 for number in drawn], "sheet": sheet}
    press = Press() if of_kind.sets_words else None
    plan = {"limit": LIMIT, "files": [file], "left_out": [], "words": words}
    binding = Binding(plan, press, lambda _, content: out.write(content))  # type: ignore[arg-type]
    binding.add(0, data, seconds)
    placed = [page for bound in binding.parts for _, pages in bound.runs for page in pages]
    reason = binding.left_out.get(0)
    if not reason:
        binding.parts[-1].part.finish(placed, [], "", b"")
    seen = tuple(page.seen for page in placed)
    return Packed(out.getvalue(), seen, binding.drawn.get(0, set()), sheet), reason
