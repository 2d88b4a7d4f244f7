"""What the bot asks about every file it receives."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.documents.child import ChildAnswer, run_child
from bot.documents.findings import MOST_PAGES, STATES, State
from bot.documents.kinds import HEAD_BYTES, Kind, kind_of
from dialogs.facts import NOTHING_READ, Facts


@dataclass(frozen=True)
class Verdict:
    """What a file is; pages is 0 unless it is readable."""

    state: State
    kind: Kind
    pages: int
    remarks: tuple[str, ...] = ()
    facts: Facts = NOTHING_READ


async def inspect(chunks: Iterable[bytes]) -> Verdict:
    """Look at a file in a child process of its own; any bytes end in a verdict, only the chunks' own errors are raised.

    A child that ran out of time or memory is "over_limit": the file may be whole, and is more than we can look at. One
    that died otherwise is "unreadable".
    """
    head = bytearray()
    answer = await run_child("bot.documents.examination", _remembering(chunks, head))
    kind = kind_of(bytes(head))
    if answer.outcome in ("timed_out", "out_of_memory"):
        return Verdict("over_limit", kind, 0)
    return _verdict(answer, kind) or Verdict("unreadable", kind, 0)


def _remembering(chunks: Iterable[bytes], head: bytearray) -> Iterator[bytes]:
    for chunk in chunks:
        head += chunk[: HEAD_BYTES - len(head)]
        yield chunk


def _verdict(answer: ChildAnswer, kind: Kind) -> Verdict | None:
    """The verdict in a child's answer, or None if the answer is not exactly what an honest child gives."""
    try:
        told = json.loads(answer.output)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or set(told) != {"state", "kind", "pages"} or told["kind"] != kind:
        return None
    state, pages = told["state"], told["pages"]
    if state not in STATES or type(pages) is not int:
        return None
    if (state == "unknown_kind") != (kind == "unknown") and state != "over_limit":
        return None
    if not (1 <= pages <= MOST_PAGES if state == "readable" else pages == 0):
        return None
    return Verdict(state, kind, pages)
