"""What lies in a file that only holds others: an archive, an e-mail with what was attached to it, a saved page."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.facts import NOTHING_READ, Facts

MOST_ENCLOSED = 300
"""Files that are taken out of one that was sent."""
MOST_NAMED = 3
"""Names, at most, of what else lies in it."""
LONGEST_NAME = 64
"""Characters of a name that is shown."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One of those files: its place, as only who lists and who takes out knows it, its name, its bytes as claimed."""

    place: str
    name: str
    size: int
    facts: Facts = NOTHING_READ
    """What a second form of it says of it in fields that are made for it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What may be a paper, in the order in which it is to be read, and what else there is."""

    enclosed: tuple[Enclosed, ...] = ()
    others: tuple[str, ...] = ()
    """Names of some of what is of no kind that we keep: a program, a font."""
    other_files: int = 0
    """How many such files there are."""
    beyond: int = 0
    """How many more may be papers, and are not taken: it holds too many."""
    again: int = 0
    """How many only say what another paper in it says, and are not taken: the same in a second form."""


NOTHING_IN_IT = Contents()
