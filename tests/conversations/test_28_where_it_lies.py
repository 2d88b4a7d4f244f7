"""Who has a record, told at its step, is written down beside it; where somebody is, or an illness, is not."""

from __future__ import annotations

from tests.conversations import telling


@telling.each(
    {
        "en": [
            "the slides are at Duke",
            "Duke has the slides",
            "they are at Memorial Hospital",
            "the blocks are at Mercy",
        ],
        "es": [
            "los tacos están en el Hospital Italiano",
            "las laminillas están en Puebla",
            "quedaron en el Hospital Ángeles",
        ],
        "ar": ["الشرايح في القصر العيني", "بمشفى الملك فيصل", "البلوكات في معهد الأورام"],
    }
)
def test_who_has_it_stands_beside_the_record(language: str, text: str):
    chat = telling.told(language, "slides", text)
    answer = chat.case.answers["slides"]
    assert (answer.standing, answer.note) == ("elsewhere", text)
    assert not chat.case.texts


@telling.each(
    {
        "en": [
            "we are at Mayo now",
            "it is in my lungs",
            "the slides are not at Duke",
            "are the slides at Duke?",
            "my appointment is at Duke",
        ],
        "es": ["estoy en el hospital", "está en el hígado", "la cita es en Houston"],
        "ar": ["امي في المستشفى", "في الرئة", "الموعد في هيوستن"],
    }
)
def test_what_tells_of_anybody_or_of_an_illness_says_nothing_of_where_it_lies(language: str, text: str):
    chat = telling.told(language, "slides", text)
    assert "slides" not in chat.case.answers


@telling.each(
    {
        "en": ["Nobody has the slides", "Neither Duke nor Mayo has the slides", "the slides are nowhere at Duke"],
        "es": [
            "Nadie tiene las muestras",
            "Ni el Hospital Ángeles tiene los tacos",
            "Ningún hospital tiene los tacos",
            "los tacos tampoco están en Puebla",
            "Jamás el Hospital Italiano tiene los vidrios",
        ],
        "ar": [
            "محدش عنده الشرايح",
            "ما حدا عنده العينات",
            "الشرايح مش في القصر العيني",
            "ولا مستشفى عنده البلوكات",
            "العينات لم تعد في معهد الأورام",
        ],
    }
)
def test_where_it_does_not_lie_is_no_place(language: str, text: str):
    assert "slides" not in telling.told(language, "slides", text).case.answers


@telling.each({"ar": ["الشرايح ما زالت في القصر العيني", "البلوكات لا تزال في معهد الأورام"]})
def test_what_is_still_there_denies_nothing(language: str, text: str):
    assert telling.told(language, "slides", text).case.answers["slides"].standing == "elsewhere"
