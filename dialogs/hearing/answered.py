"""What is asked for where they stand, and is told: a password, a day, a place, a line of their own."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.effects import Say, Turn
from dialogs.hearing.written import How, Written
from dialogs.roads.answering import Answering


@dataclass(frozen=True)
class Answered:
    """Gives a text to the step that asked for it."""

    roads: Answering

    def password(self, written: Written) -> Turn | None:
        """Whatever stands there is the password, with its spaces: nobody else looks at it."""
        if How.SECRET not in written.how:
            return None
        turn = self.roads.write(written.case, written.event.text) if written.text else None
        return turn or written.asked_again(Say("please_tap"))

    def answer(self, written: Written) -> Turn | None:
        """What may well be the answer; none of it is, below a question about something else."""
        if not written.may_answer or written.kind or written.may_stop or written.case.asked:
            return None
        return self.roads.write(written.case, written.text) or written.asked_again(Say("please_tap"))
