"""Who may be bereaved is asked kindly, whoever it was: nothing of theirs is lost, and nothing ends by a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.proofreading.chat import Chat
from dialogs.roads.reminders import schedule
from tests import real
from tests.conversations.telling import each, names

BEREAVED = [
    *(("en", "labs", text) for text in ("my husband died last month so I'm alone with this",)),
    *(("en", "date", text) for text in ("my mother died last week and now they found it in me",)),
    *(("en", "questions", text) for text in ("my sister passed away from the same thing",)),
    *(
        ("en", "pathology", text)
        for text in ("since my husband died I forget things", "the patient in the next bed died")
    ),
    *(("en", "labs", text) for text in ("my dad died last year", "my sister passed from this")),
    *(("es", "labs", text) for text in ("mi papá murió el año pasado", "mi hermana murió de esto")),
    *(("ar", "labs", text) for text in ("ابوي مات السنة الماضية", "اختي ماتت من هالمرض", "اخوي مات بهالمرض")),
    ("en", "medications", "sertraline for depression after my wife died"),
    ("es", "medications", "sertralina desde que murió mi esposo"),
    ("es", "labs", "se murió mi esposo hace un mes y vivo sola"),
    ("ar", "medications", "زوجي مات وآخذ دواء للنوم"),
]
IN_OTHER_WORDS = {
    "en": [
        "we lost her",
        "he is gone now",
        "funeral was yesterday",
        "we buried him on sunday",
        "she's at peace",
        "god took him",
    ],
    "es": [
        "ya descansó",
        "falleció",
        "la enterramos ayer",
        "ya no está con nosotros",
        "perdimos a mi mamá",
        "partió anoche",
    ],
    "ar": ["دفناها مبارح", "راح عند ربه", "الله يرحمها", "فقدنا أمي", "العزا بكرا", "عطاكم عمره"],
}
OF_SOMETHING_ELSE = {
    "en": [
        "we lost her papers",
        "dad took her home",
        "she passed it to the nurse",
        "passed it on to my sister",
        "passed this on to my sister",
        "he lost the disc",
        "no more pain today",
    ],
    "es": [
        "ya lo pedimos",
        "perdimos el disco",
        "mi mamá se fue a casa",
        "nos dejó los papeles en casa",
        "lo dejó en el hospital",
    ],
    "ar": ["راحت عالمستشفى", "خسرنا الملف", "ودعنا الدكتور", "ما معنا التقرير"],
}


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
    assert schedule.due(chat.case)
    assert [say.name for say in chat.said_now()] == ["lost"]
    chat.patient_presses("aside/stop")
    assert chat.case.reminders is None


@each(IN_OTHER_WORDS)
@pytest.mark.parametrize("for_another", [False, True])
def test_in_other_words_it_is_asked_about_and_answers_nothing(for_another: bool, language: str, text: str):
    chat = chat_at(language, "labs", text, for_another)
    assert [say.name for say in chat.said_now()] == ["lost"]
    assert schedule.due(chat.case)
    assert (chat.case.step, chat.case.answers["labs"].standing) == ("labs", "later")


@each(OF_SOMETHING_ELSE)
def test_what_is_told_of_papers_or_of_somebody_living_is_not_mourned(language: str, text: str):
    chat = chat_at(language, "labs", text)
    assert "lost" not in names(chat)


def test_what_is_taken_since_is_written_down_if_that_is_meant():
    chat = chat_at("en", "medications", "sertraline for depression after my wife died")
    chat.patient_presses("text/answer")
    assert chat.case.own_words["medications"].text == "sertraline for depression after my wife died"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She died"),
        ("en", "My mother died this morning"),
        ("es", "Mi padre ha fallecido"),
        ("es", "murió mi esposa esta mañana"),
        ("ar", "أمي ماتت أمس"),
    ],
)
def test_where_it_may_be_the_patient_no_reminder_comes_until_they_say(language: str, text: str):
    chat = chat_at(language, "labs", text)
    assert [say.name for say in chat.said_now()] == ["lost"]
    assert chat.days_pass(60) == []
    chat.patient_presses("aside/resume")
    assert schedule.due(chat.case)


@pytest.mark.parametrize(
    ("text", "for_another"),
    [("My father died yesterday and I don't know what to do", True), ("my husband died, stop writing to me", False)],
)
def test_of_the_patient_or_with_a_stop_it_ends_them_at_once(text: str, for_another: bool):
    chat = chat_at("en", "labs", text, for_another)
    assert chat.case.reminders is None
    assert "gone" in names(chat)
