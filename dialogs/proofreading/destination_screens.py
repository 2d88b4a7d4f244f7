"""Every message about where it goes, what was sent there, and what came of it, over the real guide."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dialogs.case.opinion import OUTCOMES
from dialogs.content.profile import ANOTHER
from dialogs.proofreading.chat import Chat
from dialogs.roads.afterwards.path import AFTER, DIFFERS, DONE, WHOSE
from dialogs.roads.deliveries.changes import KINDS
from dialogs.roads.deliveries.path import DELIVERIES, HOW, ONE
from dialogs.roads.deliveries.screens import WAYS
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.destination.screens import MOST, ON_A_PAGE


def destinations(chat: Chat, words: str) -> None:
    """All that are known, now and when none of it is said any more; then one place, and several, get something."""
    known = chat.dialogue.guide.destinations
    before = chat.case
    for begin in range(0, len(known), ON_A_PAGE):
        chat.at(DESTINATION).patient_presses_data(f"{DESTINATION}/known/{begin}")
    for key in (*known, "gone"):
        for years in (0, 10):
            then = chat.now
            chat.now += timedelta(days=366 * years)
            chat.case = replace(chat.case, destinations=(key,), destination="")
            chat.at(DESTINATION).patient_presses_data(f"{DESTINATION}/look/{key}")
            chat.now = then
        for record in chat.dialogue.guide.records:
            chat.at(record.key).patient_commands("start")
    chat.case = replace(chat.case, destinations=(), destination=words[:120])
    _sent(chat, words)
    chosen = tuple(key for key in known if key != ANOTHER)[:MOST]
    chat.case = replace(chat.case, destinations=chosen)
    chat.at(DESTINATION).patient_commands("start")
    for name in (name for each in known.values() for name in each.called[:1]):
        chat.at(DESTINATION).patient_writes(name)
    for known_as, key in ((name, each.key) for each in known.values() for name in each.perhaps[:1]):
        chat.case = replace(chat.case, destinations=(), destination="")
        chat.at(DESTINATION).patient_writes(known_as)
        chat.patient_presses_data(f"{DESTINATION}/meant/{key}")
    chat.case = replace(chat.case, destinations=chosen, destination=words[:120])
    _sent(chat, words)
    chat.patient_commands("summary")
    chat.patient_commands("checklist")
    _opinions(chat, words)
    chat.case = replace(before, heard=chat.case.heard)


def _sent(chat: Chat, words: str) -> None:
    """Each kind of thing to each place, there and back; one was noted by mistake."""
    chat.case = replace(chat.case, deliveries=())
    chat.at(DELIVERIES).patient_commands("start")
    for what in KINDS:
        chat.at(DELIVERIES).patient_presses_data(f"{DELIVERIES}/sent/{what}")
        if chat.case.step != HOW:
            chat.patient_commands("start")
            chat.patient_presses_here("to/another")
        chat.patient_commands("start")
        for way in WAYS:
            chat.at(HOW).patient_presses_here(f"by/{way}")
        chat.at(ONE).patient_writes(words[:60])
        chat.at(ONE).patient_writes("7" * 61)
        chat.at(ONE).patient_presses_here("got_it")
        chat.at(ONE).patient_presses_here("came_back")
        chat.at(DELIVERIES).patient_commands("start")
    chat.at(DELIVERIES).patient_presses_data(f"{DELIVERIES}/sent_more")
    chat.at(DELIVERIES).patient_presses_data(f"{DELIVERIES}/look/{chat.case.delivery}")
    number = chat.case.delivery
    chat.case = replace(
        chat.case, deliveries=tuple(replace(each, arrived="", returned="") for each in chat.case.deliveries)
    )
    for tapped in ("show", "have", "show"):
        chat.patient_presses_data(f"aside/note/sent.{number}/{tapped}")


def _opinions(chat: Chat, words: str) -> None:
    """One of each kind, and the page that tells of them."""
    chat.case = replace(chat.case, opinions=(), questions=())
    chat.at(AFTER).patient_presses_here("yes")
    for outcome in OUTCOMES:
        chat.at(WHOSE).patient_commands("start")
        chat.patient_presses_here("of")
        chat.patient_presses_here(outcome)
        chat.at(DONE).patient_commands("start")
    chat.at(DIFFERS).patient_commands("start")
    chat.patient_presses_here("bring")
    chat.patient_writes(words[:200])
    chat.patient_presses_data("aside/back_page")
