"""A name that is nearly one we know is kept as it was written, and the one that may be meant is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.proofreading.chat import Chat as AnyGuide
from tests import real


def test_a_slip_keeps_what_was_written_and_offers_the_one_that_may_be_meant(asked_where):
    asked_where.patient_writes("nroth clinic")
    asked_where.bot_says("destination_noted", "destination_near")
    assert asked_where.case.destination == "nroth clinic", "a guess suggests, and decides nothing"
    assert asked_where.case.destinations == ()
    asked_where.patient_presses("destination/meant/north")
    asked_where.bot_says("destination_one")
    assert (asked_where.case.destinations, asked_where.case.destination) == (("north",), "")


def test_what_was_written_beside_a_slip_stays_and_the_name_stands_right(asked_where):
    asked_where.patient_writes("Dr. Wu, Nroth Clinic")
    asked_where.patient_presses("destination/meant/north")
    assert (asked_where.case.destinations, asked_where.case.destination) == (("north",), "Dr. Wu, North Clinic")


def test_no_to_an_offer_goes_on_with_their_own_words(asked_where):
    asked_where.patient_writes("nroth clinic")
    asked_where.patient_presses("destination/go_on")
    assert (asked_where.case.destinations, asked_where.case.destination) == ((), "nroth clinic")
    asked_where.patient_is_at("report")


def test_another_name_written_below_an_offer_takes_the_place_of_the_first(asked_where):
    asked_where.patient_writes("nroth clinic")
    asked_where.patient_writes("The hospital by the river")
    assert (asked_where.case.destinations, asked_where.case.destination) == ((), "The hospital by the river")
    asked_where.patient_presses_data("destination/meant/north")
    assert asked_where.case.destinations == (), "that offer was about other words"
    assert asked_where.said_now(), "it is answered kindly"


@pytest.mark.parametrize(
    ("language", "word", "chosen"),
    [
        *(("en", "yes", "mayo_clinic"), ("en", "no", ""), ("en", "as I wrote it", "")),
        *(("es", "sí", "mayo_clinic"), ("es", "no", ""), ("ar", "نعم", "mayo_clinic"), ("ar", "لا", "")),
    ],
)
def test_an_offer_is_answered_in_words(language, word, chosen):
    chat = AnyGuide(dialogue=real.content(language).dialogue)
    chat.case = replace(chat.case, step="destination", keeps_files=True, country="us")
    chat.patient_commands("start")
    chat.patient_writes("mayor clinc")
    assert "destination_near" in [say.name for say in chat.said_now()]
    chat.patient_writes(word)
    assert chat.case.destinations == ((chosen,) if chosen else ())
    assert chat.case.destination == ("" if chosen else "mayor clinc")
    assert chosen or chat.case.step != "destination"


def test_nothing_is_offered_where_there_is_no_room_for_one_more(asked_where):
    for text in ("south clinic", "west clinic", "east clinic"):
        asked_where.patient_writes(text)
        asked_where.patient_presses("destination/also")
    asked_where.patient_writes("nroth clinic")
    asked_where.bot_says("destination_noted", "record")
