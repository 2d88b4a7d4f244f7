"""Work that cannot be done now: when it is tried again, and what its patient hears meanwhile."""

from __future__ import annotations

import random
from datetime import timedelta

from bot.clock import Clock
from bot.storage import cases, work
from bot.storage.connection import Connection
from bot.storage.work import Task
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from dialogs.events import Event

SHORTEST, LONGEST = timedelta(seconds=2), timedelta(minutes=5)
LONGEST_OF_THE_VAULT = timedelta(seconds=20)
TELL_AFTER = timedelta(minutes=1)
"""When a patient hears that something takes longer: most troubles are over by then."""


def pause(age: timedelta, failures: int) -> timedelta:
    """How long to rest before the next try: an eighth of how long it has been tried, longer if it fails by itself.

    So after an outage everything goes on within an eighth of the time it lasted, and within five minutes at most.
    """
    return min(LONGEST, max(SHORTEST, age / 8, timedelta(seconds=2 ** min(failures, 9) if failures else 0)))


def pause_of_the_vault(age: timedelta) -> timedelta:
    """As long again as it has been tried, and no longer than that all goes on within half a minute of its return: so a
    store that is away is hardly asked. Those that wait together do not come together.
    """
    return min(LONGEST_OF_THE_VAULT, max(SHORTEST, age)) * random.uniform(0.75, 1)  # noqa: S311 - no secret


def put_off(
    connection: Connection, turns: Turns, clock: Clock, task: Task, wait: timedelta, counts: bool, late: Event | None
) -> Outcome | None:
    """Let a task rest, and tell the dialogue that it is late, in one commit; None if there is nothing to tell."""
    now = clock.now()
    # The case first, as in a turn: whoever takes the two in another order may wait for whoever waits for them.
    stored = cases.get(connection, task.case_id) if late and task.since and now - task.since >= TELL_AFTER else None
    is_ours = work.postpone(connection, task.claim, now + wait, counts)
    return turns.tell(connection, stored.chat_id, late) if is_ours and stored and late else None
