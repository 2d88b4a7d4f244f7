"""What happens at the letters: one is chosen, filled from the case, sent as a page, and shown as text when wanted."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.languages import the_other, written_for_readers
from dialogs.content.guide import LETTERS
from dialogs.days import zones
from dialogs.effects import Keyboard, Say, SendPaper, Turn
from dialogs.journey.screens import Screens
from dialogs.journey.steps import number_in, root
from dialogs.journey.taps import Tap
from dialogs.journey.tongues import written_in
from dialogs.roads.letters.facts import back_values, letter_values
from dialogs.roads.letters.path import LETTERS as LIST
from dialogs.roads.letters.path import ONE, TO
from dialogs.roads.letters.screens import BEHIND_MORE
from dialogs.roads.requests import changes as requests
from dialogs.roads.road import Answers, Means
from dialogs.understanding.places import place_of

MAX_ADDRESS = 200
"""Characters: a hospital, a department, and where it is."""


@dataclass(frozen=True)
class LetterDesk:
    """Answers to the steps of the letters, and the way to them from a record."""

    screens: Screens

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        moved = self.screens.journey.move(case, move, argument)
        if moved is None or (move == "write" and argument not in LETTERS):
            return None
        if move == "asked" and argument != root(moved.step):
            return None  # its letter was for another record
        match move:
            case "letter":
                record = self.screens.guide.record(root(case.step))
                moved = replace(moved, letter=record.letter if record else LETTERS[0])
            case "write":
                moved = replace(moved, letter=argument)
            case "country":
                moved = replace(moved, letter="")
            case "asked":
                record_asked = root(moved.step)
                moved = requests.asked(moved.answering(record_asked, "asked"), record_asked, "", zones.today(moved))
            case "text" | "phone":
                return Turn(moved, (self._shown(moved, move),))
            case "take_back":
                # A page without a word is one that nobody knows what to do with.
                page = SendPaper("back", back_values(self.screens.guide, moved))
                return Turn(moved, (Say("back_page"), page, self.screens.prompt(moved)))
            case "more":
                return Turn(moved, (Say("letters_more", {"letter": moved.letter}, self._behind_more(case)),))
        if moved.step == ONE and move != "back":
            return self._sent(moved)
        # The text of a letter stays where it is, to be copied: the next step is a message of its own.
        return Turn(moved, (self.screens.prompt(moved, replaces=case.step != ONE),))

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """Below a letter: the same letter, written in the other language. Below a place: a letter that asks it."""
        if tap.move == "letter" and len(tap.arguments) == 2:
            return self._to_place(case, *tap.arguments)
        if tap.move != "reader" or case.step != ONE or not case.letter:
            return None
        chosen = written_for_readers(case, "/".join(tap.arguments))
        return self._sent(chosen) if chosen else None

    def _to_place(self, case: Case, letter: str, number: str) -> Turn | None:
        """A letter for the place of which something was asked: it is addressed to it, unless it was otherwise."""
        place = place_of(case, number_in(number))
        there = self.screens.journey.move(case, "letters")
        if place is None or there is None or letter not in LETTERS:
            return None
        addressed = {letter: place.whom, **{key: each for key, each in case.addressed.items() if each}}
        return self.press(replace(there, addressed=addressed), "write", letter)

    def arrive(self, case: Case) -> Turn | None:
        """The country is known now, or who it is about, and the letter that waited for it can be made."""
        if case.step != ONE:
            return None
        return self._sent(case) if case.letter else self._list(case)

    def write(self, case: Case, text: str) -> Turn | None:
        """Whom the letter goes to, in the patient's words: the letter is made again with it."""
        if case.step != TO or not case.letter:
            return None
        if len(text) > MAX_ADDRESS:
            return Turn(case, (self.screens.prompt(case, self.screens.too_long(text, MAX_ADDRESS)),))
        moved = self.screens.journey.move(case, "addressed") or case
        return self._sent(replace(moved, addressed={**case.addressed, case.letter: text}))

    def _list(self, case: Case) -> Turn:
        case = replace(case, step=LIST)
        return Turn(case, (self.screens.prompt(case, replaces=True),))

    def _sent(self, case: Case) -> Turn:
        # The page first: what can be done with it stands below it.
        return Turn(
            case, (SendPaper("letter", letter_values(self.screens.guide, case, case.letter)), self.screens.prompt(case))
        )

    def _behind_more(self, case: Case) -> Keyboard:
        """What is wanted less often of a letter: one tap away, so that what is wanted first stands alone below it."""
        other = the_other(case)
        return (*self.screens.buttons(case, rows=BEHIND_MORE), *(((written_in(other),),) if other else ()))

    def _shown(self, case: Case, move: str) -> Say:
        buttons = self.screens.buttons(case, but=(move,))
        values = letter_values(self.screens.guide, case, case.letter)
        if move == "phone":
            return Say("phone_script", {"letter": case.letter, "records": values["records"]}, buttons)
        return Say("letter_text", {"letter": values}, buttons)


def answers(means: Means) -> Answers:
    desk = LetterDesk(means.screens)
    return Answers(press=desk.press, write=desk.write, arrive=desk.arrive, aside=desk.aside)
