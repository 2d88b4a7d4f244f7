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
