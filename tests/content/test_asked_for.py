"""What is asked for in words at any step, as people say it; and what only sounds so and is told of something else."""

from __future__ import annotations

import pytest

from dialogs.content.presses import Presses
from tests import real

ASKED_FOR = {
    "en": {
        "checklist": ["i want to see what i have so far", "am i almost done", "which ones are missing"],
        "packet": [
            "how do i give this to the doctor",
            "can i get it all as a pdf",
            "i want to print it",
            "how does the doctor get this",
        ],
        "remind": ["can you remind me on thursday", "please remind me to call them", "dont let me forget"],
        "files": [
            "i sent the wrong file",
            "i want to delete a photo",
            "i uploaded the wrong picture",
            "how do i remove a file",
        ],
        "errands": [
            "can my daughter help me with this",
            "my son could pick up the slides",
            "can someone else get the cd for me",
        ],
        "language": ["can we speak spanish", "change language", "en español por favor"],
        "afterwards": [
            "the second opinion came",
            "the new doctor says something different",
            "i got the second opinion, what now",
        ],
        "destination": [
            "i changed my mind about the hospital",
            "we are going to another hospital",
            "change the hospital",
        ],
    },
    "es": {
        "checklist": ["quiero ver lo que llevo"],
        "packet": ["cómo le doy esto al doctor", "quiero todo en un pdf", "quiero imprimirlo"],
        "remind": ["recuérdame el jueves", "no me dejes olvidar"],
        "files": ["mandé el archivo equivocado", "quiero borrar una foto"],
        "errands": ["mi hija puede ayudarme con esto"],
        "language": ["podemos hablar en inglés", "cambiar idioma"],
        "afterwards": ["ya llegó la segunda opinión", "el nuevo doctor dice otra cosa"],
        "destination": ["cambiar el hospital", "vamos a ir a otro hospital"],
    },
    "ar": {
        "packet": ["كيف اعطي هذا للطبيب", "اريد طباعته"],
        "remind": ["ذكرني يوم الخميس"],
        "files": ["ارسلت الملف الخطأ", "اريد حذف صورة"],
        "errands": ["ممكن بنتي تساعدني"],
        "language": ["ممكن نتكلم انجليزي", "غير اللغة"],
        "afterwards": ["وصل الرأي الثاني"],
        "destination": ["غير المستشفى"],
    },
}
TOLD = {
    "en": [
        "I gave it to the doctor last week",
        "my daughter told me to write here",
        "the report is in Spanish",
        "the doctor reminded me to fast",
        "should I change my doctor",
        "I was treated at another hospital",
        "they removed the tumor",
        "they gave me the wrong dose",
        "can the doctor print my biopsy slides",
        "I want to die",
        "I need a second opinion",
        "when does the second opinion come",
        "the new doctor is in Boston",
        "my son has a fever",
        "which treatment is better at another hospital",
        "the hospital changed my medicine",
    ],
    "es": [
        "se lo di al doctor ayer",
        "mi hija tiene fiebre",
        "me operaron en otro hospital",
        "el informe está en inglés",
        "quiero morirme",
    ],
    "ar": ["اعطيته للطبيب امس", "بنتي عندها حرارة", "تعالجت في مستشفى آخر", "التقرير بالانجليزي", "اريد ان اموت"],
}


@pytest.fixture(scope="module", params=sorted(ASKED_FOR))
def spoken(request: pytest.FixtureRequest) -> tuple[str, Presses]:
    return request.param, real.content(request.param).presses


def test_it_is_understood(spoken: tuple[str, Presses]) -> None:
    language, presses = spoken
    wrong = [
        (text, command, presses.asks_for(text))
        for command, texts in ASKED_FOR[language].items()
        for text in texts
        if presses.asks_for(text) != command
    ]
    assert not wrong


def test_what_is_told_asks_for_nothing(spoken: tuple[str, Presses]) -> None:
    language, presses = spoken
    assert [(text, asked) for text in TOLD[language] if (asked := presses.asks_for(text))] == []
