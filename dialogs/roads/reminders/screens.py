"""What is shown of the reminders: what is planned, the hours, the clocks, and the days on which none should come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.days import month, zones
from dialogs.effects import Button, Keyboard
from dialogs.journey.road import Layout
from dialogs.roads.reminders import schedule
from dialogs.roads.reminders.path import DAY, HOURS, REMINDERS, REST, SETTINGS, TREATMENT, ZONE

LAYOUT: Layout = {
    REMINDERS: (("remind_yes",), ("resume",), ("settings",), ("stop",), ("not_now",)),
    SETTINGS: (
        *(("every_3_days", "weekly", "fortnightly"), ("rest",), ("treatment",), ("hours", "place")),
        *(("pause",), ("back",)),
    ),
    ZONE: (("skip",),),
    HOURS: (("back",),),
    DAY: (("skip",),),
    REST: (("rest_3", "rest_7", "rest_14"), ("back",)),
    TREATMENT: (("done",),),
}
SPANS = ((9, 20), (8, 12), (12, 17), (17, 21))
"""From and to which hour a patient may choose to be reminded."""


def values(_: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    return planned(case) if case.step in (REMINDERS, SETTINGS, HOURS, TREATMENT) else {}


def planned(case: Case) -> dict[str, Any]:
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
        "weekdays_off": tuple(_of_that_name(each) for each in reminders.weekdays_off) if reminders else (),
        "quiet_until": reminders.quiet_until if reminders else "",
    }


def _of_that_name(weekday: int) -> str:
    """Some day of that name (ISO 8601), for a message to call it by; 0 is Monday."""
    return f"2024-01-0{weekday + 1}"


def choices(_: Guide, case: Case, shown: date | None = None) -> Keyboard:
    """A month, the hours of a day, or what clocks show."""
    today = zones.today(case)
    if case.step == DAY:
        return month.grid(DAY, shown, today, (case.date,)) if shown else (month.opened(DAY, today),)
    if case.step == TREATMENT:
        days_off = case.reminders.days_off if case.reminders else (case.date,)
        return month.grid(TREATMENT, shown or today, today, days_off, marked_move="free")
    if case.step == HOURS:
        return tuple(
            (Button(f"{HOURS}/set_hours/{begins}-{ends}", f"hours.{begins}-{ends}"),) for begins, ends in SPANS
        )
    return ((Button(f"{ZONE}/clocks", "button.clocks"),),) if case.step == ZONE else ()


def clocks(now: datetime) -> Keyboard:
    """What clocks show now, a button each: whoever taps theirs has said their distance from UTC."""
    there = [(hours, now.astimezone(UTC) + timedelta(hours=hours)) for hours in zones.NEAR_OFFSETS]
    buttons = [Button(f"{ZONE}/zone/at/{time:%H:%M}", f"clock.{time:%H:%M}") for _, time in there]
    return tuple(tuple(buttons[row : row + 3]) for row in range(0, len(buttons), 3))
