"""More answers wait for somebody than can be said one by one: that is told once, and no message is left unheard."""

from __future__ import annotations

from datetime import timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Say, Turn
from dialogs.events import FellBehind

ONCE_IN = timedelta(hours=1)
"""However many messages follow."""


def told_behind(case: Case, event: FellBehind) -> Turn:
    if event.at - case.told_behind < ONCE_IN:
        return Turn(case)
    return Turn(replace(case, told_behind=event.at), (Say("behind", quiet=True),))
