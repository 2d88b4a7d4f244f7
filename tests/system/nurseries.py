"""Where the children of bots are forked from that are forked themselves.

That a child begins by itself until others can be forked is shown by `tests/documents/test_nursery.py`.
"""

from __future__ import annotations

from bot.child import child
from bot.child.begun import Asked, Forked
from bot.child.nursery import WORTH_IT, Nursery

_PATIENCE = 60
"""Seconds for a process that imports what children need, on a machine that is busy."""


class AtOnce(Nursery):
    """Begins with the first child that is wanted, and is waited for: none imports by itself what the next needs too."""

    def fork(self, asked: Asked, python: str) -> Forked | None:
        if asked.module in WORTH_IT and not self._at_work and not self._is_vain:
            self.begin(asked.project, python)
        self.is_ready(_PATIENCE)
        return super().fork(asked, python)


class Shared(AtOnce):
    """Begun before any bot is forked, and asked by all of them: what children need is imported once for a whole run.

    It ends with the process that began it. A bot that hears nothing of it any more has one of its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.begin(str(child._PROJECT), child._PYTHON)
        assert self.is_ready(_PATIENCE)

    def close(self) -> None:
        """Ask it no more, and leave it to the others."""
        self._at_work, self._is_ready = None, False


def have_ones_own() -> None:
    """Of a bot on another kernel: what it begins is on the same."""
    child._nursery = AtOnce()
