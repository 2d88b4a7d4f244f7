"""What is said to a card that stands above the form, or is of grief, and asks for nothing of the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.meanings import GREETING, HELPED, TAKES_OVER, UNREACHED
from dialogs.effects import Say, Turn
from dialogs.events import Pressed
from dialogs.hearing import after_card
from dialogs.hearing.bereaved import CONDOLENCES, LOST
from dialogs.hearing.cards import MAYBE
from dialogs.hearing.grieving import Grieving
from dialogs.hearing.onward import goes_on
from dialogs.hearing.pressing import key_of
from dialogs.hearing.written import Written


@dataclass(frozen=True)
class BesideTheForm:
    """Goes before buttons and answers. `press` is what answers a tap."""

    grieving: Grieving
    press: Callable[[Case, Pressed], Turn]

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it is about the records."""
        case, text, said, presses = written.case, written.text, written.said, written.presses
        if written.own_words.pressing.copied(case, text):
            return None
        stop = next((each for each in case.keyboard if key_of(each) == "stop"), None) if case.asked == LOST else None
        if stop and presses.pressed(text, ("yes",)).key:
            return self.press(case, Pressed(written.event.at, stop.data))  # "should I stop the reminders?"
        card = after_card.card_above(case)
        told = said.below_a_card(text) if card else ""
        if told == HELPED and self.grieving.work.is_below_a_guess(case, text):
            told = ""  # "the disc came"
        if told == UNREACHED or (told and not (after_card.is_answered(case) and presses.topics.named_in(text))):
            return after_card.answered(case, text, told)
        # Whoever mourns and says "ok", or "now what", does not ask for the form.
        above = bool(card) or (case.asked in CONDOLENCES and said.is_no_answer(text) != GREETING)
        is_onward = above and goes_on(presses, self.grieving.guesses, said, text)
        # The question is new to who takes over; below a card that must not wait they are met as anybody else.
        asks = presses.is_question(text) or presses.asks_for(text)
        takes_over = card in ("", MAYBE) and not asks and said.is_all(text, TAKES_OVER)
        if case.keeps_files is not None and (is_onward or takes_over):
            return written.asked_again(Say("greeted", {"thanks": False}))
        return self.grieving.met(case, text) if self.grieving.goes_first(case, text) else None
