"""What a patient did last, as far as it can be taken back in words: "that was wrong"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.case.answer import Answer
from dialogs.case.delivery import Delivery
from dialogs.case.request import Request
from dialogs.case.text import OwnWords


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
    spent: bool = False
    """It was itself a taking back: what was done before it stays."""
    sent: tuple[int, ...] = ()
    """It was these files that came, one behind the other: they are deleted by a question of its own alone."""
    destination: str = ""
    destinations: tuple[str, ...] = ()
    decision: str = ""
    date: str = ""
    pile: str = ""
    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    """Of the records whose answer it changed; None: there was none."""
    files: tuple[Filed, ...] = ()
    """The files that it sorted."""
    requests: tuple[Request, ...] = ()
    """As they were, those that it changed or took away."""
    requests_made: tuple[int, ...] = ()
    request: int = 0
    deliveries: tuple[Delivery, ...] = ()
    """As they were, those that it changed or took away."""
    deliveries_made: tuple[int, ...] = ()
    questions_made: tuple[int, ...] = ()
    own_words: Mapping[str, OwnWords | None] = field(default_factory=dict)
    """Of the records whose lines it changed; None: there were none."""
    texts_seen: int = 0
    """How many texts there had been: what it put aside goes with it."""
    asked: str = ""
    """What was asked beside the step when it was done: it may have answered a reminder."""
