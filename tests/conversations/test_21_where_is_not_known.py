"""Who does not know yet where the second opinion will be may say so; at a record it says that they do not have it."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

SAID = {
    "en": ["i dont know where", "not sure where yet", "we haven't decided where to go"],
    "es": ["no sé dónde", "aún no sé a dónde ir"],
    "ar": ["لا اعرف وين", "لا أدري أين", "ما قررنا وين نروح"],
}
ASKED = {"en": ["where should I go?", "where is the best place"], "es": ["¿dónde está?"], "ar": ["وين أحسن؟"]}


def after(language: str, step: str, text: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    return chat


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in SAID for text in SAID[each]])
def test_the_question_is_left_for_later(language: str, text: str):
    chat = after(language, "destination", text)
    assert (chat.case.step, chat.case.destination) == ("pathology", "")


@pytest.mark.parametrize(("language", "text"), [(each, SAID[each][0]) for each in SAID])
def test_of_a_record_it_says_that_it_is_missing(language: str, text: str):
    assert after(language, "pathology", text).case.step == "pathology.missing"


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in ASKED for text in ASKED[each]])
def test_who_asks_where_has_not_answered(language: str, text: str):
    assert after(language, "destination", text).case.step == "destination"
