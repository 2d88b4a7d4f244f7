"""A rehearsal whose bots are forked, as it is itself: it starts one anew whenever its clock or its chat is another."""

from __future__ import annotations

import sys
from functools import partial

import bot.rehearsal

BOT = (sys.executable, "-m", "tests.system.forked", "run")


def fork_its_bots() -> None:
    """What the process of a rehearsal does before it begins."""
    bot.rehearsal.rehearse = partial(bot.rehearsal.rehearse, command=BOT)
