"""What a patient did last, as far as it can be taken back in words: "that was wrong"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.case.answer import Answer


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a file lay before it was sorted."""

    number: int
    record: str
    also: tuple[str, ...] = ()
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """The step it was done at, and how it was before."""

    step: str
    stray: bool = False
    """It was a text that changed nothing: there is nothing to be taken back."""
    destination: str = ""
    destinations: tuple[str, ...] = ()
    decision: str = ""
    date: str = ""
    pile: str = ""
    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    """Of the records whose answer it changed; None: there was none."""
    files: tuple[Filed, ...] = ()
    """The files that it sorted."""
