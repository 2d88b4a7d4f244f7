"""Who does not know what a record is, or whether they have it, is told; nothing is skipped for them."""

from __future__ import annotations

import pytest

from tests.conversations.telling import each, told

NOT_KNOWN = {
    "en": [
        "I don't know what that is",
        "no idea what this means",
        "not sure if I have it",
        "I dont know whether I have one",
    ],
    "es": ["no sé qué es eso", "ni idea de qué es", "no sé qué son esos", "no sé si lo tengo"],
    "ar": ["لا أعرف ما هذا", "ما بعرف شو هاد", "مش عارفة ايش هذا", "لا أعرف إن كان عندي"],
}
PUT_OFF = {
    "en": ["I don't know", "not sure", "later"],
    "es": ["no sé", "no estoy segura", "después"],
    "ar": ["لا أعرف", "بعدين"],
}


@each(NOT_KNOWN)
def test_what_a_record_is_and_where_it_may_be_is_shown_to_who_does_not_know_it(language, text):
    assert told(language, "pathology", text).case.step == "pathology.more"


@each(PUT_OFF)
def test_who_does_not_know_an_answer_puts_it_off(language, text):
    assert told(language, "pathology", text).case.step == "imaging_reports"


@pytest.mark.parametrize(("language", "text"), [("en", "later"), ("en", "not now"), ("es", "después"), ("ar", "بعدين")])
def test_later_goes_on_where_nothing_has_to_be_sent(language, text):
    assert told(language, "gather", text).case.step == "date"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "once a week is good"), ("en", "weekly please"), ("es", "una vez a la semana"), ("ar", "كل أسبوع")],
)
def test_how_often_reminders_may_come_is_a_yes_to_them(language, text):
    assert told(language, "reminders", text).case.reminders is not None
