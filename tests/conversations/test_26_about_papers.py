"""Offices that do not answer, insurance, a patient who may not know: no card that must not wait is shown for these."""

from __future__ import annotations

import pytest

from dialogs.hearing.cards import CARDS
from tests.conversations.telling import each, names, standing

OF_PAPERS = {
    "en": [
        "sent DHL 1Z999 today",
        "his insurance won't cover Hopkins",
        "insurance won't answer",
        "she doesn't know she has cancer",
        "he can't sign, his hand shakes",
        "they said tomorrow",
    ],
    "es": [
        "él no puede firmar, le tiembla mucho la mano",
        "mi papá no puede venir",
        "es para mi viejo, no para mí",
        "los tacos los tiene el Italiano, los pedí la semana pasada y no me dan bola",
        "llamé ayer y me dicen que 10 días",
        "en 8 días",
    ],
    "ar": [
        "المختبر ما يرد علينا",
        "الدكتور ما عم يرد علينا",
        "المنسق ما يرد علينا",
        "ابوي ما يدري",
        "ابوي ما يدري انه فيه سرطان لا تقول له",
        "بعتلهن كمان مرة وقالو بكرا",
        "هي لابوي مش الي",
    ],
}
CRIES = {
    "en": [
        "the lab is not answering and he is bleeding",
        "she doesn't know where she is",
        "insurance said no, I want to die",
    ],
    "es": ["mi papá no responde", "mi papá no puede respirar", "el laboratorio no contesta y mi mamá se desmayó"],
    "ar": ["ابوي ما يرد علينا", "ابوي ما يدري وين هو", "المختبر ما يرد علينا وابوي ما يتنفس"],
}
A_GUESS = {"en": "I feel so weak today", "es": "hoy amanecio debil", "ar": "حاسس حالي ضعيف اليوم"}
BELOW = {
    "en": ["can I sign for him?", "no, it was 15 days"],
    "es": ["¿puedo firmar yo por él?", "no, eran 15 días"],
    "ar": ["فيي وقع عنه؟", "لا كانوا 15 يوم"],
}


@each(OF_PAPERS)
@pytest.mark.parametrize("step", ["labs", "destination", "decision"])
def test_who_waits_for_an_office_is_not_told_to_call_for_help(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(text)
    assert not CARDS & {*names(chat)}


@each(CRIES)
def test_a_cry_beside_an_office_or_near_to_such_words_is_heard(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes(text)
    assert CARDS & {*names(chat)}


@each(BELOW)
def test_what_is_asked_or_told_of_papers_below_a_guessed_card_is_not_thanked_for_and_lost(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes(A_GUESS[language])
    assert chat.case.asked == "maybe_urgent"
    chat.patient_writes(text)
    assert "after_card" not in names(chat)
