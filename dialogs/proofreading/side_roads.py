"""What is said about requests, the date that matters, reminders and afterwards, over the real guide."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dialogs.case.delivery import Delivery
from dialogs.case.request import HOWS, Request
from dialogs.effects import Say
from dialogs.events import ReminderDue
from dialogs.journey.steps import root
from dialogs.proofreading.chat import Chat
from dialogs.roads.afterwards.path import AFTER, DONE
from dialogs.roads.country.path import COUNTRY
from dialogs.roads.reminders import schedule
from dialogs.roads.reminders.messages import OCCASIONS
from dialogs.roads.reminders.path import DAY, HOURS, REMINDERS, REST, TREATMENT, ZONE
from dialogs.roads.reminders.screens import planned
from dialogs.roads.requests.changes import asked
from dialogs.roads.requests.path import ONE, PROMISED, REFERENCE, REQUESTS
from dialogs.roads.the_date.path import DATE


def side_roads(chat: Chat, words: str, wide: str) -> None:
    """All of them; `wide` is the name of a place with several time zones."""
    journey = chat.dialogue.journey
    for step in (step for step in journey.detours.values() if step == root(step)):
        chat.at(step).patient_commands("start")
        if journey.text_at(step) == "word":
            chat.at(step).patient_writes(words[:60])
    roads = (REQUESTS, DATE, REMINDERS, AFTER, COUNTRY)
    for step in (step for step in journey.steps if root(step) in roads):
        chat.at(step).patient_commands("start")
    _requests(chat, words)
    _the_date(chat)
    _reminders(chat, wide)
    _notes(chat, words)
    _occasions(chat, words)
    _afterwards(chat)


def _at(chat: Chat, step: str, data: str) -> None:
    chat.at(step).patient_presses_here(data)


def _writes(chat: Chat, step: str, text: str) -> None:
    chat.at(step).patient_writes(text)


def _requests(chat: Chat, words: str) -> None:
    chat.patient_commands("requests")
    _at(chat, COUNTRY, "us")
    for record in asked_for(chat)[:4]:
        _writes(chat, f"{record}.asked", words[:200])
        number = chat.case.requests_seen + 1
        chat.patient_presses_data(f"aside/request/{chat.case.request}/by_phone")
        _at(chat, PROMISED, "day/2026-12-24")
        _writes(chat, REFERENCE, words[:60])
        _writes(chat, REFERENCE, "7" * 61)
        chat.at(REQUESTS).patient_presses_data(f"requests/look/{number}")
        chat.at(ONE).patient_commands("start")
    chat.at(REQUESTS).patient_commands("start")
    _one_place(chat, words)
    chat.patient_commands("checklist")
    for move in (*HOWS, "chased", "arrived", "refused", "withdraw"):
        _at(chat, ONE, move)
    chat.at(REQUESTS).patient_commands("start")


def _one_place(chat: Chat, words: str) -> None:
    """Two records that were asked of one hospital, and the letter for it."""
    before = chat.case
    chat.case = replace(chat.case, requests=())
    for record in asked_for(chat)[:2]:
        chat.case = asked(chat.case, record, f"City Hospital, {words[:40]}", chat.now.date())
    chat.at(REQUESTS).patient_presses_data(f"{REQUESTS}/at/{chat.case.requests[0].number}")
    chat.patient_presses_data(f"aside/letter/records/{chat.case.requests[0].number}")
    chat.case = replace(before, heard=chat.case.heard)


def asked_for(chat: Chat) -> list[str]:
    """The records that can be asked for, in the guide's order."""
    return [record.key for record in chat.dialogue.guide.records if "asked" in record.answers]


def _the_date(chat: Chat) -> None:
    _writes(chat, DATE, "Kanarienvogel")
    chat.patient_writes("Kanarienvogel")  # the second time it is asked in short
    for text in ("5", "2020-03-01", "2099-04-03", f"{chat.now.date() + timedelta(days=14)}", "12/11"):
        _writes(chat, DATE, text)
    _answer_all(chat, "missing")
    chat.at(DATE).patient_presses_here(f"day/{chat.now.date() + timedelta(days=30)}")
    chat.at(DATE).patient_commands("start")
    chat.patient_presses_data("aside/dates_file")
    _at(chat, DATE, "forget")


