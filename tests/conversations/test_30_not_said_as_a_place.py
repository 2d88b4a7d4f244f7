"""What is neither known nor said as a place may be anything: one tap, or a yes, sends the records there."""

from __future__ import annotations

from tests.conversations.telling import each, told

ANYTHING = {
    "en": ["gotcha", "shredded", "opo", "chest CT is at Mercy", "To the hospital", "visit is in Charité Berlin"],
    "es": ["soy de Guatemala", "me mandaron al hospital", "cualquier hospital menos La Raza", "no tiene"],
    "ar": ["دخل العناية المركزة", "الدكتور قال روحوا الهند", "نفس الدكتور", "اونلاين", "برا مصر"],
}
UNKNOWN = {"en": ["trinity", "Winship"], "es": ["pavia de santurce"], "ar": ["كليمنصو"]}
SAID_AS_ONE = {
    "en": ["Dr. Weiss", "we picked Trinity", "City Pathology Lab", "I go to Kaiser in Oakland", "the breast clinic"],
    "es": ["el Dr. Ramírez del Hospital Ángeles", "quiero ir con el Dr. Vivas", "el instituto de cáncer"],
    "ar": ["الدكتور أحمد منصور", "مستشفى الملك حسين", "معهد ناصر"],
}
YES = {"en": "yes", "es": "sí", "ar": "نعم"}


@each(ANYTHING)
def test_what_is_no_place_is_never_written_down_as_one(language: str, text: str) -> None:
    chat = told(language, "destination", text)
    assert (chat.case.step, chat.case.destination, chat.case.destinations) == ("destination", "", ())


@each(UNKNOWN)
def test_one_that_nobody_knows_is_used_after_a_tap(language: str, text: str) -> None:
    chat = told(language, "destination", text)
    assert (chat.case.destination, chat.shown[-1].name) == ("", "text_unplaced")
    chat.patient_presses("text/answer")
    assert chat.case.destination == text


@each(UNKNOWN)
def test_and_after_a_yes(language: str, text: str) -> None:
    chat = told(language, "destination", text)
    chat.patient_writes(YES[language])
    assert chat.case.destination == text


@each(SAID_AS_ONE)
def test_a_name_beside_a_word_for_places_or_of_who_goes_there_is_written_down_at_once(language: str, text: str) -> None:
    assert told(language, "destination", text).case.destination
