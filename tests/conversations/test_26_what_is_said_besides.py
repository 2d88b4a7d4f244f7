"""Thanks, praise, and "sending them now": said beside every question, they answer none and are not asked about."""

from __future__ import annotations

import pytest

from tests.conversations import telling

STEPS = ("gather", "slides", "treatment_plan", "decision", "review", "reminders")


@pytest.mark.parametrize("step", STEPS)
@telling.each(
    {
        "en": ["thank you, you've been great", "this has been really helpful", "God bless you", "that helped a lot"],
        "es": ["muchas gracias, me ha ayudado mucho", "Dios la bendiga", "qué amable"],
        "ar": ["شكرا كتير ساعدتني", "الله يعطيك العافية"],
    }
)
def test_thanks_are_welcome_and_the_question_is_asked_again(language: str, text: str, step: str):
    chat = telling.told(language, step, text)
    (asked,) = (each for each in chat.said_now() if each.asks)
    assert asked.lead is not None
    assert (asked.lead.name, asked.lead.values["thanks"], chat.case.step) == ("greeted", True, step)
    assert not chat.case.texts


@pytest.mark.parametrize("text", ["thank you for everything, goodbye", "thank you, you were kind to me. goodbye"])
def test_thanks_that_sound_like_a_farewell_for_ever_are_none(text: str):
    assert {each.name for each in telling.told("en", "review", text).said_now()} == {"maybe_urgent"}


@pytest.mark.parametrize("text", ["help me please, thank you", "this is not helpful", "thanks, how can I call them?"])
def test_what_asks_for_help_or_complains_is_no_thanks(text: str):
    said = telling.told("en", "review", text).said_now()
    assert not any(each.lead and each.lead.values.get("thanks") for each in said)


@telling.each(
    {
        "en": ["here is everything I have", "sending them now", "ok here they come", "let me take a photo"],
        "es": ["aquí están todos mis papeles", "ya se los mando", "voy a tomar fotos"],
        "ar": ["رح ابعتهم هلق", "تفضل هي الأوراق", "رح صورهم"],
    }
)
def test_what_is_only_announced_is_waited_for(language: str, text: str):
    chat = telling.told(language, "gather", text)
    assert (chat.case.step, chat.case.texts) == ("gather", ())


@telling.each(
    {
        "en": ["show me the questions", "what questions do I have?", "what did I ask?"],
        "es": ["muéstrame las preguntas", "¿qué preguntas tengo?", "¿qué pregunté?"],
        "ar": ["ورني الأسئلة", "شو أسئلتي؟", "شو سألت؟"],
    }
)
def test_the_questions_for_the_doctor_are_shown_when_they_are_asked_for(language: str, text: str):
    assert telling.told(language, "slides", text).case.step == "questions"


@telling.each(
    {
        "en": ["start the reminders again", "turn the reminders back on", "remind me again"],
        "es": ["reinicia los recordatorios", "vuelve a recordarme", "mándame los recordatorios de nuevo"],
        "ar": ["رجع التذكيرات", "شغل التذكير مرة تانية", "ذكرني مرة ثانية"],
    }
)
def test_reminders_that_were_stopped_can_be_started_again_in_words(language: str, text: str):
    chat = telling.told(
        language, "review", {"en": "stop reminding me", "es": "ya no me recuerdes", "ar": "لا تذكرني"}[language]
    )
    chat.patient_writes(text)
    assert chat.case.step == "reminders"


@telling.each(
    {
        "en": ["they have it", "they have them there", "they got it", "the hospital has it"],
        "es": ["lo tienen ellos", "lo tiene el hospital"],
        "ar": ["عندهم", "المستشفى عنده"],
    }
)
def test_what_a_hospital_has_is_not_in_the_patients_hands(language: str, text: str):
    assert telling.told(language, "procedures", text).case.answers["procedures"].standing == "elsewhere"


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("I got the slides today", "aside/record/slides"),
        ("the labs came", "aside/record/labs"),
        ("the hospital received everything", "aside/deliveries"),
        ("I had the second opinion", "aside/afterwards"),
    ],
)
def test_what_seems_to_be_about_something_leads_there_first(text: str, leads: str):
    chat = telling.told("en", "review", text)
    assert chat.case.keyboard[0].data == leads


@telling.each(
    {
        "en": ["please remind me tomorrow", "can you remind me tomorrow?", "send me a reminder tomorrow"],
        "es": ["recuérdame mañana", "¿me recuerda el jueves?"],
        "ar": ["ذكرني بكرا", "ممكن تذكرني يوم الخميس؟"],
    }
)
def test_who_asks_for_a_reminder_at_a_record_skips_nothing(language: str, text: str):
    chat = telling.told(language, "slides", text)
    is_planned = chat.case.reminders is not None and chat.case.step == "slides"  # a day was named
    assert (is_planned or chat.case.step == "reminders", "slides" in chat.case.answers) == (True, False)


@telling.each({"en": ["no thanks", "no, thank you"], "es": ["no, gracias"], "ar": ["لا شكرا"]})
def test_a_no_with_thanks_is_a_no(language: str, text: str):
    said = telling.told(language, "slides", text).said_now()
    assert not any(each.lead and each.lead.values.get("thanks") for each in said)


@telling.each(
    {
        "en": ["yes thank you", "yes, thanks a lot", "ok thanks", "sure, thank you"],
        "es": ["sí, gracias", "sí, muchas gracias"],
        "ar": ["نعم شكرا", "اي شكرا كتير"],
    }
)
def test_and_a_yes_with_thanks_is_a_yes(language: str, text: str):
    chat = telling.told(language, "reminders", text)
    assert chat.case.reminders is not None


@pytest.mark.parametrize("step", ["review", "questions"])
@pytest.mark.parametrize("text", ["thanks a lot for everything!!", "thank you for everything"])
def test_thanks_press_nothing(step: str, text: str):
    assert telling.told("en", step, text).case.step == step
