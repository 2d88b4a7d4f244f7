"""Below an alarm nobody is thanked for "blue now" or "bye": what comes next is weighed against the card above it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs.hearing.cards import CARDS
from dialogs.proofreading.chat import Chat
from tests.conversations.telling import each, names, standing

EMERGENCY = {"en": "I can't breathe", "es": "no puedo respirar", "ar": "ما بقدر اتنفس"}
CRISIS = {"en": "I want to kill myself", "es": "me quiero morir", "ar": "بدي موت"}
STEPS = ["labs", "decision", "date", "treatment_plan"]
WORSE = {
    "en": ["its a lot", "it wont stop", "blue now", "I'm doing cpr", "you call", "pulled over. its a lot"],
    "es": ["es mucho", "no para", "está morado", "le estoy haciendo reanimación", "llame usted"],
    "ar": ["كتير", "ما عم يوقف", "صار ازرق", "عم اعمله انعاش", "اتصل انت"],
}
UNKNOWN = {
    "en": ["the neighbor is not home", "and now the other arm", "god", "no"],
    "es": ["la vecina no está", "ahora el otro brazo", "ay dios", "no"],
    "ar": ["الجيران مو بالبيت", "وقع عن التخت", "يا الله"],
}
DONE_OR_AT_HAND = {
    "en": ["already took them", "it's done", "took all of them", "I have a rope", "I'm on the bridge"],
    "es": ["me tomé unas pastillas", "ya está hecho", "me las tomé todas", "tengo una soga", "estoy en el puente"],
    "ar": ["اخدتهم", "خلص عملتها", "بلعتهم كلهم", "معي حبل", "انا على الجسر"],
}
GOODBYE = {
    "en": ["bye", "too late", "thanks for everything", "leave me alone", "tell my kids i love them"],
    "es": ["adiós", "ya es tarde", "gracias por todo", "déjame en paz", "dígale a mis hijos que los quiero"],
    "ar": ["وداعا", "فات الاوان", "شكرا على كل شي", "اتركني بحالي", "قول لولادي بحبهم"],
}
WELL = {
    "en": ["took to er. im ok. just a cold", "they admitted him", "it was a mistake", "my sister is with me"],
    "es": ["lo internaron", "fue un error", "mi hermana está conmigo", "ya despertó"],
    "ar": ["دخلوه المستشفى", "غلطت", "اختي معي"],
}
OF_THE_RECORDS = {
    "en": ["my files", "let's continue", "the visit is on May 5"],
    "es": ["mis archivos", "sigamos", "la cita es el 3 de abril"],
    "ar": ["ملفاتي", "نكمل"],
}


def below(cries: dict[str, str], language: str, step: str, *texts: str) -> Chat:
    chat = standing(language, step)
    for text in (cries[language], *texts):
        chat.patient_writes(text)
    return chat


def is_given_help(chat: Chat) -> bool:
    """A card of what must not wait, or the numbers once more, and nothing else."""
    if names(chat) == ["after_card"]:
        return bool(chat.said("after_card").values["calls"])
    return names(chat) in (["emergency"], ["crisis"])


@each(WORSE)
@pytest.mark.parametrize("step", STEPS)
def test_what_grows_worse_below_an_emergency_brings_its_card_again(step: str, language: str, text: str):
    chat = below(EMERGENCY, language, step, text)
    assert names(chat) == ["emergency"]
    assert chat.case.step == step
    chat.patient_writes(text)
    assert names(chat) == ["emergency"], "however often it is said"


@each(UNKNOWN)
@pytest.mark.parametrize("cries", [EMERGENCY, CRISIS])
def test_what_nobody_understands_below_an_alarm_gets_help_again(cries: dict[str, str], language: str, text: str):
    assert is_given_help(below(cries, language, "labs", text, text))


@each(DONE_OR_AT_HAND)
@pytest.mark.parametrize("step", ["welcome", *STEPS])
def test_what_was_taken_or_is_at_hand_below_a_wish_to_die_is_an_emergency(step: str, language: str, text: str):
    chat = below(CRISIS, language, step, text)
    assert names(chat) == ["emergency"]


@each(GOODBYE)
@pytest.mark.parametrize("step", ["welcome", *STEPS])
def test_a_goodbye_below_a_wish_to_die_brings_its_card_again(step: str, language: str, text: str):
    assert names(below(CRISIS, language, step, text)) == ["crisis"]


@pytest.mark.parametrize("text", ["leave me alone", "go away"])
def test_who_wants_to_be_left_alone_below_a_wish_to_die_ends_no_reminders(text: str):
    assert "stopped" not in names(below(CRISIS, "en", "labs", text))


@pytest.mark.parametrize("language", CRISIS)
def test_it_is_heard_when_another_text_was_met_there_before(language: str):
    chat = below(CRISIS, language, "labs", UNKNOWN[language][0], DONE_OR_AT_HAND[language][0])
    assert names(chat) == ["emergency"]


@each(WELL)
@pytest.mark.parametrize("cries", [EMERGENCY, CRISIS])
def test_that_help_is_there_or_it_was_a_mistake_is_no_new_alarm(cries: dict[str, str], language: str, text: str):
    chat = below(cries, language, "labs", text)
    assert names(chat) == ["after_card"]
    assert not chat.said("after_card").values["calls"]


@each(OF_THE_RECORDS)
def test_who_goes_on_with_the_records_is_let_go_on(language: str, text: str):
    assert not {"after_card", "emergency"} & {*names(below(EMERGENCY, language, "labs", text))}


@each({"en": ["thanks a lot", "thank you so much"], "es": ["muchas gracias"], "ar": ["شكرا كتير"]})
def test_thanks_below_an_emergency_are_no_new_one(language: str, text: str):
    assert not is_given_help(below(EMERGENCY, language, "labs", text))


@each({"en": ["its a lot", "worse"], "es": ["no para", "peor"], "ar": ["عم يسوء"]})
def test_what_grows_worse_below_a_guessed_card_is_given_the_numbers(language: str, text: str):
    guessed = {"en": "I feel so weak today", "es": "me siento muy débil hoy", "ar": "حاسس حالي ضعيف اليوم"}
    chat = below(guessed, language, "labs", text)
    assert is_given_help(chat) or names(chat)[0] in CARDS


@each({"en": ["its a lot", "already took them", "bye"], "es": ["es mucho"], "ar": ["اخدتهم"]})
def test_the_same_words_say_nothing_of_it_where_no_card_stands(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes(text)
    assert not {"emergency", "crisis", "after_card"} & {*names(chat)}


@pytest.mark.parametrize(
    ("text", "card"), [("already took them", "emergency"), ("I have a rope", "emergency"), ("bye", "crisis")]
)
def test_below_a_guessed_card_it_is_weighed_against_a_plain_sign_that_was_said_alone(text: str, card: str):
    chat = below({"en": "gonna end it tonight"}, "en", "labs")
    assert names(chat) == ["maybe_urgent"]
    chat.now += timedelta(minutes=3)  # so that nobody hears both as one
    chat.patient_writes(text)
    assert names(chat) in ([card], ["maybe_urgent"])
    assert text == "I have a rope" or names(chat) == [card]


def test_but_not_against_words_of_the_work():
    chat = below({"en": "his insurance won't cover Hopkins"}, "en", "labs", "already took them")
    assert "emergency" not in names(chat)
