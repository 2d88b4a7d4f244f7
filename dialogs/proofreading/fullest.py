"""The case with as much in it as a case can hold, and what has most to say about it."""

from __future__ import annotations

from dataclasses import replace

from dialogs.case.answer import Question
from dialogs.case.request import Request
from dialogs.composed.contents import Content
from dialogs.content.guide import LETTERS
from dialogs.effects import Say
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.life import each_alone
from dialogs.roads.letters.facts import letter_values
from dialogs.roads.requests.changes import MAX_REQUESTS


def fullest(content: Content, note: str = "Ω" * 200) -> Chat:
    """A case with as much in it as a case can hold; `note`: what is noted at every record."""
    chat = Chat(dialogue=content.dialogue)
    chat.patient_walks_to("summary")
    for record in content.guide.records:
        chat.case = chat.case.answering(record.key, "asked", note)
    day = "2026-09-30"
    keys = [record.key for record in content.guide.records]
    requests = tuple(
        Request(number, keys[number % len(keys)], note, day, "in_person", "7" * 60, day, (day,))
        for number in range(MAX_REQUESTS)
    )
    chat.case = replace(chat.case, requests=requests, country="us", date=day)
    questions = tuple(Question(text="&" * 299 + str(number)) for number in range(5))
    chat.case = replace(chat.case, decision="<" * 500, questions=questions)
    return chat


def longest_messages(content: Content) -> list[Say]:
    """What has most to say: the lists and letters of the fullest case."""
    chat = fullest(content)
    for command in ("summary", "checklist", "requests", "files", "packet", "errands", "date", "questions"):
        chat.patient_commands(command)
    chat.case = replace(chat.case, answers={}, addressed=dict.fromkeys(LETTERS, "&\n" * 100))
    chat.at("date").patient_presses_data("date/day/2026-09-29")
    said = [Say("letter_text", {"letter": letter_values(content.guide, chat.case, kind)}) for kind in LETTERS]
    return [*said, *each_alone(chat.shown)]
