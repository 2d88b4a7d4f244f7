"""What is due because its moment has come, and needs no doing: the dialogue hears of it, and that is all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.storage.work import Task
from bot.turn.done import Done
from dialogs.events import ReminderDue
from dialogs.roads.errands.events import ErrandOver
from dialogs.roads.keeping.events import DaysRunOut


def reminder(clock: Clock) -> Callable[[Task], Any]:
    async def remind(task: Task) -> Done:
        return Done(ReminderDue(clock.now(), datetime.fromisoformat(task.subject)))

    return remind


def end_of_days(clock: Clock) -> Callable[[Task], Any]:
    async def end(task: Task) -> Done:
        return Done(DaysRunOut(clock.now(), datetime.fromisoformat(task.subject)))

    return end


def end_of_an_errand(clock: Clock) -> Callable[[Task], Any]:
    async def end(task: Task) -> Done:
        return Done(ErrandOver(clock.now(), int(task.subject)))

    return end
