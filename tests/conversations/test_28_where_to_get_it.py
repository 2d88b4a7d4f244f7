"""Who asks at a record where to get it is told so, and has not said that it is missing; "not yet" is for later."""

from __future__ import annotations

import pytest

from tests.conversations import telling


@telling.each(
    {
        "en": ["where do I get it?", "how do i get it", "where can I find it", "who has it?"],
        "es": ["¿dónde lo consigo?", "¿dónde lo puedo conseguir?", "¿cómo lo consigo?", "¿quién lo tiene?"],
        "ar": ["وين بجيبها؟", "من وين اجيبه", "كيف بجيبه؟", "من أين أحصل عليه؟"],
    }
)
def test_where_to_get_it_is_told_and_nothing_is_saved(language: str, text: str):
    chat = telling.told(language, "pathology", text)
    assert telling.names(chat) == ["record_missing"]
    assert "pathology" not in chat.case.answers
    chat.patient_presses("asked")
    assert chat.case.answers["pathology"].standing == "asked"


@telling.each({"en": ["I don't know where it is"], "es": ["no sé dónde está"], "ar": ["ما بعرف وين هو"]})
def test_who_does_not_know_where_it_is_does_not_have_it(language: str, text: str):
    assert telling.told(language, "pathology", text).case.answers["pathology"].standing == "missing"


@telling.each({"en": ["not yet"], "es": ["todavía no", "aún no", "no, todavía no"], "ar": ["لسا", "لسه", "ليس بعد"]})
def test_not_yet_is_for_later(language: str, text: str):
    assert telling.told(language, "pathology", text).case.answers["pathology"].standing == "later"


@telling.each({"en": ["I don't have it yet"], "es": ["todavía no lo tengo"], "ar": ["لسه ما عندي"]})
def test_who_does_not_have_it_yet_is_missing_it(language: str, text: str):
    assert telling.told(language, "pathology", text).case.answers["pathology"].standing == "missing"


@pytest.mark.parametrize("text", ["where do I get help", "how do I get better"])
def test_another_question_is_not_about_the_record(text: str):
    assert "record_missing" not in telling.names(telling.told("en", "pathology", text))
