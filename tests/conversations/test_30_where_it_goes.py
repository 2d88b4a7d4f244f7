"""Where it goes: found by its name or tapped, shown with what it asks for, and all that is asked for follows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.case.facts import Facts
from dialogs.checklist.checklist import MISSING, NOT_WANTED, READY, checklist, next_steps
from dialogs.checklist.planning import plan
from dialogs.roads.letters.facts import letter_values
from dialogs.roads.records.screens import values
from tests.chat import Chat
from tests.conversations.places import REVIEW


def shown(chat: Chat) -> set[str]:
    """The destinations whose buttons stand below the newest card."""
    return {b.label.removeprefix("bound.") for row in chat.said_now()[0].buttons for b in row if "bound." in b.label}


def test_a_name_that_we_know_shows_what_they_ask_for_and_goes_on_from_there(asked_where):
    asked_where.patient_writes("north-clinic")
    asked_where.bot_says("destination_noted", "destination_one")
    said = asked_where.said("destination_one").values
    assert said["records"] == {"yes": ("report", "scans"), "if_asked": ("slides",), "no": ("plan", "discs")}
    assert said["recent"] == (("report", 6), ("scans", 6))
    assert said["pages_seen"] == (("https://north.example/records", "2026-02-01"),)
    assert (asked_where.case.destinations, asked_where.case.destination) == (("north",), "")
    asked_where.patient_is_at("destination")
    asked_where.patient_presses("destination/go_on")
    asked_where.patient_is_at("report")


def test_a_doctor_written_beside_the_name_is_kept_and_one_that_we_do_not_know_is_as_good(asked_where):
    asked_where.patient_writes("Dr. Wu, North Clinic")
    assert (asked_where.case.destinations, asked_where.case.destination) == (("north",), "Dr. Wu, North Clinic")
    asked_where.patient_presses("destination/also")
    asked_where.patient_writes("The hospital by the river")
    assert (asked_where.case.destinations, asked_where.case.destination) == (("north",), "The hospital by the river")
    asked_where.patient_is_at("report")


def test_they_can_be_tapped_from_a_short_list_those_of_the_own_country_first(asked_where):
    asked_where.case = replace(asked_where.case, country="uk")
    asked_where.patient_presses("destination/known")
    asked_where.bot_says("destination_known")
    first = shown(asked_where)
    assert first == {"east", "west", "north"}
    asked_where.patient_presses("destination/known/3")
    assert shown(asked_where) == {"south"}, "anyone else is written by name"
    asked_where.patient_presses("destination/choose/south")
    asked_where.bot_says("destination_one")
    assert asked_where.case.destinations == ("south",)
    asked_where.patient_presses("destination/also", "destination/known")
    assert "south" not in shown(asked_where), "it is chosen already"


def test_several_at_once_are_looked_at_again_and_removed_again(asked_where):
    asked_where.patient_writes("North Clinic and South Clinic")
    asked_where.patient_presses("destination/also")
    assert shown(asked_where) == {"north", "south"}
    asked_where.patient_presses("destination/look/north")
    assert asked_where.said("destination_one").values["key"] == "north"
    asked_where.patient_presses("destination/remove/north")
    assert asked_where.case.destinations == ("south",)
    asked_where.bot_says("destination")
    asked_where.patient_writes("north")
    asked_where.patient_presses("destination/also")
    asked_where.patient_writes("West Clinic")
    asked_where.patient_presses("destination/also")
    asked_where.patient_writes("east clinic")
    asked_where.bot_says("destination_full", "destination")
    assert asked_where.case.destinations == ("south", "north", "west"), "nothing is lost"


def test_what_an_old_card_names_and_is_gone_does_nothing(asked_where):
    asked_where.patient_writes("north")
    asked_where.patient_presses("destination/remove/north")
    before = asked_where.case.destinations
    for data in ("destination/look/north", "destination/choose/nowhere", "destination/choose"):
        asked_where.patient_presses_data(data)
        assert asked_where.case.destinations == before
        assert asked_where.said_now(), "it is answered kindly"


def test_no_more_than_five_buttons_stand_below_any_of_it(asked_where):
    for text in ("north", "south clinic", "west clinic"):
        asked_where.patient_writes(text)
        asked_where.patient_presses("destination/also")
    asked_where.patient_presses("destination/remove/west")
    asked_where.patient_presses("destination/known")
    for say in asked_where.shown:
        if say.name.startswith("destination"):
            assert sum(len(row) for row in say.buttons) <= 5, say.name


def test_what_nobody_wants_is_not_needed_there_and_is_not_asked_about(asked_where):
    asked_where.patient_writes("north")
    asked_where.patient_presses("destination/go_on")
    way = walked(asked_where)
    assert not {"plan", "discs"} & {*way}, way
    here = checklist(asked_where.guide, asked_where.case)
    assert [line.record for line in here.group(NOT_WANTED)] == ["plan", "discs"], "it is shown all the same"
    assert (here.answered, here.of) == (2, 2)
    assert not {step.record for step in next_steps(asked_where.guide, asked_where.case)} & {"plan", "discs"}
    asked_where.case = replace(asked_where.case, date="2026-05-01")
    day = datetime.fromisoformat("2026-03-02").date()
    assert not {step.record for step in plan(asked_where.guide, asked_where.case, day)} & {"plan", "discs"}


def test_a_letter_does_not_ask_for_what_nobody_wants_there(asked_where):
    asked_where.case = asked_where.case.answering("report", "missing").answering("plan", "missing")
    assert letter_values(asked_where.guide, asked_where.case, "records")["records"] == ["report", "plan"]
    asked_where.patient_writes("north")
    assert letter_values(asked_where.guide, asked_where.case, "records")["records"] == ["report"]


def test_what_is_here_already_stays_and_can_be_asked_about(asked_where):
    asked_where.patient_writes("north")
    asked_where.patient_presses("destination/go_on")
    asked_where.case = replace(asked_where.case, step="plan")
    asked_where.patient_sends("plan.pdf")
    assert asked_where.group_of("plan") == READY


def walked(chat: Chat) -> list[str]:
    """The records that are asked about on the way to the summary."""
    way: list[str] = []
    while chat.case.step != "summary":
        way.append(chat.case.step)
        moves = {"decision": "not_sure", "enough": "go_on", "questions": "done", "reminders": "not_now"}
        chat.patient_presses_data(f"{chat.case.step}/{moves.get(chat.case.step, 'later')}")
    return way


def test_of_several_one_that_wants_it_is_enough_and_it_is_said_which(asked_where):
    asked_where.patient_writes("North Clinic, South Clinic")
    lines = {line.record: line for line in checklist(asked_where.guide, asked_where.case).lines}
    assert {key: line.group for key, line in lines.items()} == {
        **dict.fromkeys(("report", "slides", "scans", "discs"), MISSING),
        "plan": NOT_WANTED,
    }
    assert lines["report"].wanted.by == ("north",)
    assert lines["discs"].wanted.by == ("south",)
    assert (lines["slides"].wanted.wish, lines["scans"].wanted.by) == ("", ("north",))


def test_what_they_may_ask_for_is_said_so_and_comes_last(asked_where):
    asked_where.patient_writes("north")
    missing = checklist(asked_where.guide, asked_where.case).group(MISSING)
    assert [line.record for line in missing] == ["report", "scans", "slides"]
    assert missing[-1].wanted.wish == "if_asked"
    assert values(asked_where.guide, replace(asked_where.case, step="slides"))["wanted"].wish == "if_asked"


def test_a_place_of_their_own_words_is_another_hospital(asked_where):
    asked_where.patient_writes("St. Elsewhere")
    wish = {line.record: line.wanted.wish for line in checklist(asked_where.guide, asked_where.case).lines}
    assert wish["discs"] == "if_asked"
    assert wish["report"] == "", "nothing is known of it, and it is asked for as everywhere"


def test_a_record_that_is_older_than_they_ask_for_is_remarked(asked_where):
    asked_where.patient_writes("north")
    asked_where.patient_presses("destination/go_on")
    asked_where.patient_sends("old.pdf", facts=Facts(date="2025-01-05"))
    assert line_of(asked_where, "report").too_old
    asked_where.patient_sends("newer.pdf", facts=Facts(date="2025-09-10"))
    assert not line_of(asked_where, "report").too_old


def line_of(chat: Chat, record: str):
    return next(line for line in checklist(chat.guide, chat.case).lines if line.record == record)


def test_past_its_day_a_line_says_nothing_and_what_is_unsure_takes_nothing_away(asked_where):
    asked_where.patient_writes("west clinic")
    assert asked_where.group_of("plan") == MISSING, "to be checked: nothing is taken away"
    assert asked_where.said("destination_one").values["unsure"] == {"records": ("plan",)}
    asked_where.case = replace(asked_where.case, destinations=("north",))
    assert asked_where.group_of("plan") == NOT_WANTED
    asked_where.now = asked_where.now.replace(year=REVIEW.year, month=REVIEW.month, day=REVIEW.day + 1)
    asked_where.patient_commands("checklist")
    assert asked_where.group_of("plan") == MISSING
    asked_where.happens_at("destination", lambda: asked_where.patient_presses_data("destination/look/north"))
    told = asked_where.said("destination_one").values
    assert told["past"]
    assert not any((told["records"], told["others"], told["pages_seen"]))


def test_a_destination_whose_profile_is_gone_is_another_hospital_and_stays(asked_where):
    asked_where.case = replace(asked_where.case, destinations=("closed",))
    assert line_of(asked_where, "discs").wanted.wish == "if_asked"
    asked_where.patient_commands("checklist")
    asked_where.happens_at("destination", lambda: asked_where.patient_commands("start"))
    assert shown(asked_where) == {"closed"}
    asked_where.patient_presses_data("destination/look/closed")
    asked_where.bot_says("destination_one")
    assert asked_where.case.destinations == ("closed",)


def test_without_any_profile_it_is_asked_as_ever():
    chat = Chat()
    chat.patient_walks_to("destination")
    chat.bot_does_not_offer("destination/known")
    chat.patient_writes("North Clinic")
    chat.patient_is_at("report")
    assert (chat.case.destination, chat.case.destinations) == ("North Clinic", ())


def test_a_destination_that_their_own_words_name_is_told_once_on_every_card(asked_where):
    asked_where.patient_writes("Dr. Wu, North Clinic")
    (report,) = asked_where.patient_uploads("report.pdf")
    asked_where.bot_has_looked_at(report)
    asked_where.patient_commands("packet")
    told = {name: asked_where.said(name).values for name in ("patient", "packet")}
    asked_where.patient_commands("summary")
    told["summary"] = asked_where.said("summary").values
    goes = {name: (each["destinations"], each["destination"]) for name, each in told.items()}
    assert set(goes.values()) == {((), "Dr. Wu, North Clinic")}, goes
