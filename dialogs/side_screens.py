"""What the side roads show: the values of their messages, and the buttons that are not simply moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dialogs import side_roads
from dialogs.case.case import Case
from dialogs.case.request import HOWS, Request
from dialogs.checklist.planning import plan
from dialogs.content.guide import Guide
from dialogs.days import month, zones
from dialogs.effects import Button, Keyboard
from dialogs.journey.guards import on_loan
from dialogs.journey.subjects import place
from dialogs.roads.reminders import schedule
from dialogs.roads.requests import changes as requests

LAYOUT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    side_roads.REQUESTS: (("country",), ("done",)),
    side_roads.ONE: (
        *(("arrived",), ("chased",), HOWS[:2], HOWS[2:], ("promised",), ("reference",), ("refused",)),
        ("withdraw", "back"),
    ),
    side_roads.PROMISED: (("skip",),),
    side_roads.REFERENCE: (("skip",),),
    side_roads.COUNTRY: (("us",), ("uk",), ("other",)),
    side_roads.DATE: (("forget",), ("not_now",)),
    side_roads.REMINDERS: (
        *(("every_3_days",), ("weekly",), ("fortnightly",), ("rest",), ("treatment",), ("hours", "place")),
        *(("pause", "resume", "stop"), ("not_now",)),
    ),
    side_roads.ZONE: (("skip",),),
    side_roads.LAND: (("us",), ("uk",), ("other",)),
    side_roads.HOURS: (("back",),),
    side_roads.DAY: (("skip",),),
    side_roads.REST: (("rest_3", "rest_7", "rest_14"), ("back",)),
    side_roads.TREATMENT: (("done",),),
    side_roads.AFTER: (("yes",), ("not_yet",), ("not_now",)),
    side_roads.DONE: (("given_back",), ("done",)),
}
CALENDARS = frozenset({side_roads.PROMISED, side_roads.DATE, side_roads.DAY, side_roads.TREATMENT})
HOURS = ((9, 20), (8, 12), (12, 17), (17, 21))
"""From and to which hour a patient may choose to be reminded."""
MARKS = {"waiting": "asked", "arrived": "have", "refused": "cannot_get"}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the step where the patient stands."""
    known: dict[str, Callable[[], dict[str, Any]]] = {
        side_roads.REQUESTS: lambda: {"requests": case.requests, "country": case.country},
        side_roads.ONE: lambda: {"request": looked_at(case)},
        side_roads.PROMISED: lambda: {"request": looked_at(case)},
        side_roads.REFERENCE: lambda: {"request": looked_at(case)},
        side_roads.DATE: lambda: {"date": case.date, "steps": plan(guide, case, zones.today(case))},
        side_roads.REMINDERS: lambda: reminder_values(case),
        side_roads.HOURS: lambda: reminder_values(case),
        side_roads.TREATMENT: lambda: reminder_values(case),
        side_roads.DONE: lambda: {"slides": bool(on_loan(guide, case)), "returned": case.slides_returned},
    }
    return known[case.step]() if case.step in known else {}


def reminder_values(case: Case) -> dict[str, Any]:
    """What is planned, and when in the patient's own time."""
    reminders = case.reminders
    return {
        "every_days": reminders.every_days if reminders else 0,
        "left": reminders.left if reminders else 0,
        "due": zones.local(case, reminders.due) if reminders and reminders.due else None,
        "how_many": schedule.HOW_MANY,
        "zone": case.zone,
        "from_hour": reminders.from_hour if reminders else 0,
        "to_hour": reminders.to_hour if reminders else 0,
        "days_off": reminders.days_off if reminders else (),
        "quiet_until": reminders.quiet_until if reminders else "",
    }


def choices(guide: Guide, case: Case, shown: date | None = None) -> Keyboard:
    """The buttons of a step that come from the case: a month, the requests, the hours of a day."""
    today = zones.today(case)
    if case.step in CALENDARS:
        marked = case.reminders.days_off if case.step == side_roads.TREATMENT and case.reminders else (case.date,)
        begins = date.fromisoformat(case.date) if case.step == side_roads.DATE and case.date else today
        marked_move = "free" if case.step == side_roads.TREATMENT else "day"
        grid = month.grid(place(case), shown or max(begins, today), today, marked, marked_move)
        keeps = case.step == side_roads.DATE and bool(case.date)
        return (*grid, (Button("aside/dates_file", "button.dates_file"),)) if keeps else grid
    if case.step == side_roads.REQUESTS:
        return tuple((_request(each),) for each in case.requests if guide.record(each.record))
    if case.step == side_roads.HOURS:
        step = side_roads.HOURS
        return tuple((Button(f"{step}/set_hours/{begins}-{ends}", f"hours.{begins}-{ends}"),) for begins, ends in HOURS)
    if case.step == side_roads.ZONE:
        return _clocks(case.heard)
    if case.step == side_roads.DONE:
        return ((Button("aside/back_page", "button.back_page"),), (Button("aside/delete", "button.delete"),))
    return ()


def argument(case: Case, move: str) -> str:
    """Which day is forgotten: the one that stands on the card."""
    return case.date if (case.step, move) == (side_roads.DATE, "forget") else ""


def looked_at(case: Case) -> Request | None:
    """The request the patient is looking at; None once it was taken out."""
    return requests.numbered(case, case.request)


def _request(request: Request) -> Button:
    data = f"{side_roads.REQUESTS}/look/{request.number}"
    return Button(data, f"record.{request.record}.title", MARKS[request.state])


def _clocks(now: datetime) -> Keyboard:
    """What clocks show now, a button each: whoever taps theirs has said their distance from UTC."""
    there = [(hours, now.astimezone(UTC) + timedelta(hours=hours)) for hours in zones.NEAR_OFFSETS]
    buttons = [Button(f"{side_roads.ZONE}/zone/at/{time:%H:%M}", f"clock.{time:%H:%M}") for _, time in there]
    return tuple(tuple(buttons[row : row + 4]) for row in range(0, len(buttons), 4))
