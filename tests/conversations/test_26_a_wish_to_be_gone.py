"""Who is a burden to themselves, or wants to be with somebody who died, is heard at every step: nothing is saved."""

from __future__ import annotations

import pytest

from dialogs.hearing.cards import CARDS
from tests.conversations.telling import each, names, standing

A_WISH = {
    "en": [
        "my daughter shouldn't have to carry me, I'm a burden",
        "I am a burden to my kids",
        "I don't want to be a burden",
        "I want to be with my wife, she passed in may",
        "I want to go be with my husband, he is in heaven",
    ],
    "es": ["soy una carga para mis hijos", "sólo estorbo", "quiero estar con mi esposa, murió en mayo"],
    "ar": ["صرت عبء على بنتي", "بدي روح عند جوزي الله يرحمه", "بدي كون مع امي بالجنة"],
}
OF_THE_LIVING = {
    "en": ["I want to be with my wife at the scan", "the paperwork is a burden"],
    "es": ["quiero ir con mi hermana el lunes"],
    "ar": ["بدي روح عند الدكتور"],
}


@each(A_WISH)
@pytest.mark.parametrize("step", ["labs", "decision", "questions", "destination", "treatment_plan"])
def test_a_wish_to_be_gone_is_heard_at_least_softly_and_never_saved(step: str, language: str, text: str):
    chat = standing(language, step)
    before = chat.case
    chat.patient_writes(text)
    after = chat.case
    assert CARDS & {*names(chat)}
    assert (after.decision, after.questions, after.destination) == (
        before.decision,
        before.questions,
        before.destination,
    )


@each(OF_THE_LIVING)
def test_who_wants_to_be_with_somebody_who_lives_is_not_heard_so(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes(text)
    assert not {"crisis", "grieving"} & {*names(chat)}
