"""One that hears what is written: what it does, and which texts it may hear at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dialogs.effects import Turn
from dialogs.hearing.written import How, Written

NOTHING_ELSE = frozenset[How]()


@dataclass(frozen=True)
class Listener:
    """Unless it says more, it hears what a patient wrote themselves, after they agreed, where no password is asked for.

    `turn` gives the turn after a text, None if the text is not for it, or how those below it are to hear that text.
    """

    turn: Callable[[Written], Turn | Written | None]
    even: frozenset[How] = NOTHING_ELSE
    """How else a text may come that it hears."""
    presses: bool | None = None
    """Hears only what means a button in sight, or only what means none; None: both."""

    def hears(self, written: Written) -> bool:
        if not written.how <= self.even:
            return False
        return self.presses is None or self.presses == (written.shown is not None)


def heard(written: Written, listeners: Iterable[Listener]) -> Turn:
    """The turn of the first that has one. Raises LookupError if nobody has: the last of them hears everything."""
    for listener in listeners:
        answer = listener.turn(written) if listener.hears(written) else None
        if isinstance(answer, Turn):
            return answer
        written = answer or written
    raise LookupError("a text that nobody hears")
