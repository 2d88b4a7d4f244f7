"""What somebody asks or tells in passing, wherever they are: what a record is, when to be reminded, another day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dialogs.case.facts import Facts
from dialogs.case.reminders import Reminders
from dialogs.case.stored import from_json, to_json
from dialogs.days.hours import Hours
from dialogs.days.zones import zone_of
from dialogs.proofreading.chat import Chat
from tests.conversations import telling

WEEKEND = (5, 6)
AT = {"en": ("april 9", "yes"), "es": ("9 de abril", "sí"), "ar": ("٩ نيسان", "نعم")}
PLACE = {"en": "Chicago", "es": "Madrid", "ar": "دبي"}


def reminded(language: str) -> Chat:
    """A patient who asked for reminders and told where they live."""
    chat = telling.standing(language, "reminders")
    chat.patient_presses_data("reminders/remind_yes")
    chat.patient_writes(PLACE[language])
    return chat


def reminders_of(chat: Chat) -> Reminders:
    assert chat.case.reminders is not None
    return chat.case.reminders


def with_two_files(language: str) -> Chat:
    chat = telling.standing(language, "gather")
    for number, record in zip(chat.patient_uploads("0.pdf", "1.pdf"), ("pathology", "labs"), strict=True):
        chat.bot_has_looked_at(number, facts=Facts(record=record))
    return chat


@telling.each(
    {
        "en": ["what is slides", "what are pathology slides?"],
        "es": ["qué son las laminillas", "¿qué significa laminillas?"],
        "ar": ["شو يعني شرايح", "ما هي الشرائح؟"],
    }
)
@pytest.mark.parametrize("step", ["gather", "treatment_plan", "date"])
def test_a_record_is_explained_wherever_it_is_asked_what_it_is(step: str, language: str, text: str):
    chat = telling.told(language, step, text)
    assert telling.names(chat) == ["record_explained"]
    assert chat.said("record_explained").values["record"] == "slides"


@telling.each(
    {"en": ["what is my stage", "what is the best treatment"], "es": ["cuál es mi etapa"], "ar": ["شو مرحلتي"]}
)
def test_a_question_of_their_own_is_for_the_doctor(language: str, text: str):
    assert "record_explained" not in telling.names(telling.told(language, "gather", text))


@telling.each({"en": ["finish", "can we wrap up"], "es": ["terminar", "¿podemos finalizar?"], "ar": ["فينا نخلص؟"]})
def test_who_wants_to_finish_is_led_to_the_summary(language: str, text: str):
    assert "summary" in telling.names(telling.told(language, "slides", text))


@telling.each({"en": ["I'm done"], "es": ["ya terminé"], "ar": ["خلص"]})
def test_who_is_done_and_may_mean_more_than_the_list_is_asked_and_offered_the_summary(language: str, text: str):
    chat = telling.told(language, "slides", text)
    assert "text_unplaced" in telling.names(chat)
    assert "aside/summary" in {shown.data for shown in chat.case.keyboard}


@telling.each(
    {
        "en": ["no weekends", "not on saturdays or sundays", "please don't write me on weekends"],
        "es": ["los fines de semana no", "ni sábados ni domingos"],
        "ar": ["بدون عطلة نهاية الأسبوع", "لا السبت ولا الأحد"],
    }
)
def test_days_of_the_week_are_kept_free_said_back_and_stored(language: str, text: str):
    chat = reminded(language)
    chat.patient_writes(text)
    assert "weekdays_noted" in telling.names(chat)
    assert reminders_of(chat).weekdays_off == WEEKEND
    chat.case = from_json(to_json(chat.case))
    assert reminders_of(chat).weekdays_off == WEEKEND


def test_such_a_day_may_be_taken_back():
    chat = reminded("en")
    chat.patient_writes("no weekends")
    chat.patient_writes("saturdays are fine again")
    assert reminders_of(chat).weekdays_off == (6,)


def test_a_reminder_that_falls_on_such_a_day_comes_behind_it():
    hours = Hours(zone_of("America/Chicago"), weekdays_off=WEEKEND)
    chat = reminded("en")
    saturday = chat.now + timedelta(days=(5 - chat.now.weekday()) % 7)
    assert hours.first(saturday).weekday() == 0


@telling.each(
    {"en": ["only mornings", "every morning please"], "es": ["solo por las mañanas"], "ar": ["بس الصبح"]},
)
def test_hours_are_kept_as_they_are_told(language: str, text: str):
    chat = reminded(language)
    chat.patient_writes(text)
    assert (reminders_of(chat).from_hour, reminders_of(chat).to_hour) == (8, 12)


def test_an_hour_asks_for_the_place_that_it_is_of():
    assert telling.told("en", "reminders", "only after 6pm").case.step == "reminders.zone"


@telling.each({"en": ["stop for a week"], "es": ["déjeme en paz una semana"], "ar": ["وقف أسبوع"]})
def test_who_wants_quiet_for_a_time_has_it(language: str, text: str):
    chat = reminded(language)
    chat.patient_writes(text)
    assert reminders_of(chat).quiet_until == (chat.now.date() + timedelta(days=7)).isoformat()


@telling.each(
    {"en": ["remind me friday", "remind me again on friday"], "es": ["recuérdame el viernes"], "ar": ["ذكرني الجمعة"]}
)
@pytest.mark.parametrize("step", ["slides", "gather"])
def test_a_day_that_is_named_is_that_of_the_reminder(step: str, language: str, text: str):
    chat = telling.told(language, step, text)
    due = reminders_of(chat).due
    assert due is not None
    assert due.weekday() == 4
    assert chat.case.step == step


@telling.each(
    {
        "en": ["I can't sleep at night", "worse after 6pm", "pain in the morning", "good night", "morning!"],
        "es": ["por la mañana vomito"],
    }
)
def test_how_somebody_is_says_nothing_of_the_reminders(language: str, text: str):
    chat = reminded(language)
    before = chat.case.reminders
    chat.patient_writes(text)
    assert chat.case.reminders == before


@telling.each({"en": ["they moved it to the 20th"], "es": ["me cambiaron la cita al 20"], "ar": ["غيروا الموعد لـ ٢٠"]})
def test_a_visit_moved_to_another_number_keeps_its_month(language: str, text: str):
    chat = telling.standing(language, "date")
    for said in (*AT[language], text):
        chat.patient_writes(said)
    assert chat.said("day_confirm").values["day"] == date(2026, 4, 20)


@telling.each(
    {
        "en": ["easter is april 5", "the monday after Thanksgiving", "the friday before easter", "before christmas"],
        "es": ["la navidad es el 25 de diciembre", "el lunes después de pascua"],
        "ar": ["الجمعة قبل العيد", "عيد الفطر ٢٠ آذار"],
    }
)
def test_the_day_of_a_feast_is_no_visit(language: str, text: str):
    said = telling.names(telling.told(language, "date", text))
    assert not {"day_confirm", "day_which"} & {*said}


@telling.each(
    {
        "en": ["the doctor didn't say", "he never said when"],
        "es": ["el doctor no dijo", "no me han dicho"],
        "ar": ["الدكتور ما قال", "ما قالوا إيمتى"],
    }
)
def test_who_was_not_told_a_day_has_none_yet(language: str, text: str):
    chat = telling.told(language, "date", text)
    assert (chat.case.step, chat.case.date) == ("destination", "")


@telling.each({"en": ["the other way round", "swap them"], "es": ["al revés"], "ar": ["بالعكس"]})
def test_two_files_that_are_the_other_way_round_are_swapped(language: str, text: str):
    chat = with_two_files(language)
    chat.patient_writes(text)
    assert [each.record for each in chat.case.documents] == ["labs", "pathology"]


@telling.each({"en": ["not that one, the second"], "es": ["ese no, el segundo"]})
def test_the_one_that_is_meant_is_asked_about(language: str, text: str):
    chat = with_two_files(language)
    chat.patient_writes(text)
    assert "sort_one" in telling.names(chat)


@telling.each({"en": ["yes but the labs are from last year"], "es": ["sí pero los análisis son del año pasado"]})
def test_a_yes_is_kept_and_what_stands_behind_it_is_met(language: str, text: str):
    chat = with_two_files(language)
    chat.patient_writes(text)
    assert [each.record for each in chat.case.documents] == ["pathology", "labs"]
    assert {"sorted", "text_unplaced"} <= {*telling.names(chat)}


def test_a_slip_of_the_finger_deletes_no_file():
    chat = with_two_files("en")
    chat.patient_writes("sorry typo")
    assert {"sorting", "nothing_undone"} <= {*telling.names(chat)}
