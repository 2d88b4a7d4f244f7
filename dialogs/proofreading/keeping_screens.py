"""What is said about what is kept: that its days are nearly over, the copy of everything, who opened what, consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dialogs.case.case import Case
from dialogs.dialogue import Dialogue
from dialogs.effects import Say
from dialogs.proofreading.chat import Chat
from dialogs.roads.keeping.accesses import KINDS, MOST_SHOWN, Access
from dialogs.roads.keeping.consent import Consent
from dialogs.roads.keeping.events import DaysRunOut, EverythingGathered, ExportFailed


def keeping(chat: Chat) -> None:
    """All of it, in the chat of somebody who agreed, and keeps everything in the end."""
    _days_run_out(chat)
    _copies(chat)
    accesses = tuple(Access(chat.now, KINDS[number % len(KINDS)], number) for number in range(MOST_SHOWN))
    for zone in ("", "Europe/Paris"):
        for more, rows in ((True, accesses), (False, ())):
            chat.shown.append(Say("accesses", {"accesses": rows, "more": more, "zone": zone}))
    chat.at("review").patient_presses_data("aside/accesses")
    chat.shown += [Say("expired"), Say("deleted_done"), Say("records_kept", {"days": 0})]
    chat.shown.append(Say("privacy", {"keeps_files": True, "files": 2, "days": 0}))
    _consent(chat.dialogue, chat)


def _days_run_out(chat: Chat) -> None:
    acted, before = chat.now, chat.now
    chat.case = replace(chat.at("review").case, reminders=None, zone="Europe/Paris")
    for days in (100, 107):
        chat.now = before + timedelta(days=days)
        chat.happens(DaysRunOut(chat.now, chat.case.expiry.due if chat.case.expiry else chat.now, acted))
    chat.patient_presses_data("aside/keep_records")
    chat.now = before


def _copies(chat: Chat) -> None:
    for parts in (((1, 2),), ((1,), (2,))):
        chat.at("review").patient_commands("export")
        chat.happens(EverythingGathered(chat.now, chat.case.exports, parts))
    chat.patient_commands("export")
    chat.patient_commands("export")
    chat.happens(ExportFailed(chat.now))


def _consent(dialogue: Dialogue, chat: Chat) -> None:
    """A newer consent, as the next version of the content asks for it."""
    newer = Consent(dialogue.screens, 2)
    case = Case(step="review", keeps_files=True, heard=chat.now)
    chat.shown.append(newer.question())
    for choice in ("decline", "checklist_only"):
        turn = newer.press(case, choice, "2")
        chat.shown += [each for each in turn.effects if isinstance(each, Say)] if turn else []
