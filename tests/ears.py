"""Ears for a test: they hear what they are told to, and guess as a model may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.understanding.safety import NOTHING, Ears, Heard, Kind, Sure


@dataclass(frozen=True, eq=False)
class Told(Ears):
    """Hears phrases, each as what it stands for."""

    plainly: Mapping[str, Kind] = field(default_factory=dict)
    guessed: Mapping[str, Kind] = field(default_factory=dict)

    def hear(self, text: str) -> Heard:
        for phrases, sure in ((self.plainly, Sure.HARD), (self.guessed, Sure.SOFT)):
            for phrase, kind in phrases.items():
                if phrase in text.lower():
                    return Heard(kind, sure, "en")
        return NOTHING

    def line(self, heard: Heard) -> str:
        return ""


EARS = Told(
    plainly={"cannot breathe": Kind.EMERGENCY, "want to die": Kind.CRISIS, "fever of 39": Kind.CALL_TEAM},
    guessed={
        "elephant on my chest": Kind.EMERGENCY,
        "better without me": Kind.CRISIS,
        "not right today": Kind.CALL_TEAM,
        "what does my result mean": Kind.NOT_OURS,
    },
)
