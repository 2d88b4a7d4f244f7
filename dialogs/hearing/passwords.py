"""Texts that may be a password: none of them is kept, shown or noted, at whatever step it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.meanings import CRY, GREETING
from dialogs.content.said import Said
from dialogs.effects import Effect, Keyboard, Say, Turn, Unsay, aside
from dialogs.events import Event, Inspected, Wrote
from dialogs.hearing.written import Written
from dialogs.journey.machine import Journey

WHILE = 5
"""Texts after a locked file was named, or after its password's step was left, of which one may be the password."""
SHORTEST_MIXED = 8
"""Characters of letters and digits mixed from which a lone word looks like nothing but a password."""


@dataclass(frozen=True)
class Passwords:
    """Knows when a text may be one, and asks kindly."""

    said: Said
    journey: Journey

    def may_be_one(self, case: Case, event: Event) -> bool:
        """Whether a password is asked for where this was written, or it looks like one."""
        if not isinstance(event, Wrote):
            return False
        return self.journey.text_at(case.step) == "secret" or self.suspected(case, event)

    def suspected(self, case: Case, event: Wrote) -> bool:
        text, step = event.text.strip(), case.step
        if self.said.tells_a_secret(text):
            return True
        takes = None if case.asked else self.journey.text_at(step)
        if len(text.split()) != 1 or self.said.is_no_answer(text) in (CRY, GREETING):
            return False
        if takes == "day":
            return False
        if takes == "word":
            return case.password_near > 0
        return case.password_near > 0 or bool(_locked(case)) or (takes is None and _is_mixed(text))

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it looks like none."""
        return self._asked_about(written) if self.suspected(written.case, written.event) else None

    def _asked_about(self, written: Written) -> Turn:
        """The text is forgotten, and taken out of the chat unless it may be an ordinary word."""
        case = written.case
        locked = _locked(case)
        number = next((each for each in locked if each), 0)
        again = ((aside(f"file/{number}/password", "password"),),) if number else ()
        buttons: Keyboard = (*again, (aside("continue"),))
        ordinary = written.text.isalpha() and written.takes is not None
        unsay: tuple[Effect, ...] = () if ordinary else (Unsay(),)
        return Turn(case, (*unsay, Say("password_maybe", {"locked": bool(number)}, buttons)))


def remembered(journey: Journey, before: Case, case: Case, event: Event) -> Case:
    """The case with how near a password is, after an event."""
    left_its_step = journey.text_at(before.step) == "secret" and before.step != case.step
    if left_its_step or (isinstance(event, Inspected) and event.state == "locked"):
        return replace(case, password_near=WHILE)
    if isinstance(event, Wrote) and case.password_near:
        return replace(case, password_near=case.password_near - 1)
    return case


def _locked(case: Case) -> list[int]:
    """The numbers of the files that a password opens; 0 for one of which it is not known yet."""
    return [
        each.number if each.state == "locked" else 0
        for each in case.documents
        if each.state == "arriving" or each.opens_with_a_password
    ]


def _is_mixed(word: str) -> bool:
    """Letters and digits in one, and no address."""
    if len(word) < SHORTEST_MIXED or "://" in word or re.search(r"@\w+\.", word):
        return False
    return bool(re.search(r"\d", word)) and bool(re.search(r"[^\W\d]", word))
