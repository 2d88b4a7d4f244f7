"""Somebody who gathers their own records tells of another's death: theirs go on, and nothing of theirs is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

BEREAVED = [
    *(("en", "labs", text) for text in ("my husband died last month so I'm alone with this",)),
    *(("en", "date", text) for text in ("my mother died last week and now they found it in me",)),
    *(("en", "questions", text) for text in ("my sister passed away from the same thing",)),
    *(
        ("en", "pathology", text)
        for text in ("since my husband died I forget things", "the patient in the next bed died")
    ),
    ("en", "medications", "sertraline for depression after my wife died"),
    ("es", "medications", "sertralina desde que murió mi esposo"),
    ("es", "labs", "se murió mi esposo hace un mes y vivo sola"),
    ("ar", "medications", "زوجي مات وآخذ دواء للنوم"),
]


def chat_at(language: str, step: str, text: str, for_another: bool = False) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")
    assert chat.case.reminders is not None
    chat.case = replace(chat.case, step=step, asked="", for_another=for_another)
    chat.patient_writes(text)
    return chat


@pytest.mark.parametrize(("language", "step", "text"), BEREAVED)
def test_the_reminders_go_on_and_may_be_stopped(language: str, step: str, text: str):
    chat = chat_at(language, step, text)
    assert chat.case.reminders is not None
    assert [say.name for say in chat.said_now()] == ["text_unplaced"]
    chat.patient_presses("aside/stop")
    assert chat.case.reminders is None


def test_what_is_taken_since_is_written_down_if_that_is_meant():
    chat = chat_at("en", "medications", "sertraline for depression after my wife died")
    chat.patient_presses("text/answer")
    assert chat.case.own_words["medications"].text == "sertraline for depression after my wife died"


@pytest.mark.parametrize(
    ("language", "text", "for_another"),
    [
        ("en", "She died", False),
        ("en", "My mother died this morning", False),
        ("en", "My father died yesterday and I don't know what to do", True),
        ("en", "my husband died, stop writing to me", False),
        ("es", "Mi padre ha fallecido", False),
        ("es", "murió mi esposa esta mañana", False),
        ("ar", "أمي ماتت أمس", False),
    ],
)
def test_where_it_may_be_the_patient_nothing_more_is_sent(language: str, text: str, for_another: bool):
    chat = chat_at(language, "labs", text, for_another)
    assert chat.case.reminders is None
