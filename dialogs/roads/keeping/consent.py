"""What a patient agreed to has a version and a day; a newer one is asked about, with the same choices as at first."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.events import Event
from dialogs.journey.screens import Screens
from dialogs.journey.steps import CONSENT
from dialogs.roads.reminders import schedule

AGAIN = "consent_again"
CHOICES = ("keep_files", "checklist_only", "decline")


@dataclass(frozen=True)
class Consent:
    """Consent to the content's `version`."""

    screens: Screens
    version: int

    def is_open(self, case: Case) -> bool:
        """Whether there is something newer to agree to."""
        return case.keeps_files is not None and case.agreed < self.version

    def question(self, lead: Say | None = None) -> Say:
        return Say(CONSENT, {}, self._choices(*CHOICES), Say(AGAIN, lead=lead), asks=True)

    def press(self, case: Case, choice: str, version: str) -> Turn | None:
        """The turn after an answer, at the step where they are; an older question is asked anew."""
        if choice not in CHOICES or not self.is_open(case):
            return None
        if version != str(self.version):
            return Turn(case, (self.question(),))
        if choice == "decline":
            declined = schedule.stopped(replace(case, consent_asked=case.heard))
            buttons = ((aside("delete"),), *self._choices("keep_files", "checklist_only"))
            return Turn(declined, (Say("consent_declined", {}, buttons, replaces=True),))
        agreed = replace(case, keeps_files=choice == "keep_files", agreed=self.version)
        changed = agreed.keeps_files != case.keeps_files
        lead = Say("storage_changed", {"keeps_files": agreed.keeps_files}) if changed else None
        return Turn(agreed, (self.screens.prompt(agreed, lead, replaces=True),))

    def settle(self, before: Case, turn: Turn, event: Event) -> Turn:
        """Whoever agrees, agrees to what is asked today, and on this day."""
        case = turn.case
        if case.keeps_files is None or (before.keeps_files is not None and case.agreed == before.agreed):
            return turn
        day = event.at.date().isoformat()
        return replace(turn, case=replace(case, agreed=self.version, agreed_on=day, consent_asked=None))

    def _choices(self, *choices: str) -> Keyboard:
        return tuple((aside(f"consent/{each}", each, self.version),) for each in choices)
