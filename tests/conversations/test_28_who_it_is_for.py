"""Who begins by telling what they have is taken for the patient, and who tells of another for somebody who helps."""

from __future__ import annotations

from tests.conversations.telling import each, told

THEIR_OWN = {
    "en": [
        "I was just diagnosed",
        "I am a cancer patient",
        "I have breast cancer stage 2",
        "they found a tumor in my lung",
    ],
    "es": [
        "me acaban de diagnosticar",
        "tengo cáncer de mama",
        "soy paciente de cáncer",
        "tengo un tumor en el pulmón",
    ],
    "ar": ["اكتشفوا عندي سرطان", "عندي سرطان", "شخصوني امبارح", "اكتشفت عندي ورم"],
}
ANOTHERS = {
    "en": ["my mom has cancer", "my husband was just diagnosed", "I'm trying to help my dad, he has cancer"],
    "es": ["mi mamá tiene cáncer", "a mi esposo le diagnosticaron un tumor"],
    "ar": ["أمي عندها سرطان"],
}
UNCLEAR = {
    "en": ["I have cancer and so does my sister", "I don't have cancer", "hello there"],
    "es": ["no tengo cáncer"],
    "ar": ["ما عندي سرطان"],
}


@each(THEIR_OWN)
def test_who_has_it_gathers_their_own_records(language, text):
    case = told(language, "welcome", text).case
    assert (case.step, case.for_another) == ("consent", False)


@each(ANOTHERS)
def test_who_tells_of_another_gathers_theirs(language, text):
    case = told(language, "welcome", text).case
    assert (case.step, case.for_another) == ("consent", True)


@each(UNCLEAR)
def test_what_does_not_say_it_is_asked(language, text):
    assert told(language, "welcome", text).case.step == "welcome"
