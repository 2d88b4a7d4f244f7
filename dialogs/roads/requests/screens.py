"""What is shown of the requests: the list, and one from near."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.request import HOWS, Request
from dialogs.content.guide import Guide
from dialogs.days import month
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard, Say, copy_button
from dialogs.journey.road import Layout
from dialogs.journey.steps import place
from dialogs.roads.requests.changes import numbered
from dialogs.roads.requests.path import ONE, PROMISED, REFERENCE, REQUESTS
from dialogs.understanding.places import Asked, places

LAYOUT: Layout = {
    REQUESTS: (("country",), ("deliveries",), ("done",)),
    ONE: (
        *(("arrived",), ("chased",), HOWS[:2], HOWS[2:], ("promised",), ("reference",), ("refused",)),
        ("withdraw", "back"),
    ),
    PROMISED: (("skip",),),
    REFERENCE: (),
}
MOST_PLACES = 3
MARKS = {"waiting": "asked", "arrived": "have", "refused": "cannot_get"}


def values(_: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == REQUESTS:
        return {"requests": case.requests, "country": case.country}
    return {"request": numbered(case, case.request)}


def choices(guide: Guide, case: Case, shown: date | None = None) -> Keyboard:
    """A button for each request; or the month in which it was promised."""
    if case.step == PROMISED:
        here = place(PROMISED, case.request)
        return month.grid(here, shown, today(case), (case.date,)) if shown else (month.opened(here, today(case)),)
    if case.step == ONE:
        request = numbered(case, case.request)
        return ((copy_button("button.copy_number", request.reference),),) if request and request.reference else ()
    if case.step != REQUESTS:
        return ()
    hospitals = tuple(
        (Button(f"{REQUESTS}/at/{each.number}", f"in_own_words.{each.whom}"),) for each in places(case)[:MOST_PLACES]
    )
    return (*hospitals, *((_request(each),) for each in case.requests if guide.record(each.record)))


def at_one_place(guide: Guide, case: Case, place: Asked) -> Say:
    """All that was asked of one place, with its references, and the letters that ask for it."""
    known = [each for each in place.requests if guide.record(each.record)]
    records = {record.key: record for record in guide.records}
    kinds = dict.fromkeys(records[each.record].letter for each in known if each.waiting)
    letters = tuple((Button(f"aside/letter/{kind}/{place.number}", f"letter.{kind}"),) for kind in kinds)
    rows = (*((_request(each),) for each in known), *letters, (Button(f"{REQUESTS}/every_request", "button.back"),))
    values = {"whom": place.whom, "requests": tuple(known)}
    return Say("requests_place", values, rows, replaces=True, asks=True)


def receipt(case: Case, number: int) -> Say | None:
    """What was noted, with quick taps below it for more: none of them has to be answered."""
    request = numbered(case, number)
    if request is None or not request.waiting:
        return None
    row = tuple(Button(f"aside/request/{number}/{move}", f"button.{move}") for move in ("promised", "reference"))
    values = {"record": request.record, "request": request}
    return Say("request_noted", values, (row,), slot=f"request:{number}")


def _request(request: Request) -> Button:
    return Button(f"{REQUESTS}/look/{request.number}", f"record.{request.record}.title", MARKS[request.state])
