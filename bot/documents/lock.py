"""Opening a PDF with the password that the patient gave; the password is used once and remembered nowhere."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from bot.child.child import run_child
from bot.kinds.every import MOST_IN_MEMORY

MOST_CHARACTERS = 200


@dataclass(frozen=True)
class Unlocked:
    """How it went, and the file without its lock if it was opened."""

    outcome: Literal["opened", "wrong", "cannot"]
    content: bytes = field(default=b"", repr=False)


async def unlock(chunks: Iterable[bytes], password: str) -> Unlocked:
    """The PDF rewritten without its lock, by a child that is given the password on its standard input.

    "wrong": another password opens it. "cannot": no password does, or it takes more than a child may take. Only what
    the chunks raise is raised.
    """
    if len(password) > MOST_CHARACTERS:
        return Unlocked("wrong")
    line = json.dumps(password).encode() + b"\n"
    answer = await run_child("bot.documents.unlocking", chain([line], chunks), answer_limit=2 * MOST_IN_MEMORY)
    outcome, _, content = answer.output.partition(b"\n")
    if answer.outcome != "done" or outcome not in (b"opened", b"wrong"):
        return Unlocked("cannot")
    return Unlocked("opened", content) if outcome == b"opened" else Unlocked("wrong")
