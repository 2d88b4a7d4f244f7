"""Answers about requests: when it should come, that it came, that it was asked for again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.request import HOWS, Request
from dialogs.days import zones
from dialogs.effects import Say, Turn
from dialogs.journey.steps import number_in
from dialogs.journey.taps import Tap
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests import path
from dialogs.roads.requests.changes import MAX_REFERENCE
from dialogs.roads.requests.screens import at_one_place, receipt
from dialogs.roads.road import Answers, Means
from dialogs.understanding.places import place_of


@dataclass(frozen=True)
class RequestAnswers:
    """The steps `requests`, and the receipt below which details of a request can be tapped."""

    days: DaysAsked

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        if move == "look":
            return self._look(case, argument)
        if move == "at":
            place = place_of(case, number_in(argument)) if self._move(case, move) else None
            return Turn(case, (at_one_place(self.days.screens.guide, case, place),)) if place else None
        if case.step == path.REQUESTS:
            moved = self._move(case, move)
            return self._prompt(moved) if moved else None
        request = requests.numbered(case, case.request)
        if request is None or move == "skip" or move in path.DETOURS:
            moved = self._move(case, move)
            return self._prompt(moved) if moved else None
        if case.step == path.PROMISED:
            return self.days.turn_month(case, argument) if move == "month" else self._promised(case, request, argument)
        return self._about_one(case, request, move)

    def write(self, case: Case, text: str) -> Turn | None:
        request = requests.numbered(case, case.request)
        if request is None:
            return None
        if case.step == path.PROMISED:
            return self.days.write(case, text)
        if len(text) > MAX_REFERENCE:
            lead = Say("too_long", {"at_most": MAX_REFERENCE, "length": len(text)})
            return Turn(case, (self.days.screens.prompt(case, lead),))
        moved = self._move(requests.changed(case, replace(request, reference=text)), "noted")
        return self._prompt(moved, "request_changed", replaces=False) if moved else None

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """The way to the requests, and the quick taps below a receipt."""
        match tap.move, tap.arguments:
            case "my_requests", ():
                case = requests.caught_up(case)
                return self._prompt(self._move(case, "my_requests") or case, replaces=False)
            case "request", (number, what):
                return self._tap_receipt(case, number, what)
        return None

    def _tap_receipt(self, case: Case, number: str, what: str) -> Turn | None:
        """A quick tap below a receipt; None if that request is gone."""
        request = requests.numbered(case, number_in(number))
        if request is None or not request.waiting:
            return None
        if what in HOWS:
            case = requests.changed(case, replace(request, how=what))
            noted = receipt(case, request.number)
            return Turn(case, (noted,) if noted else ())
        if what not in ("promised", "reference"):
            return None
        moved = self._move(replace(case, request=request.number), what)
        return self._prompt(moved, replaces=False) if moved else None

    def _look(self, case: Case, argument: str) -> Turn | None:
        request = requests.numbered(case, number_in(argument))
        moved = self._move(replace(case, request=request.number), "look") if request else None
        return self._prompt(moved) if moved else None

    def _promised(self, case: Case, request: Request, argument: str) -> Turn | None:
        day = self.days.day(case, argument)
        if day is None or (request.when and day < date.fromisoformat(request.when)):
            return self.days.past(case)
        moved = self._move(requests.changed(case, replace(request, promised=day.isoformat())), "day")
        return self._prompt(moved, "request_changed") if moved else None

    def _about_one(self, case: Case, request: Request, move: str) -> Turn | None:
        lead = "request_changed"
        if move in HOWS:
            case = requests.changed(case, replace(request, how=move))
        elif move == "chased":
            case, lead = requests.chased(case, request, zones.today(case)), "request_chased"
        elif move == "arrived":
            case, lead = requests.arrived(case, request), "request_arrived"
        elif move == "refused":
            case, lead = requests.refused(case, request), "request_refused"
        elif move == "withdraw":
            case, lead = requests.removed(case, request.number), "request_removed"
        else:
            lead = ""
        moved = self._move(case, move)
        return self._prompt(moved, lead, request.record) if moved else None

    def _move(self, case: Case, move: str) -> Case | None:
        return self.days.screens.journey.move(case, move)

    def _prompt(self, case: Case, lead: str = "", record: str = "", replaces: bool = True) -> Turn:
        request = requests.numbered(case, case.request)
        if lead == "request_changed" and request:
            said = Say(lead, {"record": request.record, "request": request})
        else:
            said = Say(lead, {"record": record})
        return Turn(case, (self.days.screens.prompt(case, said if lead else None, replaces),))


def answers(means: Means) -> Answers:
    requested = RequestAnswers(means.asked)
    return Answers(press=requested.press, write=requested.write, aside=requested.aside)
