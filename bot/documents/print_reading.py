"""What is printed on a kept photo or scan, read in a child process when the operator wants it (`OCR`)."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Sequence
from itertools import chain

from bot.child.child import run_child
from bot.clock import Clock
from bot.documents.telling import heard
from bot.documents.thumbnails import TooMuchToDraw
from bot.storage import cases
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.vault import Vault
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.events import TextRead

Draw = Callable[[Iterable[bytes], str, int, int, int, int], Awaitable[list[bytes]]]
"""JPEGs of pages: chunks, kind, the first page (from 1), how many at most, degrees clockwise, height in pixels."""
See = Callable[[Sequence[bytes], int, bytes], Awaitable[Facts]]
"""Reads pictures of the first pages of a paper that has so many pages, by rules (JSON)."""

MOST_PAGES = 3
"""Pages that are read; who, when and which stand on the first ones."""
HEIGHT = 1750
"""Pixels of a page, for print to be read: 150 to an inch."""
SECONDS = 90
MEMORY = 3 << 30
"""Bytes of address space; resident it is less than one third of that."""
MOST_SAID = 64 << 10


async def read_print(pictures: Sequence[bytes], pages: int, rules: bytes) -> Facts:
    """What is printed on pictures of the first pages of a paper; nothing if reading takes too much or fails."""
    wanted = json.dumps({"pages": pages, "lengths": [len(each) for each in pictures]}).encode()
    lines = [rules.replace(b"\n", b" ") + b"\n", wanted + b"\n"]
    module = "bot.documents.print_seeing"
    answer = await run_child(module, chain(lines, pictures), seconds=SECONDS, memory=MEMORY, answer_limit=MOST_SAID)
    found = heard(answer.output) if answer.outcome == "done" else None
    return found.facts if found else NOTHING_READ


class PrintReading:
    """Reads one file of the vault, and reports what was found; the patient waits for nothing."""

    def __init__(self, writer: Writer, vault: Vault, clock: Clock, draw: Draw, see: See, rules: bytes = b"{}") -> None:
        self._writer, self._vault, self._clock, self._draw, self._see = writer, vault, clock, draw, see
        self._rules = rules

    async def read(self, task: Task) -> Done:
        """Read the first pages of a file. Raises what the vault raises: then it is tried again."""
        stored = await self._writer.run(cases.get, task.case_id)
        document = stored.case.document(int(task.subject)) if stored else None
        if stored is None or document is None:
            return Done()
        _, sha256 = await self._writer.run(cases.kept, stored.id, document.number)
        chunks = self._vault.read(stored.id, stored.key, document.number, sha256)
        try:
            pictures = await self._draw(chunks, document.kind, 1, MOST_PAGES, document.turned, HEIGHT)
        except TooMuchToDraw:
            pictures = []
        facts = await self._see(pictures, document.pages, self._rules) if pictures else NOTHING_READ
        return Done(TextRead(self._clock.now(), document.number, facts))

    async def give_up(self, task: Task) -> Done:
        """It stays unread; whoever waits to hear what it may be is asked."""
        return Done(TextRead(self._clock.now(), int(task.subject), NOTHING_READ))