def _answer_all(chat: Chat, standing: str) -> None:
    for record in chat.dialogue.guide.records:
        chat.case = chat.case.answering(record.key, standing)


def _reminders(chat: Chat, wide: str) -> None:
    _at(chat, REMINDERS, "weekly")
    _writes(chat, ZONE, "Middle-earth")
    _writes(chat, ZONE, wide)
    _writes(chat, ZONE, "Berlin")
    for step, data in (
        *((REMINDERS, "hours"), (HOURS, "set_hours/12-17"), (REMINDERS, "treatment")),
        *((REMINDERS, "rest"), (REST, "rest_7"), (REMINDERS, "place"), (ZONE, "skip")),
    ):
        _at(chat, step, data)
    chat.at(TREATMENT).patient_presses_here(f"day/{chat.now.date() + timedelta(days=2)}")
    chat.at(DAY).patient_presses_here(f"day/{chat.now.date() + timedelta(days=9)}")
    if chat.case.reminders:  # weekdays are told in words alone, each language in its own
        chat.case = replace(chat.case, reminders=replace(chat.case.reminders, weekdays_off=(5, 6)))
    chat.shown.append(Say("weekdays_noted", planned(chat.case)))
    chat.at(REMINDERS).patient_commands("start")


def _notes(chat: Chat, words: str) -> None:
    chat.case = replace(chat.case, requests=(), country="us")
    _writes(chat, f"{_waited_for(chat)}.asked", words[:200])
    for days in (10, 15, 6):
        _is_reminded_after(chat, days)
    _at(chat, PROMISED, "skip")
    _promised_yesterday(chat)
    for move in ("show", "asked", "show", "have"):
        chat.patient_presses_data(f"aside/note/{chat.case.request}/{move}")
    for move in ("show", "tomorrow", "stop_this", "asked", "have", "show"):
        chat.patient_presses_data(f"aside/note/{asked_for(chat)[-1]}/{move}")


def _occasions(chat: Chat, words: str) -> None:
    """Whatever reminders can be about, though its day may not come in this life."""
    request = Request(1, asked_for(chat)[0], words[:200], "2026-01-05")
    sent = Delivery(1, "", "packet", "portal", "2026-01-05")
    chat.shown.append(Say("record_explained", {"record": request.record}))
    for name, values in OCCASIONS.items():
        known = {"record": request.record, "request": request, "delivery": sent, "destination": words[:120]} | {
            "in_usa": True
        }
        chat.shown.append(Say(name, {each: known[each] for each in values}))


def _waited_for(chat: Chat) -> str:
    """A record that can be asked for and is not here, of which the law says by when it has to come."""
    records = [each for each in chat.dialogue.guide.records if "asked" in each.answers]
    missing = [each.key for each in records if each.right_of_access and not chat.case.documents_of(each.key)]
    return next(iter(missing), records[0].key)


def _is_reminded_after(chat: Chat, days: int) -> None:
    chat.now += timedelta(days=days)
    chat.at(REMINDERS).patient_presses_data("reminders/every_3_days")
    chat.now = schedule.due(chat.case) or chat.now
    chat.happens(ReminderDue(chat.now, chat.now))
    chat.patient_presses_data(f"aside/note/{chat.case.request}/show")


def _promised_yesterday(chat: Chat) -> None:
    yesterday = (chat.now - timedelta(days=1)).date().isoformat()
    chat.case = replace(
        chat.case, requests=tuple(replace(each, promised=yesterday, when="", told=0) for each in chat.case.requests)
    )


def _afterwards(chat: Chat) -> None:
    for answer in ("elsewhere", "missing"):
        _answer_all(chat, answer)
        _at(chat, AFTER, "yes")
        _at(chat, DONE, "given_back" if answer == "elsewhere" else "done")
    _at(chat, AFTER, "not_yet")
    chat.patient_presses_data("aside/note/after/show")
    chat.patient_presses_data("aside/back_page")
