"""Days that are said by half: without a month, with a weekday that does not fit, beside the day that is not meant."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dialogs.days.coming_days import understand
from tests import real
from tests.conversations import telling

A_MONDAY = date(2026, 3, 2)


def days(language: str, text: str) -> list[str]:
    return [day.isoformat() for day in understand(text, [A_MONDAY], real.content(language).days).days]


@telling.each(
    {
        "en": ["the 12th", "on the 12th", "it is on the 12th"],
        "es": ["el 12", "el día 12"],
        "ar": ["يوم 12", "بتاريخ 12"],
    }
)
def test_a_number_alone_is_the_next_such_day(language: str, text: str):
    assert days(language, text) == ["2026-03-12"]


def test_a_number_that_has_gone_by_is_of_the_next_month():
    assert (days("en", "the 1st"), days("en", "the 12th of next month")) == (["2026-04-01"], ["2026-04-12"])


@telling.each(
    {
        "en": [
            "12 of next month", "12 next month", "next month on the 12th", "the twelfth of the coming month",
            "next month, the 12th", "12th of the following month", "it's on the 12th next month at 10am",
        ],
        "es": [
            "12 del otro mes", "el doce del mes que viene", "12 del mes próximo", "el doce del mes entrante",
            "el mes que viene, el 12", "para el 12 del mes siguiente", "es el 12 del próximo mes a las 10",
        ],
        "ar": [
            "١٢ الشهر الجاي", "12 من الشهر القادم", "١٢ بالشهر الجاي", "اطنعش الشهر الجاي", "١٢ شهر الجاي",
            "الثاني عشر من الشهر القادم", "الشهر الجاي يوم ١٢", "بالشهر القادم بتاريخ ١٢", "١٢ الشهر المقبل الساعة ١٠",
        ],
    }
)  # fmt: skip
def test_a_number_beside_the_month_to_come_is_a_day_of_it(language: str, text: str):
    assert days(language, text) == ["2026-04-12"]


@telling.each({"en": ["first of next month"], "es": ["el primero del mes que viene"], "ar": ["واحد الشهر الجاي"]})
def test_its_first_day_is_said_in_words(language: str, text: str):
    assert days(language, text) == ["2026-04-01"]


@telling.each(
    {
        "en": ["28th of this month", "the 28th this month", "28 this month"],
        "es": ["el 28 de este mes", "28 del mes en curso", "este mes, el 28"],
        "ar": ["٢٨ هالشهر", "٢٨ من هذا الشهر", "يوم ٢٨ الشهر الحالي"],
    }
)
def test_and_beside_this_month_of_this_one(language: str, text: str):
    assert days(language, text) == ["2026-03-28"]


@telling.each(
    {
        "en": [
            "next 3 months", "in the next 2 months", "12 appointments next month", "2 scans next month",
            "next month I have 3 scans", "room 12 next month", "the 31st of next month",
        ],
        "es": ["los próximos 3 meses", "2 citas el mes que viene", "en los 3 meses que vienen", "31 del mes que viene"],
        "ar": ["٣ مواعيد الشهر الجاي", "الثلاث شهور الجاية", "خلال ٣ أشهر القادمة", "غرفة ١٢ الشهر الجاي"],
    }
)  # fmt: skip
def test_how_many_there_are_in_a_month_is_no_day_of_it(language: str, text: str):
    assert days(language, text) == []


@pytest.mark.parametrize(
    "text", ["12", "the 3rd floor", "2nd opinion", "my 12th chemo", "the 12th and the 14th", "in 12"]
)
def test_a_number_of_something_else_is_no_day(text: str):
    assert days("en", text) == []


@telling.each(
    {
        "en": ["not march 12 but march 19", "it's not the 12th it's the 19th", "it was moved, not march 12, march 19"],
        "es": ["no el 12 de marzo sino el 19", "no es el 12, es el 19"],
        "ar": ["مش 12 آذار، 19 آذار"],
    }
)
def test_a_day_that_is_denied_gives_way_to_the_one_that_is_meant(language: str, text: str):
    assert days(language, text) == ["2026-03-19"]


@telling.each({"en": ["monday the 10th"], "es": ["lunes 10"], "ar": ["الاثنين 10"]})
def test_a_weekday_and_a_number_that_go_together_no_sooner_are_asked_about(language: str, text: str):
    assert days(language, text) == ["2026-03-10", "2026-03-09", "2026-08-10"]


@telling.each({"en": ["January 5", "Jan 5"], "es": ["el 5 de enero"], "ar": ["5 يناير"]})
def test_a_day_that_is_long_past_is_of_the_next_year(language: str, text: str):
    assert days(language, text) == ["2027-01-05"]


@pytest.mark.parametrize("text", ["feb 20", "march 1"])
def test_a_day_that_has_just_gone_by_is_past(text: str):
    assert understand(text, [A_MONDAY], real.content("en").days).why_not == "past"


@telling.each(
    {
        "en": ["end of april", "mid april", "sometime in april", "next month"],
        "es": ["a fines de abril", "en abril", "el mes que viene"],
        "ar": ["آخر نيسان", "بنيسان", "الشهر الجاي"],
    }
)
def test_a_month_without_its_day_is_shown_to_pick_one(language: str, text: str):
    chat = telling.told(language, "date", text)
    said_nothing_yet = chat.case.date == ""
    chat.patient_presses("day/2026-04-28")
    assert (said_nothing_yet, chat.case.date) == (True, "2026-04-28")


@pytest.mark.parametrize("text", ["March 14", "the 12th", "not the 14th but March 20"])
def test_no_expression_is_made_for_what_is_not_said(monkeypatch: pytest.MonkeyPatch, text: str):
    """There are hundreds of phrases, more than Python remembers expressions of: making them was most of the work."""
    words, made = real.content("en").days, list[str]()
    escape = re.escape

    def told(phrase: str) -> str:
        made.append(phrase)
        return escape(phrase)

    monkeypatch.setattr(re, "escape", told)
    understand(text, [A_MONDAY], words)
    looked_for_at_once = {*words.but, *words.the_day, *words.endings}
    assert not [each for each in made if each not in text.casefold() and each not in looked_for_at_once]
