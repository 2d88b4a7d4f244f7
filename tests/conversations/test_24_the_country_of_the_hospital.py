"""In which country the hospital is: asked once, before the first letter that quotes a rule, and it holds nobody up."""

from dataclasses import replace

import pytest

from dialogs.letters import COUNTRIES
from tests.conversations.letters import finds, letter


def test_the_letter_for_a_record_comes_after_one_question_about_the_country(chat):
    finds(chat, "report")
    chat.bot_says("country")
    chat.patient_presses("us")
    chat.bot_says("letters_one")
    assert letter(chat)["country"] == "us"
    assert letter(chat)["records"] == ["report"]


def test_the_country_is_asked_once(chat):
    finds(chat, "report")
    chat.patient_presses("uk", "done")
    chat.patient_is_at("report.missing")
    chat.patient_presses("report.missing/letter")
    chat.bot_sends_a_paper("letter")
    assert letter(chat)["country"] == "uk"


@pytest.mark.parametrize("country", COUNTRIES)
def test_where_the_hospital_is_is_kept(chat, country):
    finds(chat, "report")
    chat.patient_presses(country)
    assert chat.case.country == country


def test_the_country_can_be_changed(chat):
    finds(chat, "report")
    chat.patient_presses("uk", "letters", "country", "us")
    chat.patient_is_at("letters")
    assert chat.case.country == "us"


def test_a_letter_that_quotes_no_rule_does_not_wait_for_a_country(chat):
    finds(chat, "slides")
    chat.bot_sends_a_paper("letter")
    assert letter(chat)["letter"] == "slides"
    assert chat.case.country == ""


@pytest.mark.parametrize(
    ("step", "data", "goes_on"),
    [
        ("letters.country", "letters.country@records/us", "letters.one"),
        ("requests.country", "requests.country/us", "requests"),
        ("reminders.country", "reminders.country/us", "review"),
    ],
)
def test_the_country_was_asked_at_three_steps_and_their_buttons_still_answer(chat, step, data, goes_on):
    chat.patient_walks_to("review")
    chat.case = replace(chat.case, step=step, letter="records")
    chat.patient_presses_data(data)
    chat.patient_is_at(goes_on)
    assert chat.case.country == "us"
    assert not chat.case.returns_to


def test_who_would_rather_not_say_the_country_gets_the_neutral_words_and_is_not_asked_again(chat):
    finds(chat, "report")
    chat.patient_presses("country/skip")
    assert letter(chat)["country"] == "other"
    chat.patient_presses("done")
    chat.patient_commands("letters")
    chat.patient_presses("write/records")
    chat.bot_says("letters_one")


def test_the_question_about_the_country_can_be_left_and_the_patient_is_where_they_were(chat):
    finds(chat, "report")
    chat.bot_says("country")
    chat.patient_commands("cancel")
    chat.bot_says("cancelled")
    chat.patient_is_at("report")
    assert not chat.case.country
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.patient_presses("write/records")
    chat.bot_says("country")
    chat.patient_commands("cancel")
    chat.patient_is_at("review")


@pytest.mark.parametrize(
    ("command", "leave", "then"),
    [("files", "back", "report"), ("letters", "done", "report.missing"), ("errands", "done", "report")],
)
def test_who_looks_aside_at_the_question_about_the_country_is_not_led_back_to_it(chat, command, leave, then):
    finds(chat, "report")
    chat.patient_commands(command)
    chat.patient_presses(f"{command}/{leave}")
    chat.patient_is_at(then)
