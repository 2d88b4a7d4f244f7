"""Whom a letter goes to can be added or left blank, and what was asked of one office stands in one letter."""

from dataclasses import replace

from dialogs.case.request import Request
from tests.chat import Chat
from tests.conversations.letters import finds, letter
from tests.ears import EARS


def test_whom_it_goes_to_can_be_added_and_is_on_the_letter_at_once(chat):
    finds(chat, "slides")
    assert letter(chat)["addressed"] == ""
    chat.patient_presses("to")
    chat.bot_says("letters_to")
    chat.patient_writes("Example Hospital\n1 Main Street")
    chat.bot_says("letters_one")
    assert letter(chat)["addressed"] == "Example Hospital\n1 Main Street"
    chat.patient_presses("letters", "write/doctor")
    assert letter(chat)["addressed"] == "", "another letter goes to someone else"


def test_whom_it_goes_to_can_be_left_blank(chat):
    finds(chat, "slides")
    chat.patient_presses("to", "back")
    chat.bot_says("letters_one")
    assert chat.case.addressed == {}


def test_an_address_that_is_too_long_is_told(chat):
    finds(chat, "slides")
    chat.patient_presses("to")
    chat.patient_writes("x" * 201)
    chat.bot_says("too_long", "letters_to")
    assert chat.case.addressed == {}


def test_words_that_must_not_wait_come_before_an_address():
    chat = Chat(ears=EARS)
    finds(chat, "slides")
    chat.patient_presses("to")
    chat.patient_writes("I cannot breathe")
    chat.bot_says("emergency")
    assert chat.case.addressed == {}
    chat.bot_does_not_offer("text/answer", "text/question")
    chat.patient_presses("here")
    chat.bot_says("letters_to")


def test_what_was_asked_of_the_same_office_stands_in_one_letter(chat):
    chat.patient_walks_to("report")
    requests = (Request(1, "report", "Mercy Hospital", "2026-03-01"), Request(2, "scans", "Other Clinic", "2026-03-01"))
    chat.case = replace(chat.case.answering("report", "asked").answering("scans", "asked"), requests=requests)
    chat.case = replace(chat.case, country="us", addressed={"records": "Mercy Hospital\nMain Street"})
    chat.patient_commands("letters")
    chat.patient_presses("write/records")
    assert letter(chat)["records"] == ["report"]
    chat.patient_presses("to")
    chat.patient_writes("Other Clinic")
    assert letter(chat)["records"] == ["scans"]
