"""The date that matters: understood in words, and always said back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests import real
from tests.chat import Played
from tests.conversations import telling


def test_it_is_offered_once_and_can_be_passed_over(chat):
    chat.patient_walks_to("date")
    chat.bot_says("date")
    chat.patient_presses("date/not_now")
    chat.bot_says("destination")
    before = len(chat.shown)
    chat.patient_walks_on_to("summary")
    chat.patient_presses("summary/review", "finish")
    chat.bot_says("summary")
    assert "date" not in [say.name for say in chat.shown[before:]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("next Friday", "2026-03-13"),
        ("3 April", "2026-04-03"),
        ("in two weeks", "2026-03-16"),
        ("2026-05-01", "2026-05-01"),
    ],
)
def test_a_day_in_words_is_said_back_before_it_counts(chat, text, day):
    chat.patient_walks_to("date")
    chat.patient_writes(text)
    assert not chat.case.date
    chat.patient_presses(f"day/{day}")
    chat.bot_says("date_noted", "destination")
    assert chat.case.date == day


@pytest.mark.parametrize(
    ("text", "why"),
    [("5", "day_unclear"), ("may", "day_unclear"), ("1 March 2026", "day_past"), ("3 April 2046", "day_too_far")],
)
def test_what_is_no_coming_day_is_asked_about_once_more(chat, text, why):
    chat.patient_walks_to("date")
    chat.patient_writes(text)
    chat.bot_says(why, "date")
    chat.patient_is_at("date")


@pytest.mark.parametrize(("text", "days"), [("tomorrow", ["2026-03-03", "2026-03-04"]), ("3 April", ["2026-04-03"])])
def test_while_nobody_knows_where_the_patient_is_a_day_that_depends_on_it_is_offered_as_two(chat, text, days):
    chat.patient_walks_to("date")
    chat.now = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)  # nine in the evening of the 2nd in New York
    chat.patient_writes(text)
    assert sorted(name.removeprefix("day/") for name in chat.buttons() if name.startswith("day/")) == days
    chat.patient_presses(f"day/{days[0]}")
    assert chat.case.date == days[0]


def test_today_is_still_today_in_the_evening_of_another_continent(chat):
    chat.patient_walks_to("date")
    chat.now = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
    chat.patient_writes("today")
    chat.patient_presses("day/2026-03-02")
    assert chat.case.date == "2026-03-02"


def test_once_the_zone_is_known_there_is_one_tomorrow(chat):
    chat.patient_walks_to("date")
    chat.case = replace(chat.case, zone="America/New_York")
    chat.now = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
    chat.patient_writes("tomorrow")
    chat.bot_says("day_confirm")
    chat.bot_offers("day/2026-03-03")


@pytest.mark.parametrize("text", ["next Friday", "03/04", "Friday 2 April"])
def test_what_can_be_two_days_is_offered_as_two(chat, text):
    chat.patient_walks_to("date")
    chat.patient_writes(text)
    chat.bot_says("day_which")
    assert len([name for name in chat.buttons() if name.startswith("day/")]) == 2


def test_the_calendar_turns_its_pages_and_a_tap_is_enough(chat):
    chat.patient_walks_to("date")
    assert not [name for name in chat.buttons() if name.startswith("day/")], "most people would rather write it"
    chat.patient_presses("month/2026-03", "month/2026-04", "month/2026-05")
    assert "day/2026-05-31" in chat.buttons()
    chat.patient_presses("month/2026-04", "day/2026-04-30")
    assert chat.case.date == "2026-04-30"


@pytest.mark.parametrize("argument", ["2026-02", "2036-01", "x", "2026-13", ""])
def test_a_month_that_cannot_be_shown_answers_kindly(chat, argument):
    chat.patient_walks_to("date")
    chat.patient_presses_data(f"date/month/{argument}")
    chat.bot_says("old_button")


def test_no_past_day_can_be_tapped_and_an_old_calendar_says_so(chat):
    chat.patient_walks_to("date")
    chat.patient_presses("month/2026-03")
    assert min(name for name in chat.buttons() if name.startswith("day/")) == "day/2026-03-02"
    chat.patient_presses_data("date/day/2026-03-01")
    chat.bot_says("day_past")
    assert not chat.case.date


def test_the_date_can_be_changed_and_taken_out_at_any_time(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("date")
    chat.patient_presses("month/2026-03", "day/2026-03-20")
    assert chat.case.date == "2026-03-20"
    chat.patient_is_at("scans")
    chat.patient_commands("date")
    chat.patient_writes("25 March")
    chat.patient_presses("day/2026-03-25")
    assert chat.case.date == "2026-03-25"
    chat.patient_commands("date")
    chat.patient_presses("forget")
    chat.bot_says("date_forgotten")
    assert not chat.case.date
    chat.patient_is_at("scans")


@pytest.mark.parametrize("text", ["10 days", "two weeks", "yesterday", "next month"])
def test_words_of_days_where_a_day_is_asked_for_are_no_cry(text: str):
    chat = Played(dialogue=real.content().dialogue)
    chat.patient_walks_to("date")
    chat.patient_writes(text)
    assert "maybe_urgent" not in [say.name for say in chat.said_now()]


def test_a_number_of_days_or_weeks_and_no_more_is_so_far_ahead():
    chat = Played(dialogue=real.content().dialogue)
    chat.patient_walks_to("date")
    chat.patient_writes("10 days")
    assert [say.name for say in chat.said_now()] == ["day_confirm"]


@telling.each(
    {
        "en": [
            "they haven't scheduled it", "I'm waiting for the date", "nothing booked", "haven't heard back",
            "it depends on the hospital", "they have not given me a day", "the hospital hasn't confirmed",
        ],
        "es": [
            "estoy esperando que me llamen", "no me la han dado", "aún no la programan", "por confirmar", "pendiente",
            "falta que me confirmen", "quedaron en llamarme", "no nos han dicho nada",
        ],
        "ar": [
            "لم يحددوا بعد", "مستنية يتصلوا", "ناطر اتصال", "بعدني ما حجزت", "ما عطوني تاريخ", "ما ردوا علي",
            "الموعد غير محدد",
        ],
    }
)  # fmt: skip
def test_a_date_that_is_still_waited_for_is_none_yet(language: str, text: str):
    chat = telling.told(language, "date", text)
    assert (chat.case.step, chat.case.date) == ("destination", "")


@telling.each(
    {
        "en": ["I don't want surgery", "when will they give me a date?", "yes it is set", "march 5 is not set"],
        "es": ["no quiero operarme", "¿cuándo me llaman?", "ya no hay cita"],
        "ar": ["ما بدي عملية", "متى يتصلون؟", "كان الموعد امبارح"],
    }
)
def test_what_only_sounds_like_it_skips_no_date(language: str, text: str):
    assert telling.told(language, "date", text).case.step == "date"


HALVES = [
    ("en", "in April", "the 12th", "2026-04-12"),
    ("en", "sometime in may", "12", "2026-05-12"),
    ("en", "the 12th", "in April", "2026-04-12"),
    ("es", "en abril", "el 12", "2026-04-12"),
    ("es", "el 12", "de mayo", "2026-05-12"),
    ("ar", "بشهر نيسان", "١٢", "2026-04-12"),
]


@pytest.mark.parametrize(("language", "one", "other", "day"), HALVES)
def test_two_halves_of_a_day_are_one(language: str, one: str, other: str, day: str):
    chat = telling.told(language, "date", one)
    chat.patient_writes(other)
    assert [each.values["day"] for each in chat.said_now() if each.name == "day_confirm"] == [date.fromisoformat(day)]


@telling.each({"en": ["haha", "the moon"], "es": ["jaja"], "ar": ["ههه"]})
def test_the_second_time_it_is_asked_in_short(language: str, text: str):
    chat = telling.told(language, "date", text)
    assert "day_unclear" in telling.names(chat)
    chat.patient_writes(text)
    assert telling.names(chat) == ["day_again"]
    assert chat.case.step == "date"


@telling.each({"en": ["why do you need it?"], "es": ["¿por qué lo necesitas?"], "ar": ["ليش بدكم ياه؟"]})
def test_a_question_where_a_day_is_asked_for_may_be_one_for_the_doctor(language: str, text: str):
    assert telling.names(telling.told(language, "date", text)) == ["not_ours"]


@telling.each({"en": ["labs came today"], "es": ["llegaron los análisis hoy"], "ar": ["إجت التحاليل اليوم"]})
def test_news_of_a_record_is_no_day(language: str, text: str):
    assert telling.names(telling.told(language, "date", text)) == ["text_unplaced"]


@telling.each(
    {
        "en": ["the CT is on March 12", "they called, the appointment is on March 12"],
        "es": ["me llamaron, la cita es el 12 de marzo"],
    }
)
def test_news_with_a_coming_day_in_it_tells_the_day(language: str, text: str):
    assert telling.names(telling.told(language, "date", text)) == ["day_confirm"]
