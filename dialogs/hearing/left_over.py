"""What is no answer, and presses nothing: it is met where somebody is in need, greeted, or asked about."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.asides import BACK, Asides
from dialogs.content.meanings import GREETING, HOPE, PAUSE, THANKS
from dialogs.content.record_words import names_a_medicine
from dialogs.effects import Say, Turn, aside
from dialogs.hearing import after_card
from dialogs.hearing.no_answer import UNLIKELY
from dialogs.hearing.something_else import PLAN
from dialogs.hearing.written import Written
from dialogs.journey.steps import root

MEDICINES = "medications"
"""The record to which a medicine leads that is named where none is asked for."""
DELETING = "button.delete_yes"
"""Below the question whether all is to be deleted."""


@dataclass(frozen=True)
class LeftOver:
    """Hears what nobody before it has an answer to; the last of these hears everything."""

    asides: Asides

    def below_a_card(self, written: Written) -> Turn | None:
        """Below a card that must not wait: help is there, once more."""
        case, kind = written.case, written.kind
        if written.may_stop or not after_card.is_below_one(case, kind):
            return None
        place = written.screens.journey.place(case) if written.may_answer else ""
        return after_card.answered(case, written.text, kind, place)

    def deletes_nothing(self, written: Written) -> Turn | None:
        """A bare yes deletes nothing, and is told so."""
        is_asked = any(shown.label == DELETING for shown in written.case.keyboard)
        return self.asides.command(written.case, "delete") if is_asked and written.kind == GREETING else None

    @staticmethod
    def waits(written: Written) -> Turn | None:
        """Who says "wait" or "back tomorrow" hears a short word; "bye" may end the reminders, so one tap stops them."""
        if written.kind != PAUSE or after_card.card_above(written.case):
            return None
        stop = ((aside("stop"),),) if written.may_stop else ()
        return Turn(written.case, (Say("until_later", buttons=(*BACK, *stop)),))

    def greeted(self, written: Written) -> Turn | None:
        """Thanks, or a greeting, and what is asked once more."""
        if written.may_stop or written.kind not in (THANKS, GREETING):
            return None
        return written.asked_again(Say("greeted", {"thanks": written.kind == THANKS}))

    def asked_about(self, written: Written) -> Turn:
        """Whatever it is: it is held, and they are asked what to do with it."""
        kind = written.kind
        answers = written.may_answer and (written.takes != "record" or kind in ("", UNLIKELY))
        done = "summary" if written.presses.pressed(written.text, {"done"}).key else ""  # where nothing is to be done
        way = done or (MEDICINES if kind in ("", UNLIKELY) and _tells_of_a_medicine(written) else "")
        return self.asides.unplaced.asked_about(
            written.case, written.text, answers, kind, written.may_stop, way, written.said.is_said(HOPE, written.text)
        )


def _tells_of_a_medicine(written: Written) -> bool:
    """Whether a medicine is named where none is asked for: "I'm on warfarin", told at the pathology report."""
    is_known = written.screens.guide.record(MEDICINES) is not None
    is_asked = root(written.case.step) in (MEDICINES, PLAN)
    words = [said.record for said in (written.said, *written.said.others)]
    return is_known and not is_asked and names_a_medicine(words, written.text)
