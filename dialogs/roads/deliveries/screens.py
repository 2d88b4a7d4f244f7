"""What is shown of what was sent: the list, one from near, and the choices of where and how."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.delivery import Delivery
from dialogs.checklist.wishes import bound_for, label_of
from dialogs.content.guide import Guide
from dialogs.content.profile import ANOTHER
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard, copy_button
from dialogs.journey.road import CHOICES, Layout
from dialogs.journey.steps import place
from dialogs.roads.deliveries.changes import KINDS, numbered
from dialogs.roads.deliveries.path import DELIVERIES, HOW, ONE, WHERE

LAYOUT: Layout = {
    DELIVERIES: (CHOICES, ("sent_more",), ("done",)),
    WHERE: (CHOICES, ("skip",)),
    HOW: (CHOICES, ("skip",)),
    ONE: (("got_it",), ("came_back",), CHOICES, ("withdraw", "back")),
}
WAYS = ("portal", "email", "mail", "courier", "fax", "hospitals", "in_person")
"""How a thing can go, as the words [way] have it."""
USUAL = {"packet": ("portal", "email", "mail"), "images": ("portal", "courier"), "slides": ("courier", "mail")}
MOST_WAYS, MOST_SHOWN = 4, 3


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == DELIVERIES:
        return {"deliveries": case.deliveries, "destination": case.destination}
    return {"delivery": numbered(case, case.delivery), "destination": case.destination}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """What was sent last, to look at again; or what can be sent, where to, and how."""
    here = place(case.step, case.delivery)
    if case.step == WHERE:
        return tuple((Button(f"{here}/to/{key}", label_of(case, key)),) for key in bound_for(guide, case))
    if case.step == HOW:
        buttons = [Button(f"{here}/by/{way}", f"way.{way}") for way in ways(guide, case)]
        return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    if case.step == ONE:
        delivery = numbered(case, case.delivery)
        return ((copy_button("button.copy_number", delivery.reference),),) if delivery and delivery.reference else ()
    if not case.deliveries:
        return kinds()
    last = case.deliveries[-MOST_SHOWN:]
    return tuple((_sent(each),) for each in reversed(last))


def _sent(delivery: Delivery) -> Button:
    return Button(f"{DELIVERIES}/look/{delivery.number}", f"sent.{delivery.what}.{delivery.destination}")


def kinds() -> Keyboard:
    """What can be sent, a button each."""
    return tuple((Button(f"{DELIVERIES}/sent/{what}", f"delivery.{what}"),) for what in KINDS)


def ways(guide: Guide, case: Case) -> tuple[str, ...]:
    """How it can have gone: first as that destination says, then as such things usually go."""
    delivery = numbered(case, case.delivery)
    if delivery is None:
        return ()
    asked = guide.destination(delivery.destination or ANOTHER).of("sending", today(case))
    usual = (*(each for each in asked if each in WAYS), *USUAL[delivery.what], "in_person")
    return tuple(dict.fromkeys(usual))[:MOST_WAYS]
