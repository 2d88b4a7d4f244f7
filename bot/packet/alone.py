"""One file packed alone, as it will be in the packet: what "Saved" means is found out when the file arrives."""

from __future__ import annotations

import io
import time
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from bot.packet.binding import Binding
from bot.packet.comparing import LONGEST_SIDE, look_alike, look_the_same
from bot.packet.forms import Form, form_of
from bot.packet.press import Press
from bot.packet.reasons import Reason

LIMIT = 50_000_000
"""Bytes of the largest part; a page that is larger has no place in any packet."""
_WORDS: Mapping[str, str] = defaultdict(lambda: "-", language="en")
"""In place of the packet's own: what a page of words says of itself is not looked at here."""


@dataclass(frozen=True)
class Alone:
    """What came of it: why the file has no pages, or which of them (from 1) go in as pictures, drawn anew."""

    reason: Reason | None = None
    drawn: tuple[int, ...] = ()
    compared: int = 0
    """So many pages, from the first, were seen to look as they did, or are drawn."""


def pack_alone(data: bytes, seconds: float) -> Alone:
    """Pack a file alone in so many seconds of processor time, and compare its pages until as many have gone by.

    Raises nothing that a parser raises.
    """
    end = time.monotonic() + seconds
    form = form_of(data)
    packed = _Packed(data, form, (), seconds)
    if packed.reason:
        return Alone(packed.reason)
    if form not in ("pdf", "picture"):  # words are set by us, and a disc's papers are written anew
        return Alone(compared=len(packed.placed))
    drawn, compared, before = set(packed.drawn), 0, time.monotonic()
    with suppress(Exception, MemoryError):
        for same in (_pages_compared if form == "pdf" else _pictures_compared)(data, packed):
            drawn |= set() if same else {compared}
            compared += 1
            now = time.monotonic()
            if now + (now - before) > end:  # the next page may take as long as this one
                break
            before = now
    if drawn > packed.drawn:
        # That a page can be drawn is seen with the first that has to be.
        again = _Packed(data, form, sorted(drawn)[:1], seconds)
        if again.reason:
            return Alone(again.reason)
    return Alone(None, tuple(number + 1 for number in sorted(drawn)), compared)


class _Packed:
    """A file bound alone, without pages of ours."""

    def __init__(self, data: bytes, form: Form, drawn: Collection[int], seconds: float) -> None:
        out = io.BytesIO()
        file = {"turned": 0, "drawn": [number + 1 for number in drawn]}
        press = Press() if form in ("text", "word_file") else None
        plan = {"limit": LIMIT, "files": [file], "left_out": [], "words": _WORDS}
        binding = Binding(plan, press, lambda _, content: out.write(content))  # type: ignore[arg-type]
        binding.add(0, data, seconds)
        self.reason = binding.left_out.get(0)
        self.drawn = binding.drawn.get(0, set())
        self.placed = [page for bound in binding.parts for _, pages in bound.runs for page in pages]
        if not self.reason:
            binding.parts[-1].part.finish(self.placed, [], "", b"")
        self.content = out.getvalue()


def _pages_compared(data: bytes, packed: _Packed) -> Iterator[bool]:
    """Of every page in turn, whether it looks the same; a page that is a picture of itself does."""
    from bot.packet.drawn import Drawing

    source, copy = Drawing(data), Drawing(packed.content)
    for number, placed in enumerate(packed.placed):
        if number in packed.drawn:
            yield True
        else:
            scale = LONGEST_SIDE / max(*source.size(number), 1)
            yield look_the_same(source.small(number, scale), copy.small(number, scale, placed.seen))


def _pictures_compared(data: bytes, packed: _Packed) -> Iterator[bool]:
    from bot.packet.drawn import Drawing
    from bot.packet.pictures import on_its_page, overviews

    copy = Drawing(packed.content)
    for number, (overview, placed) in enumerate(zip(overviews(data), packed.placed, strict=False)):
        width, height = copy.size(number)
        shown = copy.small(number, LONGEST_SIDE / max(width, height, 1), placed.seen)
        yield look_alike(overview, shown.crop(on_its_page(overview.size, shown.size)))
