"""Where it goes: found by its name or tapped, shown with what it asks for, and all that is asked for follows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dialogs.case.facts import Facts
from dialogs.checklist.checklist import MISSING, NOT_WANTED, READY, checklist, next_steps
from dialogs.checklist.planning import plan
from dialogs.proofreading.chat import Chat as AnyGuide
from dialogs.roads.records.screens import values
from tests import real
from tests.chat import Chat
from tests.conversations.places import GUIDE, REVIEW


@pytest.fixture
def chat() -> Chat:
    """A new patient, over a small guide that knows some destinations."""
    return Chat(guide=GUIDE)


@pytest.fixture
def asked(chat: Chat) -> Chat:
    """They are asked where it goes."""
    chat.patient_walks_to("destination")
    return chat


def shown(chat: Chat) -> set[str]:
    """The destinations whose buttons stand below the newest card."""
    return {b.label.removeprefix("bound.") for row in chat.said_now()[0].buttons for b in row if "bound." in b.label}


def test_a_name_that_we_know_shows_what_they_ask_for_and_goes_on_from_there(asked):
    asked.patient_writes("north-clinic")
    asked.bot_says("destination_noted", "destination_one")
    said = asked.said("destination_one").values
    assert said["records"] == {"yes": ("report", "scans"), "if_asked": ("slides",), "no": ("plan", "discs")}
    assert said["recent"] == (("report", 6), ("scans", 6))
    assert said["pages_seen"] == (("https://north.example/records", "2026-02-01"),)
    assert (asked.case.destinations, asked.case.destination) == (("north",), "")
    asked.patient_is_at("destination")
    asked.patient_presses("destination/go_on")
    asked.patient_is_at("report")


def test_a_doctor_written_beside_the_name_is_kept_and_one_that_we_do_not_know_is_as_good(asked):
    asked.patient_writes("Dr. Wu, North Clinic")
    assert (asked.case.destinations, asked.case.destination) == (("north",), "Dr. Wu, North Clinic")
    asked.patient_presses("destination/also")
    asked.patient_writes("The hospital by the river")
    assert (asked.case.destinations, asked.case.destination) == (("north",), "The hospital by the river")
    asked.patient_is_at("report")


def test_a_slip_keeps_what_was_written_and_offers_the_one_that_may_be_meant(asked):
    asked.patient_writes("nroth clinic")
    asked.bot_says("destination_noted", "destination_near")
    assert asked.case.destination == "nroth clinic", "a guess suggests, and decides nothing"
    assert asked.case.destinations == ()
    asked.patient_presses("destination/meant/north")
    asked.bot_says("destination_one")
    assert (asked.case.destinations, asked.case.destination) == (("north",), "")


def test_what_was_written_beside_a_slip_stays_and_the_name_stands_right(asked):
    asked.patient_writes("Dr. Wu, Nroth Clinic")
    asked.patient_presses("destination/meant/north")
    assert (asked.case.destinations, asked.case.destination) == (("north",), "Dr. Wu, North Clinic")


def test_no_to_an_offer_goes_on_with_their_own_words(asked):
    asked.patient_writes("nroth clinic")
    asked.patient_presses("destination/go_on")
    assert (asked.case.destinations, asked.case.destination) == ((), "nroth clinic")
    asked.patient_is_at("report")


def test_another_name_written_below_an_offer_takes_the_place_of_the_first(asked):
    asked.patient_writes("nroth clinic")
    asked.patient_writes("The hospital by the river")
    assert (asked.case.destinations, asked.case.destination) == ((), "The hospital by the river")
    asked.patient_presses_data("destination/meant/north")
    assert asked.case.destinations == (), "that offer was about other words"
    assert asked.said_now(), "it is answered kindly"


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


def test_nothing_is_offered_where_there_is_no_room_for_one_more(asked):
    for text in ("south clinic", "west clinic", "east clinic"):
        asked.patient_writes(text)
        asked.patient_presses("destination/also")
    asked.patient_writes("nroth clinic")
    asked.bot_says("destination_noted", "record")


def test_they_can_be_tapped_from_a_short_list_those_of_the_own_country_first(asked):
    asked.case = replace(asked.case, country="uk")
    asked.patient_presses("destination/known")
    asked.bot_says("destination_known")
    first = shown(asked)
    assert first == {"east", "west", "north"}
    asked.patient_presses("destination/known/3")
    assert shown(asked) == {"south"}, "anyone else is written by name"
    asked.patient_presses("destination/choose/south")
    asked.bot_says("destination_one")
    assert asked.case.destinations == ("south",)
    asked.patient_presses("destination/also", "destination/known")
    assert "south" not in shown(asked), "it is chosen already"


def test_several_at_once_are_looked_at_again_and_removed_again(asked):
    asked.patient_writes("North Clinic and South Clinic")
    asked.patient_presses("destination/also")
    assert shown(asked) == {"north", "south"}
    asked.patient_presses("destination/look/north")
    assert asked.said("destination_one").values["key"] == "north"
    asked.patient_presses("destination/remove/north")
    assert asked.case.destinations == ("south",)
    asked.bot_says("destination")
    asked.patient_writes("north")
    asked.patient_presses("destination/also")
    asked.patient_writes("West Clinic")
    asked.patient_presses("destination/also")
    asked.patient_writes("east clinic")
    asked.bot_says("destination_full", "destination")
    assert asked.case.destinations == ("south", "north", "west"), "nothing is lost"


def test_what_an_old_card_names_and_is_gone_does_nothing(asked):
    asked.patient_writes("north")
    asked.patient_presses("destination/remove/north")
    before = asked.case.destinations
    for data in ("destination/look/north", "destination/choose/nowhere", "destination/choose"):
        asked.patient_presses_data(data)
        assert asked.case.destinations == before
        assert asked.said_now(), "it is answered kindly"


def test_no_more_than_five_buttons_stand_below_any_of_it(asked):
    for text in ("north", "south clinic", "west clinic"):
        asked.patient_writes(text)
        asked.patient_presses("destination/also")
    asked.patient_presses("destination/remove/west")
    asked.patient_presses("destination/known")
    for say in asked.shown:
        if say.name.startswith("destination"):
            assert sum(len(row) for row in say.buttons) <= 5, say.name


def test_what_nobody_wants_is_not_needed_there_and_is_not_asked_about(asked):
    asked.patient_writes("north")
    asked.patient_presses("destination/go_on")
    way = walked(asked)
    assert not {"plan", "discs"} & {*way}, way
    here = checklist(asked.guide, asked.case)
    assert [line.record for line in here.group(NOT_WANTED)] == ["plan", "discs"], "it is shown all the same"
    assert (here.answered, here.of) == (2, 2)
    assert not {step.record for step in next_steps(asked.guide, asked.case)} & {"plan", "discs"}
    asked.case = replace(asked.case, date="2026-05-01")
    day = datetime.fromisoformat("2026-03-02").date()
    assert not {step.record for step in plan(asked.guide, asked.case, day)} & {"plan", "discs"}


def test_what_is_here_already_stays_and_can_be_asked_about(asked):
    asked.patient_writes("north")
    asked.patient_presses("destination/go_on")
    asked.case = replace(asked.case, step="plan")
    asked.patient_sends("plan.pdf")
    assert asked.group_of("plan") == READY


def walked(chat: Chat) -> list[str]:
    """The records that are asked about on the way to the summary."""
    way: list[str] = []
    while chat.case.step != "summary":
        way.append(chat.case.step)
        moves = {"decision": "not_sure", "enough": "go_on", "questions": "done", "reminders": "not_now"}
        chat.patient_presses_data(f"{chat.case.step}/{moves.get(chat.case.step, 'later')}")
    return way


def test_of_several_one_that_wants_it_is_enough_and_it_is_said_which(asked):
    asked.patient_writes("North Clinic, South Clinic")
    lines = {line.record: line for line in checklist(asked.guide, asked.case).lines}
    assert {key: line.group for key, line in lines.items()} == {
        **dict.fromkeys(("report", "slides", "scans", "discs"), MISSING),
        "plan": NOT_WANTED,
    }
    assert lines["report"].wanted.by == ("north",)
    assert lines["discs"].wanted.by == ("south",)
    assert (lines["slides"].wanted.wish, lines["scans"].wanted.by) == ("", ("north",))


def test_what_they_may_ask_for_is_said_so_and_comes_last(asked):
    asked.patient_writes("north")
    missing = checklist(asked.guide, asked.case).group(MISSING)
    assert [line.record for line in missing] == ["report", "scans", "slides"]
    assert missing[-1].wanted.wish == "if_asked"
    assert values(asked.guide, replace(asked.case, step="slides"))["wanted"].wish == "if_asked"


def test_a_place_of_their_own_words_is_another_hospital(asked):
    asked.patient_writes("St. Elsewhere")
    wish = {line.record: line.wanted.wish for line in checklist(asked.guide, asked.case).lines}
    assert wish["discs"] == "if_asked"
    assert wish["report"] == "", "nothing is known of it, and it is asked for as everywhere"


def test_a_record_that_is_older_than_they_ask_for_is_remarked(asked):
    asked.patient_writes("north")
    asked.patient_presses("destination/go_on")
    asked.patient_sends("old.pdf", facts=Facts(date="2025-01-05"))
    assert line_of(asked, "report").too_old
    asked.patient_sends("newer.pdf", facts=Facts(date="2025-09-10"))
    assert not line_of(asked, "report").too_old


def line_of(chat: Chat, record: str):
    return next(line for line in checklist(chat.guide, chat.case).lines if line.record == record)


def test_past_its_day_a_line_says_nothing_and_what_is_unsure_takes_nothing_away(asked):
    asked.patient_writes("west clinic")
    assert asked.group_of("plan") == MISSING, "to be checked: nothing is taken away"
    assert asked.said("destination_one").values["unsure"] == {"records": ("plan",)}
    asked.case = replace(asked.case, destinations=("north",))
    assert asked.group_of("plan") == NOT_WANTED
    asked.now = asked.now.replace(year=REVIEW.year, month=REVIEW.month, day=REVIEW.day + 1)
    asked.patient_commands("checklist")
    assert asked.group_of("plan") == MISSING
    asked.happens_at("destination", lambda: asked.patient_presses_data("destination/look/north"))
    told = asked.said("destination_one").values
    assert told["past"]
    assert not any((told["records"], told["others"], told["pages_seen"]))


def test_a_destination_whose_profile_is_gone_is_another_hospital_and_stays(asked):
    asked.case = replace(asked.case, destinations=("closed",))
    assert line_of(asked, "discs").wanted.wish == "if_asked"
    asked.patient_commands("checklist")
    asked.happens_at("destination", lambda: asked.patient_commands("start"))
    assert shown(asked) == {"closed"}
    asked.patient_presses_data("destination/look/closed")
    asked.bot_says("destination_one")
    assert asked.case.destinations == ("closed",)


def test_without_any_profile_it_is_asked_as_ever():
    chat = Chat()
    chat.patient_walks_to("destination")
    chat.bot_does_not_offer("destination/known")
    chat.patient_writes("North Clinic")
    chat.patient_is_at("report")
    assert (chat.case.destination, chat.case.destinations) == ("North Clinic", ())
