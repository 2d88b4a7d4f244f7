"""Ears for a test: they hear what they are told to, and guess as a model may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.understanding.safety import NOTHING, Ears, Heard, Kind, Sure


@dataclass(frozen=True, eq=False)
class Told(Ears):
    """Hears phrases, each as what it stands for."""

    surely: Mapping[str, Kind] = field(default_factory=dict)
    maybe: Mapping[str, Kind] = field(default_factory=dict)

    def hear(self, text: str) -> Heard:
        for phrases, sure in ((self.surely, Sure.HARD), (self.maybe, Sure.SOFT)):
            for phrase, kind in phrases.items():
                if phrase in text.lower():
                    return Heard(kind, sure, "en")
        return NOTHING

    def line(self, heard: Heard, spoken: str = "") -> str:
        return ""


EARS = Told(
    surely={"cannot breathe": Kind.EMERGENCY, "want to die": Kind.CRISIS, "fever of 39": Kind.CALL_TEAM},
    maybe={
        "elephant on my chest": Kind.EMERGENCY,
        "better without me": Kind.CRISIS,
        "not right today": Kind.CALL_TEAM,
        "what does my result mean": Kind.NOT_OURS,
    },
)
