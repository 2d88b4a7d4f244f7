"""Errands of every kind, to have every message of theirs said."""

from __future__ import annotations

from dataclasses import replace

from dialogs.effects import Say
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.helping_hand import Helper
from dialogs.proofreading.urgency import urgent
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import OwnLink
from dialogs.roads.errands.helping import Held


def errands(chat: Chat, words: str, helped: list[Say]) -> None:
    """Errands of every kind, each as its patient and as its helper sees it; `helped` is what helpers were told."""
    before = chat.case
    chat.at("errands").patient_commands("errands")
    chat.patient_presses_data("errands/new")
    for record in chat.dialogue.guide.records:
        _errand(chat, record.key, words, helped)
    _hand_out_all(chat)
    chat.case = before


def _errand(chat: Chat, record: str, words: str, helped: list[Say]) -> None:
    chat.case = replace(chat.case.answering(record, "missing"), documents=(), errands=(), keeps_files=True)
    for act in ("done", "return", "leave", "over"):
        chat.at("errands").patient_presses_data(f"errands/give/{record}")
        helper = Helper(chat, chat.case.errands_made)
        chat.patient_presses_data(f"errands/look/{helper.number}")
        chat.happens(OwnLink(chat.now))
        helper.opens_the_link(words[:32] if act != "leave" else "")
        chat.patient_presses_data(f"errands/look/{helper.number}")
        helper.presses("send")
        helper.hears_of_the_file(helper.sends(words[:64]), "locked")
        helper.sends("disc.zip", size=30 << 20)
        for text in ("hello", *urgent(chat)):
            helper.writes(text)
        chat.case = replace(chat.case, keeps_files=False)
        helper.presses("send")
        helper.commands("help")
        helper.commands("unwell")
        chat.case = replace(chat.case, keeps_files=True)
        if act == "leave":
            helper.leaves()
        elif act == "over":
            helper.lets_time_pass()
        else:
            helper.presses(act)
        helper.writes("anything")
        chat.patient_presses_data(f"errands/look/{helper.number}")
        chat.patient_presses_data(f"errands/{'not_yet' if act == 'done' else 'end'}/{helper.number}")
        helped += helper.shown
    helped += [*_which(chat), Say("errand_forgotten")]
    chat.patient_presses_data(f"errands/give/{record}")
    chat.patient_presses_data(f"errands/end/{chat.case.errands_made}")


def _which(chat: Chat) -> tuple[Say, ...]:
    theirs = [Held(number, number, chat.dialogue.guide.records[0].key, True) for number in (1, 2)]
    return chat.dialogue.helping.remind(theirs, SentFile(chat.now, "id", "b.jpg", 9, "m1"))


def _hand_out_all(chat: Chat) -> None:
    chat.case = replace(chat.case, answers={}, errands=())
    for record in chat.dialogue.guide.records:
        chat.at("errands").patient_presses_data(f"errands/give/{record.key}")
    chat.at("errands").patient_commands("errands")
