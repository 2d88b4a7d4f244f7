"""Nobody is held at a card: a yes takes what it offers, "next" goes on, and who has nothing to send is let go."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def at(language: str, step: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to(step)
    return chat


def with_two_files(language: str) -> Chat:
    """Somebody who sent two files, of which it is asked whether they are what they seem to be."""
    chat = at(language, "gather")
    for number, record in zip(chat.patient_uploads("1.pdf", "2.pdf"), ("labs", "pathology"), strict=True):
        chat.bot_has_looked_at(number, facts=Facts(record=record))
    chat.said("sorting")
    return chat


@pytest.mark.parametrize(
    ("language", "step", "text", "yes"),
    [
        ("en", "enough", "NCCS asked to resched Mar 26", "yes"),
        ("en", "gather", "visit is 8 april in Charité Berlin", "y"),
    ],
)
def test_a_yes_below_a_text_with_a_day_takes_that_day_and_not_the_next_step(
    language: str, step: str, text: str, yes: str
):
    chat = at(language, step)
    chat.patient_writes(text)
    chat.said("text_unplaced")
    chat.patient_writes(yes)
    assert chat.case.step == "date"
    assert any(each.data.startswith("date/day/2026-0") for each in chat.case.keyboard)


def test_a_yes_to_two_ways_asks_once_more():
    chat = at("en", "gather")
    chat.patient_writes("the girl at the desk wrote the wrong number on his wrist band and files")
    assert {each.data for each in chat.case.keyboard} >= {"aside/my_files", "aside/patient"}
    chat.patient_writes("y")
    chat.said("text_unplaced")
    assert (chat.case.step, len(chat.case.texts)) == ("gather", 1)


@telling.each({"en": ["wrong its apr 21"], "es": ["está mal, es el 21"], "ar": ["غلط، ٢١ ابريل"]})
def test_a_day_that_was_agreed_to_is_put_right_with_a_word(language: str, text: str):
    chat = at(language, "gather")
    chat.patient_writes(
        {"en": "my visit is April 20", "es": "la cita es el 20 de abril", "ar": "الموعد ٢٠ ابريل"}[language]
    )
    chat.patient_writes({"en": "y", "es": "sí", "ar": "نعم"}[language])
    chat.patient_writes(text)
    assert chat.case.keyboard[0].data == "date/day/2026-04-21"


@telling.each({"en": ["next", "skip plz"], "es": ["siguiente"], "ar": ["التالي", "تخطي"]})
def test_who_says_next_twice_below_their_files_goes_on_and_the_files_stay(language: str, text: str):
    chat = with_two_files(language)
    chat.patient_writes(text)
    chat.said("sorting")
    chat.patient_writes(text)
    assert chat.case.step == "date"
    assert [each.state for each in chat.case.documents] == ["readable", "readable"]
    assert not any(each.placed for each in chat.case.documents)


@telling.each(
    {"en": ["yes dear"], "es": ["sí mija, así es"], "ar": ["اه هادشي هو", "اييه مزيان", "eh sah", "eh mazbout"]}
)
def test_a_yes_in_many_words_agrees_to_the_files(language: str, text: str):
    chat = with_two_files(language)
    chat.patient_writes(text)
    assert [each.record for each in chat.case.documents] == ["labs", "pathology"]


@telling.each(
    {
        "en": ["skip", "I don't have it", "next", "no"],
        "es": ["no lo tengo", "siguiente", "saltar", "no"],
        "ar": ["ما عندي", "التالي", "تخطي", "لا"],
    }
)
def test_who_has_nothing_to_send_now_is_let_go(language: str, text: str):
    chat = at(language, "pathology")
    chat.patient_presses_data("pathology/send")
    chat.patient_writes(text)
    assert chat.case.step != "pathology.sending"


@telling.each({"en": ["no", "next"], "es": ["no", "siguiente"], "ar": ["لا", "التالي"]})
def test_who_sent_it_and_goes_on_has_sent_it(language: str, text: str):
    chat = at(language, "pathology")
    chat.patient_presses_data("pathology/send")
    (number,) = chat.patient_uploads("1.pdf")
    chat.bot_has_looked_at(number, facts=Facts(record="pathology"))
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.answers["pathology"].standing) == ("imaging_reports", "sent")
