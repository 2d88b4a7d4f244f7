"""Suggestions as they are said: one at a time, answered with a tap, at most three after files have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Button, Effect, Keyboard, Say, Turn, aside
from dialogs.journey.screens import Screens
from dialogs.roads.files import changes as file_changes
from dialogs.roads.files.answers import Files, undo_button
from dialogs.understanding.suggestions import Suggestion, suggestions

IN_A_ROW = 3
LEADS_TO = {
    "other_person": "",
    "same_file": "erase",
    "same_report": "",
    "unclear": "replace",
    "no_date": "date",
}
"""What a yes leads to: a move from the file's own card, or (empty) the card itself."""


@dataclass(frozen=True)
class Suggesting:
    """Suggestions and the answers to them."""

    screens: Screens
    files: Files

    def begin(
        self, case: Case, today: date, about: frozenset[int] | None = None, but: frozenset[str] = frozenset()
    ) -> tuple[Case, tuple[Say, ...]]:
        """Say the first suggestion, among those about some files; silent while another waits for its answer.

        `but`: kinds of which it is too early to speak.
        """
        found = suggestions(self.screens.guide, case, today)
        if about is not None and any(each.key == case.hint for each in found):
            return case, ()
        fresh = (each for each in found if about is None or each.document in about or not each.document)
        fresh = (each for each in fresh if each.kind not in but)
        # What is hard to read in a report of several photos stands on their receipt.
        chosen = [each for each in fresh if about is None or each.kind != "unclear" or not each.numbers]
        return self._say(replace(case, hints_left=IN_A_ROW), chosen[0] if chosen else None)

    def press(self, case: Case, key: str, answer: str, today: date) -> Turn | None:
        """The turn after an answer; None if that suggestion does not hold any more."""
        found = suggestions(self.screens.guide, case, today)
        chosen = next((each for each in found if each.key == key), None)
        if chosen is None or answer not in ("yes", "no", "later"):
            return None
        if answer == "later":
            case = replace(case, hint="", hints_left=0)
            return Turn(case, (Say("hints_later", {"hints": len(found)}, ((aside("my_files"),),), replaces=True),))
        if answer == "no":
            case = file_changes.settled(case, key)
            return self._go_on(case, Say("left_as_it_is", replaces=True), today)
        return self._accept(case, chosen, today)

    def _accept(self, case: Case, chosen: Suggestion, today: date) -> Turn | None:
        document = case.document(chosen.document)
        if chosen.kind in LEADS_TO:
            turn = self.files.enter(replace(case, hint="", hints_left=0), chosen.document, LEADS_TO[chosen.kind])
            if turn is None or LEADS_TO[chosen.kind]:  # what is done there settles it, and nothing else
                return turn
            return replace(turn, case=file_changes.settled(turn.case, chosen.key))
        if chosen.kind == "looks_like" and document:
            case = file_changes.moved(case, document, chosen.record)
            values = {"document": case.document(chosen.document)}
            return self._go_on(case, Say("file_moved", values, (undo_button(case),), replaces=True), today)
        how = self.screens.how_to_get(case, chosen.record)
        return self._go_on(file_changes.settled(case, chosen.key), how, today)

    def _go_on(self, case: Case, answer: Say, today: date) -> Turn:
        """The answer to a tap, and the next suggestion below it."""
        if case.hints_left <= 1:
            left = len(suggestions(self.screens.guide, case, today))
            return Turn(replace(case, hint="", hints_left=0), (answer, *self._rest(left)))
        found = suggestions(self.screens.guide, case, today)
        case, said = self._say(replace(case, hints_left=case.hints_left - 1), found[0] if found else None)
        return Turn(case, (answer, *said))

    def _rest(self, left: int) -> tuple[Effect, ...]:
        if not left:
            return ()
        return (Say("hints_later", {"hints": left}, ((aside("my_files"),),), quiet=True),)

    def _say(self, case: Case, chosen: Suggestion | None) -> tuple[Case, tuple[Say, ...]]:
        if chosen is None:
            return replace(case, hint="", hints_left=0), ()
        data = f"aside/hint/{chosen.key}"
        buttons: Keyboard = (
            (Button(f"{data}/yes", f"button.hint_{chosen.kind}"),),
            (Button(f"{data}/no", f"button.{_leave(chosen)}"), Button(f"{data}/later", "button.hint_later")),
        )
        values = {
            "document": case.document(chosen.document),
            "other": case.document(chosen.other),
            "record": chosen.record,
            "detail": chosen.detail,
            "numbers": chosen.numbers,
        }
        lead = Say(f"hint_{chosen.kind}", values)
        said = Say("suggestion", buttons=buttons, lead=lead, quiet=True)
        return replace(case, hint=chosen.key), (said,)


def _leave(chosen: Suggestion) -> str:
    return "hint_mine" if chosen.kind == "other_person" else "hint_leave"
