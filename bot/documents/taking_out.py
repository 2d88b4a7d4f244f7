"""Taking one file out of a container, in a child process: it is trusted no more than what a patient sends."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from bot.child.child import run_child
from bot.kinds.findings import KEPT, STATES, State
from bot.kinds.kinds import KINDS, Kind
from dialogs.receiving.sent import TELEGRAM_LIMIT

SECONDS = 20
"""A large e-mail is read whole for each of its attachments."""
_ROOM = 1 << 10
"""Bytes for the line that says how it went."""


@dataclass(frozen=True)
class TakenOut:
    """The file, or why it does not come out, as a state and a kind."""

    state: State | None = None
    kind: Kind = "unknown"
    is_lost: bool = False
    """The child ended before it could say anything: that may be our fault."""
    content: bytes = field(default=b"", repr=False)


async def take_out(chunks: Iterable[bytes], kind: str, place: str) -> TakenOut:
    """One of the files in a container of this kind. Only what the chunks raise is raised."""
    line = json.dumps({"kind": kind, "place": place}).encode() + b"\n"
    limit = TELEGRAM_LIMIT + _ROOM
    answer = await run_child("bot.documents.unwrapping", chain([line], chunks), seconds=SECONDS, answer_limit=limit)
    said, _, content = answer.output.partition(b"\n")
    if answer.outcome in ("timed_out", "out_of_memory"):
        return TakenOut("over_limit", is_lost=True)
    if answer.outcome != "done":
        return TakenOut("unreadable", is_lost=True)
    return TakenOut(content=content) if said == b"taken" else _refused(said)


def _refused(said: bytes) -> TakenOut:
    try:
        state, kind = json.loads(said)
    except (ValueError, TypeError, RecursionError):
        return TakenOut("unreadable", is_lost=True)
    if state not in STATES or state in KEPT or kind not in KINDS:
        return TakenOut("unreadable", is_lost=True)
    return TakenOut(state, kind)
