"""Why a file is not among the pages of the packet."""

from typing import Literal, get_args

Reason = Literal["unreadable", "locked", "too_much", "too_large", "too_long", "disc"]
REASONS: tuple[Reason, ...] = get_args(Reason)


class LeftOut(Exception):
    """A file that cannot be packed, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
