"""A bot whose patience ends sooner: what it does when it ends takes as long as ever, and nobody waits for it."""

from __future__ import annotations

from functools import partial

import bot.parts
from bot.chat import polling
from bot.chat.pulse import Pulse


def be_impatient() -> None:
    """Say soon that nothing is heard, notice soon that a road went silent, and try again soon."""
    bot.parts.Pulse = partial(Pulse, failing=2.0)  # type: ignore[assignment,attr-defined]
    polling.LONGEST_WAIT, polling.POLL_SECONDS = 0.5, 2
