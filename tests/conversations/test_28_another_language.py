"""Somebody writes in another of our languages than that of the chat: what is understood there is understood here."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

WRITTEN = {
    "labs": {
        "en": ["I have it with me", "I already asked for it", "I can't find it", "skip this one", "my doctor has it"],
        "es": ["lo tengo conmigo", "ya lo solicité", "no lo encuentro", "lo mando luego", "lo tiene mi doctora"],
        "ar": ["موجود معي", "طلبته منهم", "مش لاقيه", "بعدين ببعته", "عند الدكتور"],
    },
    "date": {
        "en": ["next Monday", "April 9", "in three weeks", "I don't know yet", "not this week"],
        "es": ["el próximo lunes", "9 de abril", "en tres semanas", "todavía no lo sé", "pasado mañana"],
        "ar": ["الاثنين الجاي", "9 نيسان", "بعد ثلاثة أسابيع", "لسا ما بعرف", "بعد بكرا"],
    },
    "destination": {
        "en": ["we haven't decided", "Mayo Clinic"],
        "es": ["aún no decidimos", "Clínica Mayo"],
        "ar": ["لسا ما قررنا", "مايو كلينك"],
    },
    "decision": {
        "en": ["whether to operate or wait", "chemo first or surgery first"],
        "es": ["no sé si operarme o hacer radio", "primero quimio o primero cirugía"],
        "ar": ["ما بعرف إذا أعمل العملية أو أستنى", "كيماوي أول ولا عملية"],
    },
    "questions": {
        "en": ["I have no other questions", "delete the last one"],
        "es": ["no tengo otra pregunta", "borra la última"],
        "ar": ["ما عندي سؤال تاني", "احذف آخر واحد"],
    },
    "gather": {
        "en": ["go on", "how does this work?", "who sees my papers", "how much does it cost"],
        "es": ["seguir", "¿cómo funciona esto?", "¿quién ve mis papeles?", "¿cuánto cuesta?"],
        "ar": ["كمل", "كيف بيشتغل البوت؟", "مين بيشوف أوراقي", "بقديش؟"],
    },
    "welcome": {"en": ["it's for me", "for my husband"], "es": ["es para mi esposo"], "ar": ["هذا لي أنا", "لزوجي"]},
    "reminders": {"en": ["every week"], "es": ["cada semana"], "ar": ["كل أسبوع"]},
}
EVERY = [
    (step, own, other, text)
    for step, by_language in WRITTEN.items()
    for own, texts in by_language.items()
    for other in by_language
    for text in texts
    if own != other
]


def after(language: str, step: str, text: str) -> tuple[str, list[str]]:
    """Where somebody stands and what was said, after they wrote this in a chat of that language."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    if step != "welcome":
        chat.patient_walks_to(step)
    chat.patient_writes(text)
    return chat.case.step, [say.name for say in chat.said_now()]


@pytest.mark.parametrize(("step", "own", "other", "text"), EVERY)
def test_it_is_understood_as_in_its_own_language(step: str, own: str, other: str, text: str):
    assert after(other, step, text) == after(own, step, text)


@pytest.mark.parametrize("text", ["negative", "no letter please", "once", "none of it is true"])
def test_what_is_said_in_the_language_of_the_chat_is_not_read_in_another(text: str):
    presses = real.content().dialogue.caseless.presses
    visible = {"stop", "missing", "not_now", "sort_change", "send", "done", "later"}
    assert presses.others
    assert presses.pressed(text, visible) == real.content().presses.pressed(text, visible)


CRIES = ["ojalá que el cáncer me lleve de una vez", "Mi mejor amiga tiene cáncer y me escribió que va a saltar"]


@pytest.mark.parametrize("text", CRIES)
def test_a_cry_is_not_read_in_the_words_of_another_language(text: str):
    """In English "I ... cancer" says for whom it is, whatever stands between."""
    presses = real.content("es").dialogue.caseless.presses
    assert not presses.pressed(text, {"begin", "begin_for"}).key
