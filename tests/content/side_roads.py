"""What is said about requests, the date that matters, reminders and afterwards, over the real guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from dialogs import schedule
from dialogs import side_roads as roads
from dialogs.events import ReminderDue
from dialogs.requests import HOWS
from tests.chat import Chat

Doing = Callable[[], object]


def side_roads(chat: Chat, words: str) -> Iterator[Doing]:
    for step in roads.STEPS:
        yield lambda step=step: chat.happens_at(step, lambda: chat.patient_commands("start"))
    yield from _requests(chat, words)
    yield from _the_date(chat)
    yield from _reminders(chat)
    yield from _notes(chat)
    yield from _afterwards(chat)


def _at(chat: Chat, step: str, *moves: str) -> Doing:
    return lambda: chat.happens_at(step, lambda: [chat.patient_presses_here(each) for each in moves])


def _writes(chat: Chat, step: str, text: str) -> Doing:
    return lambda: chat.happens_at(step, lambda: chat.patient_writes(text))


def _requests(chat: Chat, words: str) -> Iterator[Doing]:
    yield lambda: chat.patient_commands("requests")
    yield _at(chat, roads.COUNTRY, "us")
    for record in ("pathology", "slides", "labs", "biomarkers"):
        yield _writes(chat, f"{record}.asked", words[:200])
        number = chat.case.requests_seen + 1
        yield lambda: chat.patient_presses_data(f"aside/request/{chat.case.request}/by_phone")
        yield _at(chat, roads.PROMISED, "day/2026-12-24")
        yield _writes(chat, roads.REFERENCE, words[:60])
        yield _writes(chat, roads.REFERENCE, "7" * 61)
        yield lambda number=number: chat.happens_at(
            roads.REQUESTS, lambda: chat.patient_presses_data(f"requests/look/{number}")
        )
        yield lambda: chat.happens_at(roads.ONE, lambda: chat.patient_commands("start"))
    yield lambda: chat.happens_at(roads.REQUESTS, lambda: chat.patient_commands("start"))
    yield lambda: chat.patient_commands("checklist")
    for move in (*HOWS, "chased", "arrived", "refused", "withdraw"):
        yield _at(chat, roads.ONE, move)
    yield lambda: chat.happens_at(roads.REQUESTS, lambda: chat.patient_commands("start"))


def _the_date(chat: Chat) -> Iterator[Doing]:
    for text in ("5", "1 March 2020", "3 April 2099", "in two weeks", "12/11"):
        yield _writes(chat, roads.DATE, text)
    yield lambda: _answer_all(chat, "missing")
    yield lambda: chat.happens_at(
        roads.DATE, lambda: chat.patient_presses_data(f"date/day/{chat.now.date() + timedelta(days=30)}")
    )
    yield lambda: chat.happens_at(roads.DATE, lambda: chat.patient_commands("start"))
    yield lambda: chat.patient_presses_data("aside/dates_file")
    yield _at(chat, roads.DATE, "forget")


def _answer_all(chat: Chat, standing: str) -> None:
    for record in chat.guide.records:
        chat.case = chat.case.answering(record.key, standing)


def _reminders(chat: Chat) -> Iterator[Doing]:
    yield _at(chat, roads.REMINDERS, "weekly")
    for text in ("Middle-earth", "USA", "Berlin"):
        yield _writes(chat, roads.ZONE, text)
    for step, data in (
        *((roads.REMINDERS, "hours"), (roads.HOURS, "set_hours/12-17"), (roads.REMINDERS, "treatment")),
        *((roads.REMINDERS, "rest"), (roads.REST, "rest_7"), (roads.REMINDERS, "place"), (roads.ZONE, "skip")),
    ):
        yield _at(chat, step, data)
    yield lambda: chat.happens_at(
        roads.TREATMENT,
        lambda: chat.patient_presses_data(f"{roads.TREATMENT}/day/{chat.now.date() + timedelta(days=2)}"),
    )
    yield lambda: chat.happens_at(
        roads.DAY, lambda: chat.patient_presses_data(f"{roads.DAY}/day/{chat.now.date() + timedelta(days=9)}")
    )
    yield lambda: chat.happens_at(roads.REMINDERS, lambda: chat.patient_commands("start"))


def _notes(chat: Chat) -> Iterator[Doing]:
    yield lambda: setattr(chat, "case", replace(chat.case, requests=(), country="us"))
    yield _writes(chat, "labs.asked", "Records office")
    for days in (10, 15, 6):
        yield lambda days=days: _is_reminded_after(chat, days)
    yield _at(chat, roads.PROMISED, "skip")
    yield lambda: _promised_yesterday(chat)
    for move in ("show", "asked", "show", "have"):
        yield lambda move=move: chat.patient_presses_data(f"aside/note/{chat.case.request}/{move}")
    for move in ("show", "tomorrow", "stop_this", "asked", "have", "show"):
        yield lambda move=move: chat.patient_presses_data(f"aside/note/staging/{move}")


def _is_reminded_after(chat: Chat, days: int) -> None:
    chat.now += timedelta(days=days)
    chat.happens_at(roads.REMINDERS, lambda: chat.patient_presses_data("reminders/every_3_days"))
    chat.now = schedule.due(chat.case) or chat.now
    chat.happens(ReminderDue(chat.now, chat.now))
    chat.patient_presses_data(f"aside/note/{chat.case.request}/show")


def _promised_yesterday(chat: Chat) -> None:
    yesterday = (chat.now - timedelta(days=1)).date().isoformat()
    chat.case = replace(
        chat.case, requests=tuple(replace(each, promised=yesterday, when="", told=0) for each in chat.case.requests)
    )


def _afterwards(chat: Chat) -> Iterator[Doing]:
    for answer in ("elsewhere", "missing"):
        yield lambda answer=answer: _answer_all(chat, answer)
        yield _at(chat, roads.AFTER, "yes")
        yield _at(chat, roads.DONE, "given_back") if answer == "elsewhere" else _at(chat, roads.DONE, "done")
    yield _at(chat, roads.AFTER, "not_yet")
    yield lambda: chat.patient_presses_data("aside/note/after/show")
    yield lambda: chat.patient_presses_data("aside/back_page")
