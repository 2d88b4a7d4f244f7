"""A condolence that was only guessed is in nobody's way: what is written below it is heard as if it were not there."""

from __future__ import annotations

import pytest

from dialogs.case.stored import from_json, to_json
from dialogs.proofreading.chat import Chat
from tests.conversations.telling import each, names, standing, told

A_GUESS = {"en": "our hearts are broken he was only fifty", "es": "dio su ultimo suspiro", "ar": "الدكاترة قطعوا الامل"}
"""None of these has a plain word of a death: they are met by the guess alone."""
A_DAY = {"en": "come in on the 3rd of march half past two", "es": "vengan el 3 de marzo", "ar": "الموعد ٣٠ آذار"}
AGREES = {"en": ["yes", "grand"], "es": ["sí", "vale"], "ar": ["اي", "ماشي"]}
A_DEATH = {"en": "my husband died last night", "es": "él murió anoche", "ar": "زوجي مات مبارح"}


def below_a_guess(language: str, step: str, *texts: str) -> Chat:
    chat = standing(language, step)
    for text in (A_GUESS[language], *texts):
        chat.patient_writes(text)
    return chat


@pytest.mark.parametrize("language", A_GUESS)
@pytest.mark.parametrize("step", ["date", "labs", "decision"])
def test_it_is_met_and_nothing_else_is_asked_for_by_it(step: str, language: str):
    chat = standing(language, step)
    before = chat.case.asked
    chat.patient_writes(A_GUESS[language])
    assert names(chat) == ["grieving"]
    assert chat.case.asked == before


@pytest.mark.parametrize("language", A_DAY)
def test_a_day_below_it_is_the_day_that_was_asked_for(language: str):
    assert names(below_a_guess(language, "date", A_DAY[language]))[0] == "day_confirm"


@each(AGREES)
@pytest.mark.parametrize("step", ["date", "labs"])
def test_a_small_word_below_it_says_what_it_says_elsewhere(step: str, language: str, text: str):
    elsewhere = standing(language, step)
    elsewhere.patient_writes(text)
    below = below_a_guess(language, step, text)
    assert (names(below), below.case.step) == (names(elsewhere), elsewhere.case.step)


@pytest.mark.parametrize("language", A_GUESS)
def test_no_second_one_is_guessed_in_a_conversation(language: str):
    chat = below_a_guess(language, "labs", A_GUESS[language])
    assert "grieving" not in names(chat)


@pytest.mark.parametrize("language", A_GUESS)
def test_nor_after_the_program_was_started_anew(language: str):
    chat = below_a_guess(language, "labs")
    chat.case = from_json(to_json(chat.case))
    chat.patient_writes(A_GUESS[language])
    assert "grieving" not in names(chat)


@pytest.mark.parametrize("language", A_GUESS)
def test_days_later_one_may_be_guessed_again(language: str):
    chat = below_a_guess(language, "labs")
    chat.days_pass(3)
    chat.patient_writes(A_GUESS[language])
    assert names(chat) == ["grieving"]


@pytest.mark.parametrize("language", A_DEATH)
def test_a_death_that_is_told_plainly_below_it_is_met_as_ever(language: str):
    chat = below_a_guess(language, "labs", A_DEATH[language])
    assert names(chat) == ["lost"]
    chat.patient_writes(A_GUESS[language])
    assert names(chat) == ["grieving"]


def test_the_card_of_files_below_which_it_stands_is_still_answered():
    chat = standing("en", "labs")
    chat.patient_uploads("labs.pdf")
    chat.patient_writes(A_GUESS["en"])
    chat.patient_presses("text/records")
    assert "grieving" not in names(chat)


NOBODY_DIED = {
    "en": [
        "dead on",
        "dead right",
        "that was dead easy",
        "I'm dead tired, tomorrow",
        "over my dead body are they charging for a cd",
        "buried in paperwork",
        "they've gone and lost it again",
        "drop dead gorgeous app",
    ],
    "es": ["me muero de risa", "estoy muerto de cansancio", "se me murió el celular", "estoy enterrada en papeles"],
    "ar": ["مت من الضحك", "ميت من التعب", "دفنت الورق", "على جثتي ادفع حق السي دي"],
}
STILL_A_DEATH = {
    "en": ["I'm dead tired, my husband died last night", "dad is dead"],
    "es": ["estoy muerta de cansancio, mi esposo murió anoche"],
    "ar": ["ميتة من التعب، زوجي مات مبارح"],
}


@each(NOBODY_DIED)
@pytest.mark.parametrize("step", ["labs", "date", "decision", "destination"])
def test_words_of_death_of_which_nobody_died_are_no_grief(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(text)
    assert not {"grieving", "lost", "gone"} & {*names(chat)}


@each(STILL_A_DEATH)
def test_a_death_beside_them_is_heard(language: str, text: str):
    assert names(told(language, "labs", text))[0] == "lost"


@each({"en": ["dead on", "dead right"]})
def test_what_agrees_is_a_yes(language: str, text: str):
    chat = standing(language, "date")
    chat.patient_writes("December 30")
    chat.patient_writes(text)
    assert chat.case.date.endswith("12-30")
