"""Who asks what this is, who sees it, what it costs, or whether it is a trick, is told; at the welcome and later."""

from __future__ import annotations

import pytest

from tests.conversations import telling


@pytest.mark.parametrize("step", ["welcome", "destination", "decision"])
@telling.each(
    {
        "en": [
            "what is this",
            "is this a scam?",
            "who are you",
            "are you a real person",
            "is this legit",
        ],
        "es": ["qué es esto", "es una estafa", "quién es usted", "eres un doctor"],
        "ar": ["شو هاد", "هذا نصب", "مين انت", "انت دكتور"],
    }
)
def test_what_this_is_is_told(step: str, language: str, text: str):
    assert [say.name for say in telling.told(language, step, text).said_now()] == ["help"]


@telling.each(
    {"en": ["who sees this", "is it safe"], "es": ["quién ve esto", "es seguro"], "ar": ["مين بيشوف هذا", "هل هو آمن"]}
)
def test_who_sees_it_is_told(language: str, text: str):
    assert [say.name for say in telling.told(language, "welcome", text).said_now()] == ["privacy"]


@pytest.mark.parametrize(
    "text", ["is the trial free", "do I have to pay for the disc", "am I cancer free", "they want me to pay"]
)
def test_what_others_cost_is_no_question_about_this(text: str):
    names = {say.name for say in telling.told("en", "pathology", text).said_now()}
    assert names.isdisjoint({"help", "costs"})


@pytest.mark.parametrize("text", ["a doctor", "a nurse", "from the hospital", "a real person at the desk"])
def test_whom_they_asked_is_no_question_about_this(text: str):
    chat = telling.told("en", "pathology", "I asked for it")
    chat.at("pathology.asked").patient_commands("start")
    chat.patient_writes(text)
    assert [each.whom for each in chat.case.requests] == [text]


@telling.each(
    {
        "en": ["how much does it cost", "what do you do with all this?", "why would I need that"],
        "es": ["cuánto cuesta", "para qué sirve", "por qué debo hacerlo"],
        "ar": ["كم يكلف هذا؟", "ليش بدي هذا؟"],
    }
)
def test_any_question_before_anything_is_agreed_to_is_answered_by_the_help(language: str, text: str):
    names = [say.name for say in telling.told(language, "welcome", text).said_now()]
    assert names[0] in ("help", "privacy", "costs")


@pytest.mark.parametrize("step", ["pathology", "destination", "medications"])
@telling.each(
    {
        "en": [
            "is it free",
            "how much does it cost",
            "is it expensive",
            "do I have to pay for copies",
            "is there a fee for my records?",
        ],
        "es": ["es gratis", "cuánto cuesta", "¿cobran por las copias?", "es caro"],
        "ar": ["هل هو مجاني", "كم بيكلف", "بدي ادفع للنسخ؟", "هل هو غالي"],
    }
)
def test_what_it_costs_is_told_in_short(step: str, language: str, text: str):
    assert [say.name for say in telling.told(language, step, text).said_now()] == ["costs"]


@telling.each(
    {
        "en": ["how much does the surgery cost", "the treatment is so expensive"],
        "es": ["cuánto cuesta la cirugía", "el tratamiento es muy caro"],
        "ar": ["كم بيكلف العلاج"],
    }
)
def test_what_a_treatment_costs_we_cannot_tell(language: str, text: str):
    names = {say.name for say in telling.told(language, "pathology", text).said_now()}
    assert names.isdisjoint({"help", "costs"})
