"""What the jail holds here and now: a real child tries to get out, and says what it could reach."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.child.child import run_child
from bot.child.jail import Part
from bot.child.trying import ATTEMPTS, END

SECONDS = 60
_HELD_BY: dict[Part, tuple[str, ...]] = {"Landlock": ("files", "folders", "memory"), "seccomp": ATTEMPTS[3:]}
_MEANS: dict[Part, str] = {
    "Landlock": "Landlock is missing, so a child that opens a file can read the bot's other files "
    "(Linux 5.13 and newer have it; some containers take it away)",
    "seccomp": "seccomp is missing, so a child that opens a file can use the network and reach other processes "
    "(some containers take it away)",
}


@dataclass(frozen=True)
class Hold:
    """What a child could reach, by the names of `trying.ATTEMPTS`; `began` is whether there was a child at all."""

    reached: tuple[str, ...] = ()
    began: bool = True

    @property
    def missing(self) -> tuple[Part, ...]:
        return tuple(part for part, held in _HELD_BY.items() if set(held) & set(self.reached))

    @property
    def whole(self) -> bool:
        return self.began and not self.missing

    @property
    def complaints(self) -> tuple[str, ...]:
        """A line for the operator about each part that is missing."""
        if not self.began:
            return ("no child process can be started, so no file can be opened",)
        return tuple(f"the jail is not whole: {_MEANS[part]}" for part in self.missing)


async def try_jail() -> Hold:
    """Have a child try to get out. It does no harm where it succeeds. Raises OSError if no process can be made."""
    answer = await run_child("bot.child.trying", [], seconds=SECONDS, whole_jail=False)
    if not answer.output:
        return Hold(began=False)
    said: Sequence[str] = [json.loads(line) for line in answer.output.splitlines()]
    reached = set(said) - {END} - ({"programs"} if END in said else set())
    return Hold(tuple(name for name in ATTEMPTS if name in reached))
