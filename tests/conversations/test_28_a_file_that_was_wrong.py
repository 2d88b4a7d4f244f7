""" "Wrong one", behind a file that came: that file is asked about, and nothing older is taken back."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests.conversations import telling

NOT_HERE = {"en": "I don't have it", "es": "no lo tengo", "ar": "ما عندي"}
WRONG = {
    "en": ["wrong one", "sorry typo", "oops wrong file", "I sent the wrong picture", "delete it", "I meant the other"],
    "es": ["me equivoqué", "me equivoqué de archivo", "esa foto no era", "perdón, error", "bórralo"],
    "ar": ["غلطت", "الملف غلط", "آسف غلطت بالصورة", "بعتتها بالغلط", "قصدي التاني"],
}


def sent(language: str, *names: str) -> Chat:
    """Somebody who has no pathology report, and sends files of it after all."""
    chat = telling.told(language, "pathology", NOT_HERE[language])
    for number in chat.patient_uploads(*names):
        chat.bot_has_looked_at(number, facts=Facts(record="pathology"))
    return chat


@telling.each(WRONG)
def test_the_file_is_asked_about_and_the_answer_before_it_stays(language: str, text: str):
    chat = sent(language, "a.pdf")
    answers, files = chat.case.answers, chat.case.documents
    chat.patient_writes(text)
    assert chat.case.step == "files.deleting"
    assert (chat.case.answers, chat.case.documents) == (answers, files)
    chat.patient_presses("erase_yes")
    assert chat.case.documents == ()


@telling.each({"en": ["wrong one"], "es": ["me equivoqué"], "ar": ["غلطت"]})
def test_of_several_files_it_is_asked_which(language: str, text: str):
    chat = sent(language, "a.pdf", "b.pdf")
    chat.patient_writes(text)
    assert (chat.case.step, len(chat.case.documents)) == ("files", 2)


@pytest.mark.parametrize("text", ["I meant the other", "not that one", "typo"])
def test_what_was_answered_behind_a_file_is_the_last_thing_again(text: str):
    chat = sent("en", "a.pdf")
    chat.patient_writes("that's all I have")
    assert chat.case.step != "pathology.missing"
    here = chat.case.step
    chat.patient_writes("I don't have it")
    chat.patient_writes(text)
    assert chat.case.step == here
    assert len(chat.case.documents) == 1


@telling.each(
    {
        "en": ["I meant the other", "not that", "typo"],
        "es": ["error de dedo", "quise decir el otro", "ese no"],
        "ar": ["آسف غلطة", "قصدي التاني", "غلط مطبعي"],
    }
)
def test_an_answer_is_taken_back_however_they_say_that_it_was_a_slip(language: str, text: str):
    chat = telling.told(language, "pathology", NOT_HERE[language])
    chat.patient_writes(text)
    assert (chat.case.step, dict(chat.case.answers)) == ("pathology", {})
