"""What is wanted may be said as at any desk: the papers, what is kept, one thing out of it, how long it still takes."""

from __future__ import annotations

import pytest

from tests.conversations import telling

WANTED = {
    "packet": {
        "en": ["gimme pdf", "could you make the papers"],
        "es": ["mándeme el archivo completo", "hágame los papeles"],
        "ar": ["ابعتلي الورق كله", "صيفط ليا الملف", "أرجو تزويدي بالملف النهائي"],
    },
    "files": {
        "en": ["did my papers arrive with you", "delete the letter from Dr. Feldman"],
        "es": ["¿te llegaron mis archivos?", "quite el análisis de sangre"],
        "ar": ["وصلتك ملفاتي؟", "احذف تقرير الدم"],
    },
    "checklist": {
        "en": ["what did you write down", "how many more"],
        "es": ["¿qué anotaste?", "¿cuánto queda?"],
        "ar": ["ماذا كتبتم عني؟", "شكد باقي"],
    },
    "costs": {
        "en": ["is this free?", "what do you charge"],
        "es": ["hola, esto es gratis?", "¿hay que pagar?"],
        "ar": ["كم السعر؟", "واش هادشي فابور؟"],
    },
    "how_to_send": {
        "en": ["how do I send a photo"],
        "es": ["como se manda la foto"],
        "ar": ["كيف ابعت صورة"],
    },
    "record_explained": {
        "en": ["what's slides when it's at home", "biomarkers, what's that"],
        "es": ["¿qué diablos son las laminillas?"],
        "ar": ["ما اعرف شو الشرائح"],
    },
}
TOLD = {
    "en": [
        "I received my files",
        "I need my papers from the hospital",
        "the hospital sent me a pdf",
        "they removed the lump",
        "how many more days will he live",
    ],
    "es": ["el hospital me mandó el pdf", "me quitaron el tumor", "¿cuánto tiempo de vida le queda?"],
    "ar": ["المستشفى ارسل لي ملف", "ازالوا الورم", "كم رح يعيش"],
}


@pytest.mark.parametrize("step", ["slides", "decision"])
@pytest.mark.parametrize("message", WANTED)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_shown_and_nothing_is_saved(message: str, language: str, step: str) -> None:
    for text in WANTED[message][language]:
        chat = telling.told(language, step, text)
        assert message in telling.names(chat), text
        assert (chat.case.decision, chat.case.texts, chat.case.answers.get("slides")) == ("", (), None), text


@telling.each(TOLD)
def test_what_is_told_shows_none_of_these(language: str, text: str) -> None:
    assert not {*WANTED} & {*telling.names(telling.told(language, "slides", text))}


@telling.each({"en": ["previous question please"], "es": ["regrésame"], "ar": ["رجع لور", "ارجع للي قبله"]})
def test_back_is_back(language: str, text: str) -> None:
    assert telling.told(language, "slides", text).case.step != "slides"


@telling.each(
    {
        "en": ["enough with the reminders", "I would rather not get reminders"],
        "es": ["ya basta de mensajes", "pará con los mensajes"],
        "ar": ["لا أرغب في التذكيرات"],
    }
)
def test_messages_that_are_too_many_end(language: str, text: str) -> None:
    assert telling.names(telling.told(language, "slides", text)) == ["stopped"]


@telling.each({"en": ["quit smoking"], "es": ["para los mensajes del doctor"], "ar": ["كفاية رسائل من المستشفى"]})
def test_what_ends_something_else_ends_no_message(language: str, text: str) -> None:
    assert "stopped" not in telling.names(telling.told(language, "slides", text))
