"""What the bot asks about every file it receives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from bot.child.child import ChildAnswer, run_child
from bot.documents.telling import heard
from bot.kinds.findings import Finding, State, said
from bot.kinds.kinds import HEAD_BYTES, Kind, is_kind, kind_of, kinds_of
from dialogs.case.facts import NOTHING_READ, Facts

MOST_SAID = 2 << 20
"""Bytes of all lines of a child whose file is full of names and numbers."""


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


async def inspect(chunks: Iterable[bytes], rules: bytes = b"{}") -> Verdict:
    """Look at a file in a child process of its own; any bytes end in a verdict, only the chunks' own errors are raised.

    The rules are JSON, for `bot.documents.recognition`. A child that ran out of time or memory before it had a verdict
    is "over_limit": the file may be whole, and is more than we can look at. One that died otherwise is "unreadable".
    """
    head = bytearray()
    line = rules.replace(b"\n", b" ") + b"\n"
    whole = chain([line], _remembering(chunks, head))
    answer = await run_child("bot.documents.examination", whole, answer_limit=MOST_SAID)
    kinds = kinds_of(bytes(head))
    if found := _last_said(answer, bytes(head)):
        remarks = (*found.remarks, *said("unproved", _is_unproved(found)))
        seen = (found.facts, found.drawn, found.compared, kinds, found.stands, found.sheet)
        return Verdict(found.state, found.kind, found.pages, remarks, *seen)
    lost = answer.outcome in ("timed_out", "out_of_memory")
    return Verdict("over_limit" if lost else "unreadable", kind_of(bytes(head)), 0, kinds=kinds)


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
        if more is None or (more.state, more.kind, more.pages) != (said.state, said.kind, said.pages):
            break
        said = more
    return said
