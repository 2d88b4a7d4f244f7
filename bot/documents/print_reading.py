"""What is printed on a kept photo or scan, read in a child process when the operator wants it (`OCR`)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from bot.child.child import run_child
from bot.clock import Clock
from bot.documents import print_words
from bot.documents.print_words import Page
from bot.documents.telling import heard
from bot.documents.thumbnails import TooMuchToDraw
from bot.packet.pieces import words_of
from bot.storage import cases
from bot.storage.cases import StoredCase
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, Kept
from bot.vault import Vault
from dialogs.case.document import PICTURES, Document
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.events import TextRead


@dataclass(frozen=True)
class Print:
    """What was read on some pages of a paper: the facts, and the words of each page."""

    facts: Facts = NOTHING_READ
    pages: Sequence[Page] = ()


Draw = Callable[..., Awaitable[list[bytes]]]
"""JPEGs of pages: chunks, kind, the first page (from 1), how many at most, degrees clockwise, height in pixels.

`sheet` beside them, where only part of a photo is its page.
"""
See = Callable[[Sequence[bytes], int, bytes], Awaitable[Print]]
"""Reads pictures of some pages of a paper that has so many pages, by rules (JSON)."""

MOST_PAGES = 3
"""Pages that are read at a time; who, when and which stand on the first ones."""
HEIGHT = 1750
"""Pixels of a page, for print to be read: 150 to an inch."""
SECONDS = 120
MEMORY = 3 << 30
"""Bytes of address space; resident it is less than one third of that."""
MOST_SAID = 4 << 20


async def read_print(pictures: Sequence[bytes], pages: int, rules: bytes) -> Print:
    """What is printed on pictures of pages of a paper; nothing if reading takes too much or fails."""
    wanted = json.dumps({"pages": pages, "lengths": [len(each) for each in pictures]}).encode()
    lines = [rules.replace(b"\n", b" ") + b"\n", wanted + b"\n"]
    module = "bot.documents.print_seeing"
    answer = await run_child(module, chain(lines, pictures), seconds=SECONDS, memory=MEMORY, answer_limit=MOST_SAID)
    if answer.outcome != "done":
        return Print()
    first, _, second = answer.output.partition(b"\n")
    found = heard(first)
    return Print(found.facts, print_words.heard(second, len(pictures)) or ()) if found else Print()


class PrintReading:
    """Reads one file of the vault, some pages at a time, and reports what was found; the patient waits for nothing."""

    def __init__(self, writer: Writer, vault: Vault, clock: Clock, draw: Draw, see: See, rules: bytes = b"{}") -> None:
        self._writer, self._vault, self._clock, self._draw, self._see = writer, vault, clock, draw, see
        self._rules = rules

    async def read(self, task: Task) -> Done:
        """Read the next pages of a file. Raises what the vault raises: then it is tried again."""
        stored = await self._writer.run(cases.get, task.case_id)
        document = stored.case.document(int(task.subject)) if stored else None
        if stored is None or document is None:
            return Done()
        first = _first(task)
        _, sha256 = await self._writer.run(cases.kept, stored.id, document.number)
        chunks = self._vault.read(stored.id, stored.key, document.number, sha256)
        only = {"sheet": document.sheet} if document.sheet else {}
        try:
            pictures = await self._draw(chunks, document.kind, first, MOST_PAGES, document.upright, HEIGHT, **only)
        except TooMuchToDraw:
            pictures = []
        found = await self._see(pictures, document.pages, self._rules) if pictures else Print()
        turn = found.pages[0]["turned"] if found.pages and document.kind in PICTURES and document.pages == 1 else 0
        stands = (document.stands + turn) % 360 if turn else None
        until = first + len(pictures) - 1
        event = TextRead(self._clock.now(), document.number, found.facts, stands, first, until)
        if not found.pages:
            return Done(event)
        pages = [*print_words.numbered(found.pages, first, document.upright)]
        return Done(event, read=await self._keep(stored, document, pages, first))

    async def give_up(self, task: Task) -> Done:
        """It stays unread; whoever waits to hear what it may be is asked."""
        return Done(TextRead(self._clock.now(), int(task.subject), NOTHING_READ, first=_first(task)))

    async def _keep(self, stored: StoredCase, document: Document, pages: list[Page], first: int) -> Kept:
        """The words of these pages, and of those before them, beside the file."""
        number = words_of(document.number)
        _, sha256 = await self._writer.run(cases.kept, stored.id, number)

        def written() -> Kept:
            before: list[Any] = []
            if sha256 and first > 1:
                before = json.loads(b"".join(self._vault.read(stored.id, stored.key, number, sha256)))
            with self._vault.receive(stored.id, stored.key, number, replaces=True) as deposit:
                deposit.write(json.dumps([*before, *pages]).encode())
                sealed = deposit.seal()
                deposit.keep()
            return Kept(number, sealed.size, sealed.sha256, "words")

        return await asyncio.to_thread(written)


def _first(task: Task) -> int:
    return int(task.details or 1)
