"""Somebody else goes on with the chat: no cry and no grief is made of it, and they are asked what is asked there."""

from __future__ import annotations

import pytest

from tests.conversations.telling import each, names, standing
from tests.real import content

TAKES_OVER = {
    "en": ["my wife takes it from here", "I'm passing the phone to my husband", "this is his daughter typing now"],
    "es": ["ya se encarga mi esposa", "mi hija sigue por mí", "le paso el teléfono a mi hermana"],
    "ar": ["زوجتي رح تكمل عني", "بنتي بتكمل من هون", "عطيت التلفون لمرتي"],
}
FAREWELL = {
    "en": [
        "my wife will go on without me",
        "my son will take over everything when I'm gone",
        "she can't take it anymore",
    ],
    "es": ["mi hija sigue sin mí", "ya se encarga mi esposa de mis hijos", "mi esposa se encarga de mi vida"],
    "ar": ["زوجتي رح تكمل بدوني", "بنتي بتكمل بعدي", "زوجتي رح تستلم الولاد"],
}
EVERY_DAY = {
    "en": ["she's gone to bed", "he went to the pharmacy", "my son is coming tomorrow"],
    "es": ["se quedó dormido", "se fue a la farmacia"],
    "ar": ["ابوي راح عالصيدلية", "نام هلق"],
}
CALLS_FOR_HELP = {
    "en": ["he is asleep and won't wake up", "he went to the pharmacy and fell", "no sleeping pills left"],
    "es": ["se quedó dormido y no despierta", "está dormida y no respira bien"],
    "ar": ["نايم وما عم يفيق", "نايمة وما بتتنفس منيح"],
}


@each(TAKES_OVER)
@pytest.mark.parametrize("step", ["labs", "date", "decision", "destination", "medications"])
def test_they_are_asked_what_is_asked_there_and_nothing_is_pressed(step: str, language: str, text: str):
    chat = standing(language, step)
    before = chat.case.answers, chat.case.date, chat.case.decision, chat.case.own_words, chat.case.texts
    chat.patient_writes(text)
    assert "greeted" in names(chat)
    after = chat.case.answers, chat.case.date, chat.case.decision, chat.case.own_words, chat.case.texts
    assert (chat.case.step, after) == (step, before)


@each({"en": ["my wife takes it from here"], "es": ["mi hija sigue por mí"], "ar": ["بنتي بتكمل من هون"]})
def test_below_a_death_they_are_asked_it_too(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes({"en": "my husband died last night", "es": "él murió anoche", "ar": "زوجي مات مبارح"}[language])
    chat.patient_writes(text)
    assert "greeted" in names(chat)
    assert chat.case.asked == ""


@each(EVERY_DAY)
@pytest.mark.parametrize("step", ["labs", "date"])
def test_who_sleeps_or_is_at_the_shop_is_no_cry(step: str, language: str, text: str):
    chat = standing(language, step)
    chat.patient_writes(text)
    assert not {"maybe_urgent", "grieving", "lost"} & {*names(chat)}


@each({language: [*FAREWELL[language], *CALLS_FOR_HELP[language]] for language in FAREWELL})
def test_who_leaves_a_life_or_does_not_wake_is_no_such_news(language: str, text: str):
    assert not content(language).dialogue.said.is_all(text, "news", "takes_over")
