"""What becomes of a delivery: sent, there, back where it belongs, or noted by mistake."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.delivery import Delivery, Sent

KINDS: tuple[Sent, ...] = ("packet", "images", "slides")
LENT = frozenset({"images", "slides"})
"""What may have to come back: a disc, and always glass."""
MOST_DELIVERIES = 20


def numbered(case: Case, number: int) -> Delivery | None:
    return next((each for each in case.deliveries if each.number == number), None)


def sent(case: Case, what: Sent, destination: str, day: str) -> Case:
    """With one thing sent on a day (ISO 8601), and looked at; an old one makes room once there are too many."""
    number = max((case.deliveries_made, *(each.number for each in case.deliveries))) + 1
    every = (*case.deliveries, Delivery(number, destination, what, sent=day))[-MOST_DELIVERIES:]
    back = case.slides_returned and what != "slides"
    return replace(case, deliveries=every, deliveries_made=number, delivery=number, slides_returned=back)


def changed(case: Case, delivery: Delivery) -> Case:
    every = tuple(delivery if each.number == delivery.number else each for each in case.deliveries)
    return replace(case, deliveries=every)


def arrived(case: Case, delivery: Delivery, day: str) -> Case:
    """They said that it is there, and opens."""
    return changed(case, replace(delivery, arrived=delivery.arrived or day))


def returned(case: Case, delivery: Delivery, day: str) -> Case:
    """What was lent is back where it belongs; slides are once all are that were sent."""
    case = changed(case, replace(delivery, arrived=delivery.arrived or day, returned=day))
    if delivery.what != "slides":
        return case
    return replace(case, slides_returned=all(each.returned for each in case.deliveries if each.what == "slides"))


def all_slides_back(case: Case, day: str) -> Case:
    """They said of all slides at once that they are back."""
    for each in case.deliveries:
        if each.what == "slides" and not each.returned:
            case = returned(case, each, day)
    return replace(case, slides_returned=True)


def removed(case: Case, number: int) -> Case:
    return replace(case, deliveries=tuple(each for each in case.deliveries if each.number != number))
