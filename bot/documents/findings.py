"""What the child finds in a file, as it tells its parent."""

from dataclasses import dataclass
from typing import Literal, get_args

State = Literal["readable", "locked", "unreadable", "over_limit", "unknown_kind"]
STATES: tuple[State, ...] = get_args(State)

MOST_BYTES = 20 << 20  # what getFile gives: https://core.telegram.org/bots/api#getfile
MOST_PAGES = 2000


@dataclass(frozen=True)
class Finding:
    """A state, and the number of pages if readable."""

    state: State
    pages: int = 0


def counted(pages: int) -> Finding:
    """What a number of pages means."""
    if pages < 1:
        return Finding("unreadable")
    return Finding("readable", pages) if pages <= MOST_PAGES else Finding("over_limit")
