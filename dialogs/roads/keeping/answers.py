"""What is answered about what is kept: that it stays, all of it for oneself, who opened what, and consent anew."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.days import zones
from dialogs.effects import Say, Turn
from dialogs.events import Event
from dialogs.journey.screens import Screens
from dialogs.journey.taps import Tap
from dialogs.roads.keeping import everything, expiry
from dialogs.roads.keeping.consent import Consent
from dialogs.roads.keeping.events import EverythingGathered, ExportFailed
from dialogs.roads.keeping.expiry import Expiring
from dialogs.roads.road import Answers, Means


@dataclass(frozen=True)
class Keeping:
    """Answers of this road; all of them are at any step."""

    screens: Screens
    consent: Consent
    expiring: Expiring

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        match tap.move, tap.arguments:
            case "keep_records", ():
                case = expiry.kept_on(case)
                return Turn(case, (self.screens.prompt(case, Say("records_kept", self._days()), replaces=True),))
            case "export", ():
                return everything.asked_for(case)
            case "accesses", ():
                # Which they are stands in rows of their own, and is filled in as it is said.
                zone = case.zone if zones.is_zone(case.zone) else ""
                return Turn(case, (Say("accesses", {"accesses": (), "more": False, "zone": zone}, everything.BACK),))
            case "consent", (choice,):
                return self.consent.press(case, choice, tap.thing)
        return None

    def happened(self, case: Case, event: Event) -> Turn | None:
        match event:
            case EverythingGathered():
                return everything.gathered(case, event)
            case ExportFailed():
                return everything.failed(case, event)
        return self.expiring.happened(case, event)

    def settle(self, before: Case, turn: Turn, event: Event) -> Turn:
        return self.expiring.settle(before, self.consent.settle(before, turn, event), event)

    def _days(self) -> dict[str, int]:
        return {"days": self.expiring.days}


def answers(means: Means) -> Answers:
    keeping = Keeping(means.screens, Consent(means.screens, means.consent), Expiring(means.days_kept))
    return Answers(aside=keeping.aside, happened=keeping.happened, settle=keeping.settle)
