"""What goes to a patient as files: made when it is sent, by whoever knows how."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any


class AlreadyTold(Exception):
    """A paper could not be made, and the patient was told why: there is nothing more to say."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as the patient gets it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """One message: a single file, or up to ten pictures side by side."""

    files: tuple[File, ...]
    pictures: bool = False


MakePaper = Callable[[int, Mapping[str, Any]], Awaitable[Paper]]
"""Makes a paper for a chat (its id) from the words that `dialogs.words.papers` gave; raises if it cannot be made."""
