"""Where the date that matters is asked for, a floor, a day that is denied and one that has gone by are not it."""

from __future__ import annotations

import pytest

from tests.conversations import telling


@telling.each(
    {
        "en": [
            "it's in room 12 on the 5th floor",
            "chemo cycle the 3rd",
            "my appointment isn't on March 14",
            "it's no longer on April 2",
            "I don't think it's the 11th",
            "I had chemo on the 14th",
            "I saw the doctor on the 9th",
            "my daughter's birthday is April 9",
            "we saw Dr. Lee on March 9",
        ],
        "es": [
            "piso 3",
            "mi cita no es el 14 de marzo",
            "tuve quimio el 14",
            "consultorio 12",
            "me sacaron sangre el 9",
        ],
        "ar": ["الطابق 3", "غرفة 5", "موعدي مش يوم 14 مارس", "أخدت الكيماوي يوم 14"],
    }
)
def test_it_is_asked_once_more(language: str, text: str):
    chat = telling.told(language, "date", text)
    said = [say.name for say in chat.said_now()]
    assert "day_unclear" in said
    assert not {"day_confirm", "day_which"} & {*said}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "the visit is March 20 in room 12", "2026-03-20"),
        ("en", "I see the surgeon on March 18, third floor", "2026-03-18"),
        ("en", "not March 14 but March 21", "2026-03-21"),
        ("en", "I had chemo on the 14th, my appointment is on the 20th", "2026-03-20"),
        ("en", "my appointment was moved to March 14", "2026-03-14"),
        ("en", "it was the 10th but they changed it to the 17th", "2026-03-17"),
        ("en", "my scan isn't until March 19", "2026-03-19"),
        ("en", "no later than March 14", "2026-03-14"),
        ("es", "la cita es el 20 de marzo en el piso 3", "2026-03-20"),
        ("es", "no el 14 sino el 21 de marzo", "2026-03-21"),
        ("es", "la cambiaron para el 14 de marzo", "2026-03-14"),
        ("ar", "أجلوه إلى 25 مارس", "2026-03-25"),
        ("ar", "موعدي 20 مارس بالطابق 3", "2026-03-20"),
        ("ar", "مش 14 مارس، 21 مارس", "2026-03-21"),
    ],
)
def test_the_day_beside_it_is_understood(language: str, text: str, day: str):
    assert str(telling.told(language, "date", text).said("day_confirm").values["day"]) == day
