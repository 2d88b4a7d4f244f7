"""What is shown of the requests: the list, and one from near."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.request import HOWS, Request
from dialogs.content.guide import Guide
from dialogs.days import month
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard, Say
from dialogs.journey.road import Layout
from dialogs.journey.steps import place
from dialogs.roads.requests.changes import numbered
from dialogs.roads.requests.path import ONE, PROMISED, REFERENCE, REQUESTS

LAYOUT: Layout = {
    REQUESTS: (("country",), ("done",)),
    ONE: (
        *(("arrived",), ("chased",), HOWS[:2], HOWS[2:], ("promised",), ("reference",), ("refused",)),
        ("withdraw", "back"),
    ),
    PROMISED: (("skip",),),
    REFERENCE: (("skip",),),
}
MARKS = {"waiting": "asked", "arrived": "have", "refused": "cannot_get"}


def values(_: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == REQUESTS:
        return {"requests": case.requests, "country": case.country}
    return {"request": numbered(case, case.request)}


def choices(guide: Guide, case: Case, shown: date | None = None) -> Keyboard:
    """A button for each request; or the month in which it was promised."""
    if case.step == PROMISED:
        return month.grid(place(PROMISED, case.request), shown or today(case), today(case), (case.date,))
    if case.step != REQUESTS:
        return ()
    return tuple((_request(each),) for each in case.requests if guide.record(each.record))


def receipt(case: Case, number: int) -> Say | None:
    """What was noted, with quick taps below it for more: none of them has to be answered."""
    request = numbered(case, number)
    if request is None or not request.waiting:
        return None
    data = f"aside/request/{number}"
    hows = [Button(f"{data}/{how}", f"button.{how}") for how in HOWS] if not request.how else []
    more = [Button(f"{data}/{move}", f"button.{move}") for move in ("promised", "reference")]
    rows = (tuple(hows[:2]), tuple(hows[2:]), *((button,) for button in more))
    values = {"record": request.record, "request": request}
    return Say("request_noted", values, tuple(row for row in rows if row), slot=f"request:{number}")


def _request(request: Request) -> Button:
    return Button(f"{REQUESTS}/look/{request.number}", f"record.{request.record}.title", MARKS[request.state])
