"""A button's data, read, and what the card is about on which it stands.

A button's data is `step@thing/move/argument`; the thing is left out where a step has but one. Buttons that lie in chats
since before they named their thing have none: they may leave a step, and change nothing (decisions/0026).
"""

from __future__ import annotations

from dataclasses import dataclass

HARMLESS = frozenset({"back", "leave", "done", "skip", "letters", "month"})
"""Moves that change nothing about a thing: a button without a name may still make them."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's data, read."""

    step: str
    thing: str = ""
    move: str = ""
    arguments: tuple[str, ...] = ()

    @property
    def argument(self) -> str:
        return "/".join(self.arguments)


def read(data: str) -> Tap:
    place, _, rest = data.partition("/")
    step, _, thing = place.partition("@")
    move, *arguments = rest.split("/")
    return Tap(step, thing, move, tuple(arguments))
