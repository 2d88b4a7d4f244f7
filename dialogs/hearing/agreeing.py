"""A newer consent is asked about below the answer to the next thing that a patient does; until then nothing more is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Say, Turn, Unsay
from dialogs.events import CameBack, Command, Event, Pressed, Stumbled, Wrote
from dialogs.hearing.pressing import Pressing
from dialogs.journey.taps import read
from dialogs.receiving.sent import SentFile
from dialogs.roads.keeping.consent import Consent

OPEN = frozenset(
    {"privacy", "delete", "delete_yes", "delete_no", "export", "accesses", "help", "keep_records", "consent", "unwell"}
)
"""Commands and buttons that are obeyed whether or not it is agreed to: to see, copy and delete what is kept."""
AT_ONCE = timedelta(minutes=2)
"""Files that come so soon after the question came together with what it was asked below: they are kept as well."""
Answer = Callable[[Case, Event], Turn]


@dataclass(frozen=True)
class Agreeing:
    """Stands before all answers."""

    consent: Consent
    pressing: Pressing

    def answered(self, case: Case, event: Event, answer: Answer) -> Turn:
        """The turn after something that the patient did."""
        if not self.consent.is_open(case) or isinstance(event, Stumbled | CameBack) or self._named(case, event) in OPEN:
            return answer(case, event)
        asked = case.consent_asked
        if asked is None or (isinstance(event, SentFile) and event.at - asked <= AT_ONCE):
            turn = answer(case, event)
            if asked or not self.consent.is_open(turn.case):
                return turn
            return Turn(replace(turn.case, consent_asked=event.at), (*turn.effects, self.consent.question()))
        lead = Say("consent_first") if isinstance(event, SentFile) else None
        # A password was asked for, and this may be it: it must not stand in the chat for that.
        secret = isinstance(event, Wrote) and self.consent.screens.journey.text_at(case.step) == "secret"
        return Turn(case, (*((Unsay(),) if secret else ()), self.consent.question(lead)))

    def _named(self, case: Case, event: Event) -> str:
        """The command, or the button of any step, that was tapped, given, or named in words."""
        data = event.data if isinstance(event, Pressed) else ""
        if isinstance(event, Command):
            return event.name
        if isinstance(event, Wrote) and not event.forwarded:
            shown, _ = self.pressing.meant(case, event.text)
            if shown is None:
                return self.pressing.presses.asks_for(event.text)
            data = shown.data
        tap = read(data)
        return tap.move if tap.step == "aside" else ""
