"""Where a record is to be sent now: who has none to send, or goes on, is heard as at the record itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.effects import Turn
from dialogs.events import Pressed
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.pressing import key_of, told_back
from dialogs.hearing.written import Written
from dialogs.journey.steps import below, root
from dialogs.roads.records.path import SENDING

ANSWERS = ("missing", "asked", "elsewhere", "cannot_get", "not_applicable", "not_sure", "all_here")
"""What is said of the record itself, and stands no longer in sight."""
GOES_ON = ("skip", "go_on", "later", "not_now")
NO = "text_drop"
"""A plain no means this where it stands."""
DONE, BACK = "done", "back"


@dataclass(frozen=True)
class NotSending:
    """`press` is what answers a tap."""

    own_words: OwnWords
    press: Callable[[Case, Pressed], Turn]

    def turn(self, written: Written) -> Turn | Written | None:
        """How it is heard at the record; or the turn of who leaves with nothing said of it."""
        case, presses, text = written.case, written.presses, written.last
        key = root(case.step)
        says_yes = presses.pressed(text, {"yes"}).key
        if case.step != below(key, SENDING) or presses.is_question(text) or says_yes:
            return None
        says = [each for each in (*ANSWERS, *GOES_ON, NO) if presses.pressed(text, {each}).key]
        if not says or any(presses.pressed(text, {key_of(shown)}).key for shown in case.keyboard):
            return None
        at_the_record = replace(case, step=key, asked="", keyboard=())
        if not case.documents_of(key) and NO not in says and self.own_words.mean(at_the_record, text)[0]:
            return written.where(at_the_record)
        leaves = DONE if case.documents_of(key) else BACK
        there = Shown(f"button.{leaves}", f"{case.step}/{leaves}")
        turn = self.press(replace(case, asked=""), Pressed(written.event.at, there.data))
        return told_back(turn, there, written.screens.journey.way_back(turn.case))
