"""A reminder is answered in words: it came, they refused, it is still to come; and what ends no reminders."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def reminded(language: str, opened: bool) -> Chat:
    """A patient who asked for the pathology report, and is reminded of the imaging report."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("pathology")
    chat.patient_presses("asked")
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes", "reminders.zone/skip")
    if chat.case.step == "country":
        chat.patient_presses_data("country/skip")
    while "reminder" not in chat.days_pass(1):
        pass
    if opened:
        chat.patient_presses_data(next(each.data for each in chat.case.keyboard if each.data.endswith("/show")))
    return chat


@telling.each(
    {
        "en": ["it came", "I got it", "the report arrived in the mail", "they finally sent it"],
        "es": ["ya llegó", "ya me lo dieron ayer", "me llegó por correo"],
        "ar": ["وصل", "استلمته امبارح", "صار عندي خلص"],
    }
)
def test_it_came(language: str, text: str):
    chat = reminded(language, opened=True)
    chat.patient_writes(text)
    assert chat.case.answers["imaging_reports"].standing == "have"


@telling.each(
    {
        "en": ["they said no", "hospital refused", "they won't release it"],
        "es": ["me dijeron que no", "no me lo quieren dar"],
        "ar": ["رفضوا", "ما رضيوا يعطوني"],
    }
)
def test_they_refused(language: str, text: str):
    chat = reminded(language, opened=True)
    chat.patient_writes(text)
    assert chat.case.answers["imaging_reports"].standing == "cannot_get"


@pytest.mark.parametrize("opened", [True, False])
@telling.each(
    {
        "en": ["I'm still waiting", "they never called back", "not yet", "haven't heard a thing"],
        "es": ["sigo esperando", "nunca me llamaron", "aún no me lo mandan"],
        "ar": ["لسه بستنى", "ما ردوا علي", "لسه ما وصل"],
    }
)
def test_what_is_still_to_come_is_brought_up_a_week_later(opened: bool, language: str, text: str):
    chat = reminded(language, opened)
    chat.patient_writes(text)
    assert [say.name for say in chat.said_now()] == ["note_put_off"]
    assert "imaging_reports" not in chat.case.answers


@telling.each(
    {"en": ["I asked again", "we emailed them again"], "es": ["volví a llamar hoy"], "ar": ["حكيت معهم مبارح"]}
)
def test_they_asked_again(language: str, text: str):
    chat = reminded(language, opened=True)
    chat.patient_writes(text)
    assert chat.case.answers["imaging_reports"].standing == "asked"


@pytest.mark.parametrize("text", ["it came", "they said no", "I asked again"])
def test_what_it_is_about_is_shown_before_it_is_answered(text: str):
    chat = reminded("en", opened=False)
    chat.patient_writes(text)
    assert [say.name for say in chat.said_now()] == ["note_missing"]
    assert "imaging_reports" not in chat.case.answers


@pytest.mark.parametrize("text", ["will it come", "I hope it came", "did they refuse", "my father came home"])
def test_what_says_something_else_answers_no_reminder(text: str):
    chat = reminded("en", opened=True)
    chat.patient_writes(text)
    assert "imaging_reports" not in chat.case.answers


@telling.each(
    {"en": ["that's enough", "enough", "that is enough for today"], "es": ["es suficiente"], "ar": ["يكفي", "كفاية"]}
)
def test_enough_ends_no_reminders_until_they_say_so(language: str, text: str):
    chat = reminded(language, opened=False)
    chat.patient_commands("remind")
    chat.patient_writes(text)
    assert chat.case.reminders


@telling.each(
    {
        "en": ["the pathology report came", "I have the pathology report", "labs arrived"],
        "es": ["ya tengo la patología", "llegaron los análisis"],
        "ar": ["وصلت التحاليل", "معي التحاليل"],
    }
)
def test_what_came_of_another_record_answers_no_reminder(language: str, text: str):
    chat = reminded(language, opened=True)
    before = dict(chat.case.answers), chat.case.requests
    chat.patient_writes(text)
    assert (dict(chat.case.answers), chat.case.requests) == before


@pytest.mark.parametrize("text", ["I gave up", "they said no one is there", "my doctor refused"])
def test_what_is_no_refusal_of_the_records_office(text: str):
    chat = reminded("en", opened=True)
    before = dict(chat.case.answers)
    chat.patient_writes(text)
    assert dict(chat.case.answers) == before


@telling.each(
    {
        "en": ["I can't anymore", "I don't want to anymore", "enough"],
        "es": ["ya no puedo", "ya no quiero", "basta", "ya basta", "para"],
        "ar": ["ما عاد فيني", "كفاية"],
    }
)
def test_who_has_had_enough_is_asked_before_reminders_end(language: str, text: str):
    chat = reminded(language, opened=True)
    chat.patient_writes(text)
    assert chat.case.reminders is not None
    assert chat.case.reminders.due is not None
    assert not chat.case.reminders.stopped


@pytest.mark.parametrize("opened", [True, False])
@telling.each(
    {
        "en": ["I have bleeding", "I got a fever of 39", "it came out with blood"],
        "es": ["me salió sangre"],
        "ar": ["صار عندي نزيف", "معي حرارة 39"],
    }
)
def test_what_must_not_wait_is_heard_before_any_answer_to_it(language: str, text: str, opened: bool):
    chat = reminded(language, opened)
    before = chat.case.answers
    chat.patient_writes(text)
    assert {"emergency", "call_team", "maybe_urgent"} & {say.name for say in chat.said_now()}
    assert chat.case.answers == before


@telling.each(
    {
        "en": ["it came", "they said no", "I asked again"],
        "es": ["ya llegó", "me dijeron que no"],
        "ar": ["وصل", "رفضوا"],
    }
)
def test_what_was_answered_by_mistake_is_taken_back(language: str, text: str):
    chat = reminded(language, opened=True)
    before = chat.case
    chat.patient_writes(text)
    assert chat.case.answers != before.answers
    chat.patient_writes({"en": "that was wrong", "es": "eso estuvo mal", "ar": "غلط"}[language])
    assert (chat.case.answers, chat.case.requests) == (before.answers, before.requests)


def test_below_a_new_reminder_no_older_answer_is_taken_back():
    chat = reminded("en", opened=True)
    chat.patient_writes("it came")
    while "reminder" not in chat.days_pass(1):
        pass
    chat.patient_writes("that was wrong")
    assert chat.case.answers["imaging_reports"].standing == "have"
