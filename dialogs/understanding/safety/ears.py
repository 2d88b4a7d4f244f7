"""The ears: rules of several languages, of which the most urgent that hears a text wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from dialogs.understanding.safety.heard import NOTHING, URGENT, Heard, Kind, Sure

if TYPE_CHECKING:
    from dialogs.content.safety import Safety


@dataclass(frozen=True)
class Ears:
    """Hears what a text needs."""

    rules: tuple[Safety, ...] = ()

    @classmethod
    def of_rules(cls, rules: Safety | tuple[Safety, ...]) -> Self:
        known = rules if isinstance(rules, tuple) else (rules,)
        return cls(tuple(replace(each, others=()) for each in known))

    def hear(self, text: str) -> Heard:
        found = [(at, heard.outcome) for at, each in enumerate(self.rules) if (heard := each.heard(text))]
        for kind in URGENT:
            for at, outcome in found:
                if outcome == kind:
                    return Heard(kind, Sure.HARD, str(at))
        return NOTHING

    def line(self, heard: Heard) -> str:
        """The message of what was heard in one line of its language; "" if there is none."""
        return self.rules[int(heard.language)].lines.get(heard.kind, "") if heard.language else ""

    @property
    def lines(self) -> dict[str, str]:
        """Where help is in an emergency, in one line of each language in which nothing else is said."""
        return {str(at): line for at, each in enumerate(self.rules) if (line := each.lines.get(Kind.EMERGENCY, ""))}
