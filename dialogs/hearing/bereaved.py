""" "We lost her": whoever may be bereaved is asked kindly, and no guess ends anything."""

from __future__ import annotations

from dialogs.case.case import LONG_AGO, Case
from dialogs.case.copies import replace
from dialogs.effects import Keyboard, Say, aside
from dialogs.hearing import texts
from dialogs.hearing.cards import HELP, HERE
from dialogs.roads.reminders import schedule

LOST = "lost"
"""The message that asks."""
GRIEVING = "grieving"
CONDOLENCES = frozenset({"gone", LOST, GRIEVING})
"""What was said to somebody who mourns: no text below it is an answer to a form."""


def only_guesses(say: Say) -> bool:
    """Whether a condolence was said on a guess alone: what stood there before it is still to be answered."""
    return say.name == GRIEVING and bool(say.values["guessed"])


def asked(case: Case, text: str, place: str, plainly: bool, pauses: bool) -> tuple[Case, Say]:
    """The question whether the reminders are to stop.

    `pauses`: it may be the patient's own death, told by whoever has their phone: until they say, no reminder comes.
    `place`: where the text would be an answer ("sertraline since my husband died"), empty if nowhere.
    """
    reminds = case.reminders is not None and case.reminders.due is not None
    pauses = pauses and reminds
    case = replace(case, grief_guessed=LONG_AGO)
    if pauses and case.reminders:
        case = replace(case, reminders=schedule.paused(case.reminders))
    answer: Keyboard = ()
    if place:
        case = texts.holding(case, text.strip(), place)
        answer = ((aside("text/answer", "text_answer", case.texts_seen),),)
    stop: Keyboard = ((aside("stop"),),) if reminds else ()
    on: Keyboard = ((aside("resume"),),) if pauses else HERE
    delete: Keyboard = ((aside("delete"),),) if plainly else ()
    values = {"plainly": plainly, "pauses": pauses, "reminds": reminds}
    return case, Say(LOST, values, (*stop, *on, *answer, (HELP,), *delete), quiet=True)
