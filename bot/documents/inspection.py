"""What the bot asks about every file it receives."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from bot.child import lending
from bot.child.child import ChildAnswer, run_child
from bot.child.lending import Lent, Loan
from bot.documents.telling import heard
from bot.kinds.findings import Finding, State, said
from bot.kinds.kinds import HEAD_BYTES, Kind, is_kind, kind_of, kinds_of
from dialogs.case.document import SET
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.events import Inspected
from dialogs.receiving.contents import NOTHING_IN_IT, Contents

MOST_SAID = 2 << 20
"""Bytes of all lines of a child whose file is full of names and numbers."""
SECONDS_FOR_LARGE = 180
"""For a disc of thousands of images, which may lie in an object store far away."""
Lend = Callable[[], AbstractContextManager[Lent]]
"""Opens a file to be read from anywhere in it."""


@dataclass(frozen=True)
class Verdict:
    """What a file is; pages is 0 unless it is readable."""

    state: State
    kind: Kind
    pages: int
    remarks: tuple[str, ...] = ()
    facts: Facts = NOTHING_READ
    drawn: tuple[int, ...] = ()
    """Pages, counted from 1, that go into the packet as pictures."""
    compared: int = 0
    """So many pages, from the first, were seen to look in the packet as they do in the file."""
    kinds: tuple[Kind, ...] = field(default=(), compare=False)
    """What its first bytes allow it to be."""
    stands: int = 0
    """Degrees clockwise by which a photo is turned until its print stands upright."""
    sheet: tuple[int, ...] = ()
    """Where on a photo the sheet of paper lies; empty: it is shown as it is."""
    contents: Contents = NOTHING_IN_IT
    """What lies in it, if it was opened."""

    def told(self, at: datetime, document: int, sha256: str) -> Inspected:
        """What the dialogue hears of it, once the file is where no crash can lose it."""
        known = (self.state, self.pages, self.remarks, self.facts, self.kind, sha256, self.drawn, self.compared)
        return Inspected(at, document, *known, stands=self.stands, sheet=self.sheet, contents=self.contents)


async def inspect_any(size: int, whole: Callable[[], Iterable[bytes]], lend: Lend, rules: bytes = b"{}") -> Verdict:
    """Look at a file of so many bytes: handed over whole, or lent where it is too large for that. As `inspect`."""
    return await (inspect_large(lend, rules) if size > lending.LARGE else inspect(whole(), rules))


async def inspect(chunks: Iterable[bytes], rules: bytes = b"{}") -> Verdict:
    """Look at a file in a child process of its own; any bytes end in a verdict, only the chunks' own errors are raised.

    The rules are JSON, for `bot.documents.recognition`. A child that ran out of time or memory before it had a verdict
    is "over_limit": the file may be whole, and is more than we can look at. One that died otherwise is "unreadable".
    """
    head = bytearray()
    whole = chain([_line(rules)], _remembering(chunks, head))
    answer = await run_child("bot.documents.examination", whole, answer_limit=MOST_SAID)
    return _verdict(answer, bytes(head))


async def inspect_large(lend: Lend, rules: bytes = b"{}") -> Verdict:
    """Look at a file that does not go through memory: a child asks for the parts of it that it needs.

    Verdicts as by `inspect`; what lending the file raises is raised.
    """
    size, head = await asyncio.to_thread(_beginning, lend)
    loan = Loan(lambda _: lend())
    try:
        about = json.dumps({"descriptor": loan.descriptor, "size": size}).encode() + b"\n"
        module, lines = "bot.documents.large_examination", [_line(rules), about]
        answer = await run_child(module, lines, seconds=SECONDS_FOR_LARGE, answer_limit=MOST_SAID, loan=loan)
    finally:
        await asyncio.to_thread(loan.close)
    return _verdict(answer, head)


def _line(rules: bytes) -> bytes:
    return rules.replace(b"\n", b" ") + b"\n"


def _beginning(lend: Lend) -> tuple[int, bytes]:
    with lend() as lent:
        return lent.size, lent.read(0, HEAD_BYTES)


def _verdict(answer: ChildAnswer, head: bytes) -> Verdict:
    kinds = kinds_of(head)
    if found := _last_said(answer, head):
        remarks = (*found.remarks, *said("unproved", _is_unproved(found)))
        seen = (found.facts, found.drawn, found.compared, kinds, found.stands, found.sheet)
        return Verdict(found.state, found.kind, found.pages, remarks, *seen, contents=found.contents)
    lost = answer.outcome in ("timed_out", "out_of_memory")
    return Verdict("over_limit" if lost else "unreadable", kind_of(head), 0, kinds=kinds)


def _is_unproved(found: Finding) -> bool:
    """Whether the child did not come to pack it alone, or not to its end."""
    has_pages = found.state == "readable" and found.kind not in ("dicom", "dicom_zip")
    return has_pages and not found.compared and not set(found.remarks) & {"not_packed", "unproved"}


def _remembering(chunks: Iterable[bytes], head: bytearray) -> Iterator[bytes]:
    for chunk in chunks:
        head += chunk[: HEAD_BYTES - len(head)]
        yield chunk


def _last_said(answer: ChildAnswer, head: bytes) -> Finding | None:
    """What the child knew when it ended, or None if its first word is not what an honest child says of these bytes."""
    first, *later = answer.output.split(b"\n")[:-1] or [b""]
    said = heard(first)
    if said is None or not is_kind(said.kind, head):
        return None
    for line in later:
        more = heard(line)
        if more is None or (more.state, more.kind) != (said.state, said.kind):
            break
        if more.pages != said.pages and said.kind not in SET:
            break
        said = more
    return said
