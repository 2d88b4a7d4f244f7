"""Answers about what was sent: what, where to, how, and that it is there, or back."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.checklist.wishes import bound_for
from dialogs.content.profile import ANOTHER
from dialogs.days import zones
from dialogs.effects import Turn
from dialogs.journey.screens import Screens
from dialogs.journey.steps import number_in
from dialogs.roads.deliveries import changes, path
from dialogs.roads.deliveries.screens import WAYS, kinds
from dialogs.roads.road import Answers, Means

MAX_REFERENCE = 60
"""Characters: a tracking number, or the name of whom to ask."""


@dataclass(frozen=True)
class DeliveryAnswers:
    """The steps `deliveries`."""

    screens: Screens

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        if move == "look":
            case = replace(case, delivery=number_in(argument))
            if changes.numbered(case, case.delivery) is None:
                return None
        moved = self.screens.journey.move(case, move)
        if moved is None:
            return None
        if move == "sent_more":
            prompt = self.screens.prompt(case, replaces=True)
            return Turn(case, (replace(prompt, buttons=(*kinds(), prompt.buttons[-1])),))
        if move == "sent":
            return self._sent(moved, argument)
        answered = self._answered(moved, case, move, argument)
        return Turn(answered, (self.screens.prompt(answered, replaces=True),)) if answered else None

    def write(self, case: Case, text: str) -> Turn | None:
        """A tracking number, or whom to ask, at one delivery."""
        delivery = changes.numbered(case, case.delivery)
        if case.step != path.ONE or delivery is None:
            return None
        if len(text) > MAX_REFERENCE:
            return Turn(case, (self.screens.prompt(case, self.screens.too_long(text, MAX_REFERENCE)),))
        case = changes.changed(case, replace(delivery, reference=" ".join(text.split())))
        return Turn(case, (self.screens.prompt(case),))

    def _sent(self, moved: Case, what: str) -> Turn | None:
        """One more was sent today: to the one place there is, or to one of several, which is asked next."""
        kind = next((each for each in changes.KINDS if each == what), None)
        if kind is None:
            return None
        bound = bound_for(self.screens.guide, moved)
        whom = bound[0] if len(bound) == 1 else ""
        case = changes.sent(moved, kind, "" if whom == ANOTHER else whom, zones.today(moved).isoformat())
        return Turn(case, (self.screens.prompt(case, replaces=True),))

    def _answered(self, moved: Case, case: Case, move: str, argument: str) -> Case | None:
        delivery, day = changes.numbered(case, case.delivery), zones.today(case).isoformat()
        if delivery is None:
            return moved
        match move:
            case "to":
                known = argument in bound_for(self.screens.guide, case)
                whom = "" if argument == ANOTHER else argument
                return changes.changed(moved, replace(delivery, destination=whom)) if known else None
            case "by":
                return changes.changed(moved, replace(delivery, how=argument)) if argument in WAYS else None
            case "got_it":
                return changes.arrived(moved, delivery, day)
            case "came_back":
                return changes.returned(moved, delivery, day)
            case "withdraw":
                return changes.removed(moved, delivery.number)
        return moved

    def arrive(self, case: Case) -> Turn | None:
        """Whoever comes back to one that is gone sees the list."""
        gone = case.step != path.DELIVERIES and changes.numbered(case, case.delivery) is None
        at_the_list = replace(case, step=path.DELIVERIES)
        return Turn(at_the_list, (self.screens.prompt(at_the_list),)) if gone else None


def answers(means: Means) -> Answers:
    deliveries = DeliveryAnswers(means.screens)
    return Answers(press=deliveries.press, write=deliveries.write, arrive=deliveries.arrive)
