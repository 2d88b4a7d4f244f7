"""What is said at one record of another one is no answer here: it is asked about, and the way to the other is shown."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

OF_ANOTHER = {
    "en": {
        "pathology": [
            "never had a CT",
            "I have a CT at home",
            "I asked for the scans",
            "my blood work is at the clinic",
        ],
        "imaging_reports": ["I never had genetic tests", "I can't get the surgery report", "the slides are at the lab"],
        "medications": ["I don't have the scans"],
    },
    "es": {"pathology": ["nunca me hicieron un TAC", "tengo una tomografía en casa", "pedí las imágenes"]},
    "ar": {"pathology": ["عندي صور الأشعة في البيت"]},
}
OF_THIS_ONE = [
    ("pathology", "I asked the lab for it", "asked"),
    ("pathology", "I have it at the lab", "elsewhere"),
    ("imaging_reports", "I never had a CT", "not_applicable"),
    ("labs", "I have blood tests at home", "elsewhere"),
]


def at(language: str, step: str, text: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    return chat


@pytest.mark.parametrize(
    ("language", "step", "text"),
    [(of, step, text) for of, steps in OF_ANOTHER.items() for step, texts in steps.items() for text in texts],
)
def test_it_answers_nothing_here_until_that_is_said(language: str, step: str, text: str):
    chat = at(language, step, text)
    assert (chat.case.step, step in chat.case.answers) == (step, False)
    chat.patient_presses("text/answer")
    assert step in chat.case.answers or chat.case.step != step, "the button that uses it as it was typed works"


def test_the_way_to_the_other_record_stands_below_it():
    chat = at("en", "pathology", "never had a CT")
    chat.patient_presses("aside/record/imaging_reports")
    assert chat.case.step == "imaging_reports"


@pytest.mark.parametrize(("step", "text", "standing"), OF_THIS_ONE)
def test_who_has_a_record_is_no_other_record(step: str, text: str, standing: str):
    assert at("en", step, text).case.answers[step].standing == standing


@pytest.mark.parametrize("text", ["which one?", "my phone number is 555 1234", "I think so"])
def test_where_no_words_are_taken_none_are_offered_to_be(text: str):
    chat = at("en", "labs", text)
    buttons = [button.data for say in chat.said_now() for row in say.buttons for button in row]
    assert not any(data.endswith("text/answer") for data in buttons)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("I can't", "I can't do this", "it's too hard", "this is impossible")),
        *(("es", text) for text in ("no puedo", "ya no puedo", "no puedo con esto", "no puedo más")),
        *(("ar", text) for text in ("لا أستطيع", "ما بقدر", "صعب", "انتظر")),
    ],
)
def test_who_cannot_go_on_has_not_said_what_became_of_a_record(language: str, text: str):
    chat = at(language, "pathology", text)
    assert (chat.case.step, dict(chat.case.answers)) == ("pathology", {})


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "remind me tomorrow"), ("en", "don't let me forget"), ("es", "recuérdame mañana"), ("ar", "ذكرني غدا")],
)
def test_a_wish_to_be_reminded_is_a_yes_to_reminders(language: str, text: str):
    assert at(language, "reminders", text).case.reminders is not None
