"""The days that were read on papers: shown once, so that the patient can say whether they are right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.effects import Button, Keyboard, Say, Turn
from dialogs.roads.files import changes as file_changes
from dialogs.roads.files.answers import Files
from dialogs.roads.files.screens import file_button

AT_ONCE = 8
"""Days in one message: their numbers have to fit what a button may carry."""


@dataclass(frozen=True)
class DatesRead:
    """Asks about the days of papers, and takes the answers."""

    files: Files

    def ask(self, case: Case) -> tuple[Case, tuple[Say, ...]]:
        """One message about the days that were not asked about yet."""
        asked = [each for each in case.documents if _is_open(each) and f"date.{each.number}" not in case.settled]
        asked = asked[:AT_ONCE]
        if not asked:
            return case, ()
        case = file_changes.settled(case, *(f"date.{each.number}" for each in asked))
        numbers = ".".join(str(each.number) for each in asked)
        buttons: Keyboard = tuple(
            (Button(f"aside/dates/{answer}/{numbers}", f"button.dates_{answer}"),) for answer in ("yes", "change")
        )
        return case, (Say("dates_read", {"documents": tuple(asked)}, buttons, quiet=True),)

    def press(self, case: Case, answer: str, numbers: str) -> Turn | None:
        """The turn after a tap; None if none of these days is open any more."""
        wanted = {int(number) for number in numbers.split(".") if number.isdecimal() and len(number) < 9}
        still_open = [each for each in case.documents if each.number in wanted and _is_open(each)]
        if not still_open:
            return None
        if answer == "change":
            if len(still_open) == 1:
                return self.files.enter(case, still_open[0].number, "date")
            rows = tuple((file_button(each, f"aside/file/{each.number}/date"),) for each in still_open)
            return Turn(case, (Say("dates_which", buttons=rows, replaces=True),))
        if answer != "yes":
            return None
        for each in still_open:
            case = file_changes.changed(case, replace(each, date=each.facts.date))
        case, more = self.ask(case)
        return Turn(case, (Say("dates_kept", {"total": len(still_open)}, replaces=True), *more))


def _is_open(document: Document) -> bool:
    return document.state == "readable" and bool(document.facts.date) and not document.date
