"""Rules for what is said plainly, and the words that tell of when and of whom a part of a sentence speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.understanding.safety.bare import NOT_BARE, Bare
from dialogs.understanding.safety.heard import Kind
from dialogs.understanding.safety.temperature import Temperature

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A part of a sentence with a phrase of every list in `all`, and none of `unless`, is of this kind."""

    kind: Kind
    all: tuple[Phrases, ...]
    unless: Phrases = ()
    example: str = ""
    """What somebody may write who means it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Words by which a part of a sentence is not, or is, about something that happens now."""

    now: Phrases = ()
    past: Phrases = ()
    """Long ago: what follows is over, too, as long as it is told in the past."""
    what_if: Phrases = ()
    """It has not happened."""
    told: Phrases = ()
    """It stands in a report, a leaflet, a film; or it is asked about by somebody else."""
    joins: Phrases = ()
    """Another part of the sentence begins here."""
    turns: Phrases = ()
    """Of the joins, those behind which something else is told: "but"."""
    here: Phrases = ()
    """Somebody is something, or has something, at this moment: "I am", "she cannot"."""


SCOPES = ("now", "past", "what_if", "told", "joins", "turns", "here")


@dataclass(frozen=True, eq=False)
class Rules:
    """What is known of one language."""

    language: str = ""
    rules: tuple[Rule, ...] = ()
    scope: Scope = field(default_factory=Scope)
    temperature: Temperature = field(default_factory=Temperature)
    meanings: Mapping[str, Phrases] = field(default_factory=dict)
    """Words that mean much the same, under a name that all languages share."""
    bare: Bare = NOT_BARE
    lines: Mapping[str, str] = field(default_factory=dict)
    """Messages in one line of a language in which nothing else may be said."""
