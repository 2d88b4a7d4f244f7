"""What a text does that means a button in sight: mostly what a tap would do, and sometimes something nearer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.asides import Asides
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Turn
from dialogs.events import Pressed
from dialogs.hearing.no_answer import UNLIKELY
from dialogs.hearing.pressing import key_of, told_back
from dialogs.hearing.written import Written
from dialogs.journey.steps import below, root
from dialogs.roads.answering import Answering
from dialogs.roads.records.path import ASKED


@dataclass(frozen=True)
class PressedInWords:
    """Hears only what means a button. `press` is what answers a tap."""

    asides: Asides
    roads: Answering
    press: Callable[[Case, Pressed], Turn]

    def of_another_record(self, written: Written) -> Turn | None:
        """ "I never had a CT", written at the pathology report: that is asked about."""
        case, text = written.case, written.last
        if written.own_words.pressing.copied(case, text):
            return None  # just what stands on a button
        if not (written.own_words.is_of_another_record(case, text) or _goes_on_about_another(written)):
            return None
        return self.asides.unplaced.asked_about(case, text, takes_answer=not case.asked, kind=UNLIKELY)

    def waits_elsewhere(self, written: Written) -> Turn | None:
        """ "They haven't answered" tells of what was asked already, and not of the record of this step."""
        is_asked = written.shown is not None and key_of(written.shown) == ASKED
        if not is_asked or not any(each.state == "waiting" for each in written.case.requests):
            return None
        is_waiting = written.presses.pressed(written.last, {"next_week"}).key
        return self.asides.command(written.case, "requests") if is_waiting else None

    def with_details(self, written: Written) -> Turn | None:
        """ "Asked them Monday, two weeks by mail": the request, with the whole line."""
        shown = written.shown if written.has_details else None
        key = root(written.screens.journey.read(shown.data).step) if shown else ""
        if written.screens.guide.record(key) is None:
            return None
        return self.roads.write(replace(written.case, step=below(key, ASKED)), written.last)

    def pressed(self, written: Written) -> Turn | None:
        """What a tap on it does, and which button it was."""
        shown = written.shown
        if shown is None or written.has_details:
            return None
        turn = self.press(written.case, Pressed(written.event.at, shown.data))
        return told_back(turn, shown, written.screens.journey.way_back(turn.case))


def _goes_on_about_another(written: Written) -> bool:
    """ "Asked them", behind "the slides are at Mercy" that waits: nobody knows of which record it is."""
    case, is_asked = written.case, written.shown is not None and key_of(written.shown) == ASKED
    is_waiting = bool(case.texts) and any(key_of(each) == "text_drop" for each in case.keyboard)
    return is_asked and is_waiting and written.own_words.is_of_another_record(case, case.texts[-1].text)
