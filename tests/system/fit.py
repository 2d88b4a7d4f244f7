"""A bot that need not try known good files: that all can be opened is shown by `tests/documents/test_fitness.py`."""

from __future__ import annotations

from functools import partial

import bot.parts
from bot.documents.fitness import TRIED, Fitness
from bot.kinds.kinds import Kind
from tests.older_kernel import take_away
from tests.system.nurseries import have_ones_own


async def _every_kind() -> frozenset[Kind]:
    return frozenset(TRIED)


Fit = partial(Fitness, opened_together=_every_kind)
"""Tried once for all, not in a child of 25 parsers at each start and each look of the doctor's."""


def lack(*parts: str) -> None:
    """Be on a kernel without parts of the jail, and try what can be opened there."""
    take_away(*parts)
    have_ones_own()
    bot.parts.Fitness = Fitness  # type: ignore[attr-defined]
