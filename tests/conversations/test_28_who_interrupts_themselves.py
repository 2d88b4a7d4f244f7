""" "Wait" answers nothing, and behind it the last plain word counts."""

from __future__ import annotations

import pytest

from tests.conversations import telling

WAIT = {
    "en": ["wait", "wait, no", "no wait", "hold on", "just a minute", "hang on a sec"],
    "es": ["espera, no", "un momentito", "aguanta", "ay no, espera"],
    "ar": ["لحظة", "لحظة لا", "استنى شوي", "ثواني"],
}


@pytest.mark.parametrize("step", ["pathology", "destination", "date"])
@telling.each(WAIT)
def test_an_interruption_alone_saves_nothing_and_is_waited_for(step: str, language: str, text: str):
    chat = telling.told(language, step, text)
    assert chat.case.step == step
    assert (chat.case.answers, chat.case.destination, chat.case.date) == ({}, "", "")
    assert telling.names(chat) == ["until_later"]


@telling.each(
    {
        "en": ["I don't have it, wait, I do", "I don't have it, wait yes I do", "don't have it, sorry, I have it here"],
        "es": ["no lo tengo, espere, sí lo tengo", "no lo tengo... ah no, sí lo tengo"],
        "ar": ["ما عندي، لحظة، لا عندي", "ما عندي استنى عندي"],
    }
)
def test_who_has_it_after_all_sends_it(language: str, text: str):
    chat = telling.told(language, "pathology", text)
    assert (chat.case.step, chat.case.answers) == ("pathology.sending", {})


@telling.each(
    {
        "en": ["I have it, wait, no I don't have it"],
        "es": ["lo tengo, no espera, no lo tengo"],
        "ar": ["عندي، لحظة، لا ما عندي"],
    }
)
def test_who_has_it_not_after_all_is_missing_it(language: str, text: str):
    assert telling.told(language, "pathology", text).case.answers["pathology"].standing == "missing"


@pytest.mark.parametrize("text", ["I have to wait for it", "wait for the hospital to send it", "I have no report"])
def test_a_word_that_only_sounds_so_interrupts_nothing(text: str):
    assert telling.told("en", "pathology", text).case.step != "pathology.sending"
