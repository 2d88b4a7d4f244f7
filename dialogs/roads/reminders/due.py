"""A reminder that is due, and the taps below it: what it is about is shown only to who asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.case.request import Request
from dialogs.checklist.checklist import SETTLED, checklist
from dialogs.days import zones
from dialogs.effects import Button, Keyboard, Say, Turn, aside
from dialogs.events import Event, ReminderDue, WentAway
from dialogs.journey.screens import Screens
from dialogs.journey.steps import number_in
from dialogs.roads.deliveries import changes as deliveries
from dialogs.roads.reminders import schedule
from dialogs.roads.reminders.occasions import AFTERWARDS, SENT, Occasion, occasion, occasion_of
from dialogs.roads.reminders.screens import planned
from dialogs.roads.requests import changes as requests
from dialogs.understanding import rules_of_the_usa

BACK: Keyboard = ((aside("continue"),),)
LATER = {"tomorrow": 1, "next_week": 7}
_ITS = "aside/note/"


def sayable(keyboard: Iterable[Shown]) -> tuple[Button, ...]:
    """What can be said below what a reminder is about, beside its buttons: they refused, it is still to come."""
    keys = {each.data.removeprefix(_ITS).partition("/")[0] for each in keyboard if each.data.endswith("/stop_this")}
    moves = ("refused", *LATER)
    return tuple(Button(f"{_ITS}{key}/{move}", f"button.{move}") for key in sorted(keys) for move in moves)


def record_of(case: Case) -> str:
    """The record that the reminder in sight is about; empty where none is."""
    request = request_of(case)
    return request.record if request else _key_in_sight(case)


def request_of(case: Case) -> Request | None:
    """The request that the reminder in sight is about, opened or not."""
    key = _key_in_sight(case)
    return requests.numbered(case, int(key)) if key.isdecimal() and len(key) < 9 else None


def _key_in_sight(case: Case) -> str:
    keys = (each.data.removeprefix(_ITS).partition("/")[0] for each in case.keyboard if each.data.startswith(_ITS))
    return next(keys, "")


@dataclass(frozen=True)
class Reminding:
    """One reminder at a time, tied to a request or a missing record."""

    screens: Screens

    def happened(self, case: Case, event: Event) -> Turn | None:
        match event:
            case ReminderDue():
                return self._due(case, event)
            case WentAway():
                return Turn(self._unsaid(replace(case, reachable=False), event))
        return None

    def _due(self, case: Case, event: ReminderDue) -> Turn:
        """Say one reminder, if it is still wanted and this is a time for it."""
        if case.reminders is None or case.reminders.due != event.due or not case.reachable:
            return Turn(case)
        now = max(event.at, event.due)  # what was due has come, even if a clock was set back since
        if later := schedule.not_now(case, now):
            return Turn(later)
        case = requests.caught_up(case)
        today = zones.local(case, now).date()
        about = occasion(self.screens.guide, case, today)
        if about is None:
            over = checklist(self.screens.guide, case).complete and not case.date
            return Turn(replace(case, reminders=None) if over else schedule.skipped(self.screens.guide, case, now))
        if about.stage and about.request:
            case = requests.changed(case, replace(about.request, told=about.stage))
        if about.delivery:
            case = deliveries.changed(case, replace(about.delivery, told=True))
        case = schedule.after_one(self.screens.guide, case, about.key, now, is_last=about.key == AFTERWARDS.key)
        left = case.reminders.left if case.reminders else 0
        show = (Button(f"aside/note/{about.key}/show", "button.show"),)
        put_off = tuple(Button(f"aside/note/{about.key}/{move}", f"button.{move}") for move in LATER)
        return Turn(case, (Say("reminder", {"left": left}, (show, put_off, (aside("pause"), aside("stop")))),))

    def _unsaid(self, case: Case, event: WentAway) -> Case:
        """The patient had blocked us: a reminder that was refused for it is none of those they asked for."""
        if event.unsaid != "reminder" or case.reminders is None:
            return case
        about = case.reminders.about
        unasked = deliveries.numbered(case, number_in(about.removeprefix(SENT))) if about.startswith(SENT) else None
        if unasked:
            case = deliveries.changed(case, replace(unasked, told=False))
        request = requests.numbered(case, int(about)) if about.isdecimal() and len(about) < 9 else None
        if request and request.told:
            days = self.screens.guide.legal_days_of(case.country, request.record)
            told = max((stage for stage in days if stage < request.told), default=0)
            case = requests.changed(case, replace(request, told=told))
        return schedule.given_back(self.screens.guide, case, event.at)

    def press(self, case: Case, key: str, what: str) -> Turn | None:
        """A tap below a reminder; None if what it was about is gone."""
        now = case.heard
        about = occasion_of(self.screens.guide, requests.caught_up(case), key, zones.today(case))
        if about is None:
            return None
        case = requests.caught_up(case)
        if what == "show":
            return Turn(case, (self._show(case, about),))
        if what in LATER:
            until = now + timedelta(days=LATER[what])
            case = schedule.put_off(self.screens.guide, case, until, now)
            return self._say(case, "note_put_off")
        if what == "stop_this" and case.reminders:
            stopped = tuple(dict.fromkeys((*case.reminders.stopped, about.key)))
            return self._say(replace(case, reminders=replace(case.reminders, stopped=stopped)), "note_stopped")
        if what == "have" and about.delivery:
            return self._say(deliveries.arrived(case, about.delivery, zones.today(case).isoformat()), "note_there")
        if what == "have" and about.record:
            case = requests.arrived(case, about.request) if about.request else case.answering(about.record, "have")
            return self._say(case, "note_have", about.record)
        if what == "refused" and about.record:
            case = (
                requests.refused(case, about.request) if about.request else case.answering(about.record, "cannot_get")
            )
            return self._say(case, "request_refused", about.record)
        return self._asked(case, about, now) if what == "asked" and about.record else None

    def _asked(self, case: Case, about: Occasion, now: datetime) -> Turn:
        """The patient asked, or asked again: noted with today's date, and quick taps for more below it."""
        today = zones.local(case, now).date()
        looked_at = case.request  # a reminder opens no card: the one that is open is still about its own request
        if about.request:
            case = replace(requests.chased(case, about.request, today), request=about.request.number)
        else:
            case = requests.asked(case.answering(about.record, "asked"), about.record, "", today)
        more = (Button(f"aside/request/{case.request}/promised", "button.promised"),)
        case = replace(case, request=looked_at)
        return Turn(case, (Say("note_asked", {"record": about.record}, (more, *BACK), replaces=True),))

    def _show(self, case: Case, about: Occasion) -> Say:
        if about.key == AFTERWARDS.key:
            return Say("note_after", {}, ((aside("afterwards"),), *BACK), replaces=True)
        if about.delivery:
            return self._show_sent(case, about)
        line = next((line for line in checklist(self.screens.guide, case).lines if line.record == about.record), None)
        if line and not about.request and line.group in SETTLED:
            return Say("note_settled", {"record": line.record, "standing": line.standing}, BACK, replaces=True)
        data = f"aside/note/{about.key}"

        def row(*moves: str) -> tuple[Button, ...]:
            return tuple(Button(f"{data}/{move}", f"button.{move}") for move in moves)

        rows = (row("have"), row("asked"), (aside("pick_day"),), row("stop_this"))
        in_usa = rules_of_the_usa.may_hold(case)
        values = {"record": about.record, "request": about.request, "in_usa": in_usa}
        return Say(about.name, values, (*rows, *BACK), replaces=True)

    def _show_sent(self, case: Case, about: Occasion) -> Say:
        data = f"aside/note/{about.key}"
        rows = ((Button(f"{data}/have", "button.got_it"),), (aside("pick_day"),), (aside("deliveries"),))
        return Say(
            about.name, {"delivery": about.delivery, "destination": case.destination}, (*rows, *BACK), replaces=True
        )

    def _say(self, case: Case, name: str, record: str = "") -> Turn:
        values = {"record": record} if record else planned(case) if name == "note_put_off" else {}
        return Turn(case, (Say(name, values, BACK, replaces=True),))
