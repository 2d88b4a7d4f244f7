"""What only sounds like a death is not mourned: the living, things, papers, days and who goes on with the chat."""

from __future__ import annotations

import pytest

from tests import real
from tests.conversations.telling import each, names, standing

OF_THE_LIVING = {
    "en": ["the doctor left", "I lost the disc", "she is resting at home", "late because of a funeral at work"],
    "es": ["se nos adelantó la cita", "perdí el disco", "está descansando en casa"],
    "ar": ["الدكتور راح عمستشفى تاني", "ضيعت السي دي", "عم ترتاح بالبيت"],
}
OF_EVERY_DAY = {
    "en": [
        "wife's gonna take over from here",
        "he's asleep, I'll answer tomorrow",
        "she's with the doctor now, later",
        "doc didnt say",
        "ok I'm back",
        "only in the mornings",
        "the nurse just left",
        "he moved in with my sister",
    ],
    "es": [
        "mi esposa sigue desde aquí",
        "ya está dormido, mañana contesto",
        "el doctor no dijo",
        "ya se fue la enfermera",
    ],
    "ar": ["مرتي بتكمل من هون", "نايم، بجاوبك بكرا", "الدكتور ما قال", "الممرضة راحت هلق"],
}
ABOUT_PAPERS = {
    "en": [
        "they said tomorrow",
        "lady said come thursday",
        "nurse said 10 days",
        "batteries dead",
        "my phone is dying",
        "they gave her 2 days to sign",
        "they say 3 months",
    ],
    "es": [
        "pásame el pdf",
        "pasame el pdf",
        "es para mi viejo",
        "el mismo de siempre",
        "ya las recogimos",
        "se me murió el cel",
        "le dieron tres días para firmar",
    ],
    "ar": [
        "اللي بعده",
        "قالوا تعال بعد العيد",
        "قالولي تعالي الخميس",
        "talabet l slides mbere7 bel telephone",
        "موبايلي مات",
        "عطوني مهلة تلات ايام",
    ],
}
NOT_DYING = {
    "en": [
        "they gave her three months of pills",
        "two weeks left until my visit",
        "I have 3 weeks",
        "should she go to hospice?",
    ],
    "es": ["le dieron tres meses de incapacidad", "tiene cita en dos semanas", "ya no hay nada que mandar"],
    "ar": ["عطوه موعد بعد تلات شهور", "باقيله تلات جلسات"],
}


@each(OF_THE_LIVING)
@pytest.mark.parametrize("step", ["labs", "date"])
def test_what_is_told_of_the_living_and_of_things_is_not_mourned(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(text)
    assert "grieving" not in names(chat)


@each({language: [*OF_EVERY_DAY[language], *ABOUT_PAPERS[language]] for language in OF_EVERY_DAY})
@pytest.mark.parametrize("step", ["labs", "date", "decision", "treatment_plan", "destination"])
def test_neither_who_goes_on_nor_what_was_said_of_papers_and_when_is_mourned(step: str, language: str, text: str):
    """It is the commonest news there is, and near to what mourners write: grief needs a word of death or mourning."""
    chat = standing(language, step)
    chat.patient_writes(text)
    assert not {"grieving", "lost"} & {*names(chat)}


@each(NOT_DYING)
def test_weeks_of_pills_and_of_waiting_are_no_such_news(language: str, text: str):
    assert not real.content(language).dialogue.said.tells_of_dying(text)
