"""How something was sent on is told in one's own words: none of the ways is an emergency, or a question."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

TOLD = {
    "en": {
        "email": ["I emailed it to them", "email", "sent by e-mail", "I sent it in an email to the doctor"],
        "portal": ["on mychart", "uploaded to their portal", "online"],
        "mail": ["I posted it", "by regular mail"],
        "in_person": ["I handed it over myself", "I gave it to the nurse", "I brought it to them", "by hand"],
    },
    "es": {
        "email": ["por email", "lo mandé por mail", "por correo electrónico"],
        "portal": ["por internet", "en el portal del hospital"],
        "mail": ["lo mandé por correo", "por carta"],
        "in_person": ["lo llevé yo", "se lo di al doctor", "en mano"],
    },
    "ar": {
        "email": ["بالايميل", "ارسلته لهم بالإيميل", "عن طريق الايميل"],
        "portal": ["عبر الموقع", "من خلال البوابة"],
        "mail": ["أرسلته بالبريد", "بالبريد المسجل"],
        "in_person": ["سلمته بيدي", "أعطيته للممرضة", "سلمته باليد", "أخذته لهم بنفسي"],
    },
}
OTHER = {
    "en": ["will they get it by mail?", "I did not send it", "what is a portal", "I will email it", "my hand hurts"],
    "es": ["no lo mandé", "¿qué es un portal?", "me duele la mano"],
    "ar": ["ما أرسلته بعد", "رح ابعته بالايميل", "يدي تؤلمني"],
}


def how(language: str, text: str) -> str:
    """How the packet was sent, as it was understood when somebody wrote this."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("summary")
    chat.patient_commands("deliveries")
    chat.patient_presses_data("deliveries/sent/packet")
    chat.patient_writes(text)
    return chat.case.deliveries[-1].how


@pytest.mark.parametrize(
    ("language", "way", "text"),
    [(each, way, text) for each in TOLD for way, texts in TOLD[each].items() for text in texts],
)
def test_how_it_went_is_told_in_words(language: str, way: str, text: str):
    assert how(language, text) == way


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in OTHER for text in OTHER[each]])
def test_what_only_names_a_way_is_none(language: str, text: str):
    assert not how(language, text)
