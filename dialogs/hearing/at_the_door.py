"""Before anything is agreed to: a yes, or whose records they are, is as good as a tap; all else is asked in short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.asides import BACK, Asides
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.content.meanings import GREETING
from dialogs.content.presses import Presses
from dialogs.content.said import Said
from dialogs.effects import Button, Say, Turn, aside
from dialogs.events import Pressed
from dialogs.hearing.beside import MOST_BUTTONS
from dialogs.hearing.cards import HELP
from dialogs.hearing.pressing import key_of, told_back
from dialogs.hearing.written import Written
from dialogs.journey.screens import Screens
from dialogs.journey.steps import CONSENT, WELCOME
from dialogs.roads.walk.path import WHOSE

AGREES = ("yes", "resume", "continue", "keep_files", "checklist_only", "send_now")
"""Buttons that somebody means who wants to begin: "yes", "start", "ready", "you may keep them"."""
ANSWERS = frozenset({"keep_files", "checklist_only", "decline"})
KEPT = "privacy"
"""What is asked for by who asks what is kept, and who sees it."""
PRIVACY, MORE_HELP, KEEP = aside(KEPT), aside("help"), aside("keep_files")
PAGE = BACK[0][0].data
"""Stands below a page that was looked up: what was asked before it is still the newest question."""


@dataclass(frozen=True)
class AtTheDoor:
    """Answers newcomers; nothing that they write is kept."""

    asides: Asides
    presses: Presses
    said: Said
    press: Callable[[Case, Pressed], Turn]

    @property
    def screens(self) -> Screens:
        return self.asides.screens

    def begun(self, written: Written) -> Turn | None:
        """The turn after a text that means a button of the step, said otherwise or below a page of help."""
        case, event = written.case, written.event
        if case.keeps_files is False:
            return self._keeps_after_all(written)
        below = {shown.data for shown in case.keyboard}
        there = {key_of(shown): shown for shown in map(_shown, self._buttons(case))}
        if case.keeps_files is not None or not below & {PAGE, *(shown.data for shown in there.values())}:
            return None
        key = self._whose(event.text) if case.step == WELCOME else ""
        if case.step == CONSENT and PAGE in below:
            key = self.presses.pressed(event.text, ANSWERS).key
            if key == "keep_files" and self.said.is_no_answer(event.text) == GREETING:
                return Turn(case, (self._consent_in_short(case),))  # a bare yes may be said to the page alone
        if key not in there:
            return None
        turn = self.press(case, Pressed(event.at, there[key].data))
        return told_back(turn, there[key], self.screens.journey.way_back(turn.case))

    def _keeps_after_all(self, written: Written) -> Turn | None:
        """The turn of whoever said no to files and says now that they may be kept; a bare yes is to something else."""
        case, event = written.case, written.event
        here = {*map(key_of, case.keyboard)}
        if self.said.is_no_answer(event.text) == GREETING or self.presses.pressed(event.text, {"yes", *here}).key:
            return None
        if self.presses.pressed(event.text, {"keep_files"}).key != "keep_files":
            return None
        turn = self.press(case, Pressed(event.at, KEEP.data))
        return told_back(turn, _shown(KEEP), self.screens.journey.way_back(turn.case))

    def _whose(self, text: str) -> str:
        """Whose records they are: a yes that says nothing of it is of whoever writes, and they are told so."""
        place = self.presses.standing.place_alone(text, len(WHOSE))
        if len(place) == 1:
            return WHOSE[place[0]]
        if key := self.presses.pressed(text, WHOSE).key:
            return key
        asks = self.presses.asks_for(text) not in ("", "start")  # "es seguro" asks who sees it
        return WHOSE[0] if not asks and any(self.presses.pressed(text, {key}).key for key in AGREES) else ""

    def asked_what_is_kept(self, written: Written) -> Turn | None:
        """ "Who sees this?", asked where it is to be agreed to: what is kept is told, and help would not tell it."""
        name = self.presses.asks_for(written.last)
        is_asked = name == KEPT or (name == "help" and self._asks_what_is_kept(written.text))
        return (
            self._answered(written.case, written.text, asks=True) if is_asked and written.case.step == CONSENT else None
        )

    def answered(self, written: Written) -> Turn | None:
        """Whoever has agreed to nothing yet is asked in short; None if they have.

        A question is answered by what the help says, or by what is kept.
        """
        case, text = written.case, written.text
        if case.keeps_files is not None:
            return None
        return self._answered(case, text, self.presses.is_question(text) or self._asks_what_is_kept(text))

    def _asks_what_is_kept(self, text: str) -> bool:
        return self.asides.unplaced.guesses.likely(text)[:1] == (KEPT,)

    def _answered(self, case: Case, text: str, asks: bool) -> Turn:
        """The whole welcome is told once, and what is not understood twice is not answered twice by the same words."""
        below = {shown.data for shown in case.keyboard}
        if case.step == CONSENT:
            return self._about_consent(case, text, below, asks)
        if asks and PAGE not in below:
            return self._with_their_script(self.asides.command(case, "help"), text)
        if not below:  # nothing was told them yet
            return self._tap_first(case, text)
        again = HELP.data in below and MORE_HELP.data not in below and PAGE not in below
        name, more = ("welcome_in_words", (MORE_HELP,)) if again else ("welcome_in_short", ())
        buttons = (*self.screens.buttons(case), (HELP, *more))
        return self._with_their_script(Turn(case, (Say(name, {}, buttons, asks=True),)), text)

    def _with_their_script(self, turn: Turn, text: str) -> Turn:
        """The same with the languages of the script that they write, before the last row, as far as there is room."""
        (say,) = turn.effects
        if not isinstance(say, Say):
            return turn
        room = MOST_BUTTONS - sum(map(len, say.buttons)) if say.asks else MOST_BUTTONS
        there = [row for row in self.asides.as_it_is_written(turn.case, text) if row not in say.buttons]
        return Turn(turn.case, (replace(say, buttons=(*say.buttons[:-1], *there[: max(0, room)], *say.buttons[-1:])),))

    def _about_consent(self, case: Case, text: str, below: set[str], asks: bool) -> Turn:
        in_short = PRIVACY.data in below and PAGE not in below
        if asks and in_short:
            return self.asides.command(case, "privacy")
        if not in_short and (asks or {HELP.data, PAGE} & below):
            return Turn(case, (self._consent_in_short(case),))
        return self._tap_first(case, text)

    def _consent_in_short(self, case: Case) -> Say:
        return Say("consent_in_short", {}, (*self.screens.buttons(case), (PRIVACY,)), asks=True)

    def _tap_first(self, case: Case, text: str) -> Turn:
        prompt = self.screens.prompt(case, Say("tap_first"))
        return self._with_their_script(Turn(case, (replace(prompt, buttons=(*prompt.buttons, (HELP,))),)), text)

    def _buttons(self, case: Case) -> list[Button]:
        return [button for row in self.screens.buttons(case) for button in row]


def _shown(button: Button) -> Shown:
    return Shown(button.label, button.data)
