"""What follows when the last of the files that came was looked at: their days, and one suggestion."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.arrivals import Arrivals
from dialogs.case import Case, Document
from dialogs.dates_read import DatesRead
from dialogs.effects import Say, Turn
from dialogs.events import Inspected
from dialogs.file_path import opens_with_a_password
from dialogs.hints import Hints
from dialogs.screens import aside


@dataclass(frozen=True)
class Understanding:
    """Files that were looked at, and what there is to say about them beside the receipt."""

    arrivals: Arrivals
    dates: DatesRead
    hints: Hints

    def inspected(self, case: Case, event: Inspected) -> Turn:
        before = case.document(event.document)
        if before is not None and before.state == "locked":
            return self._tried(case, before, event)
        turn = self.arrivals.inspected(case, event)
        return self._then(turn, event) if turn.case != case else turn

    def _tried(self, case: Case, locked: Document, event: Inspected) -> Turn:
        """A password was tried: it is open, or may be tried again, or nothing of ours can open it."""
        if event.state == "readable":
            turn = self.arrivals.inspected(case, event)
            opened = turn.case.document(event.document)
            said = Say("unlocked", {"document": opened}, ((aside("continue"),),))
            return self._then(Turn(turn.case, (*turn.effects, said)), event)
        if event.state == "locked":
            locked = replace(locked, remarks=tuple(each for each in event.remarks if each == "other_lock"))
        again = ((aside(f"file/{locked.number}/password", "password"),),) if opens_with_a_password(locked) else ()
        name = "password_wrong" if again and event.state == "locked" else "password_useless"
        return Turn(case.with_document(locked), (Say(name, {"document": locked}, (*again, (aside("continue"),))),))

    def _then(self, turn: Turn, event: Inspected) -> Turn:
        if any(each.state == "arriving" for each in turn.case.documents):
            return turn
        document = turn.case.document(event.document)
        batch = turn.case.batch(document.batch) if document else ()
        case, dates = self.dates.ask(turn.case)
        case, hint = self.hints.begin(case, event.at.date(), frozenset(each.number for each in batch))
        return Turn(case, (*turn.effects, *dates, *hint))
