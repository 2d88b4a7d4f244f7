"""Kept no longer than needed: two warnings and an end; one tap keeps everything, the other deletes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs.case.case import Case
from dialogs.dialogue import Dialogue
from dialogs.effects import Forget
from dialogs.events import ReminderDue
from dialogs.roads.keeping.events import DaysRunOut
from dialogs.roads.keeping.expiry import SOON, TOMORROW
from dialogs.roads.reminders import schedule
from tests.chat import DAYS, PLACES, SAID, Chat
from tests.conversations.days_kept import DAY, agreed, ends_in, falls_due, is_looked_at, until_the_end


def test_a_warning_a_week_before_another_a_day_before_and_then_all_goes(chat: Chat) -> None:
    acted = agreed(chat)
    assert is_looked_at(chat, acted, acted + 83 * DAY) == [SOON]
    chat.bot_offers("keep_records", "delete")
    assert until_the_end(chat, acted) == [(89, TOMORROW), (90, "gone")]
    assert ends_in(chat) == Forget("expired")
    assert chat.case == Case()


def test_before_that_nothing_is_said_and_nothing_is_planned(chat: Chat) -> None:
    acted = agreed(chat)
    assert is_looked_at(chat, acted, acted + 83 * DAY - timedelta(minutes=1)) == []
    assert chat.case.expiry is None


@pytest.mark.parametrize(
    "act",
    [
        lambda chat: chat.patient_presses("keep_records"),
        lambda chat: chat.patient_writes("I am still here"),
        lambda chat: chat.patient_uploads("scan.pdf"),
        lambda chat: chat.patient_comes_back(),
        lambda chat: chat.patient_commands("checklist"),
    ],
)
@pytest.mark.parametrize("warnings", [1, 2])
def test_whatever_the_person_does_begins_the_days_anew(chat: Chat, act, warnings: int) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    if warnings == 2:
        assert falls_due(chat, acted) == [TOMORROW]
    planned = chat.case.expiry.due
    act(chat)
    assert chat.case.expiry is None
    chat.happens(DaysRunOut(planned, planned, chat.now))  # what was claimed just before comes to nothing
    assert not chat.forgotten
    chat.bot_says_nothing()


def test_what_was_planned_before_the_last_warning_brings_the_end_no_nearer(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    older = chat.case.expiry.due
    falls_due(chat, acted)
    before = chat.case.expiry
    chat.happens(DaysRunOut(chat.now, older, acted))
    assert chat.case.expiry == before
    assert not chat.forgotten


def test_one_tap_keeps_everything_and_leads_back_to_where_they_were(chat: Chat) -> None:
    acted = agreed(chat)
    step = chat.case.step
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.patient_presses("keep_records")
    chat.bot_says("records_kept")
    chat.patient_is_at(step)
    chat.bot_keeps(report=1)


def test_the_other_tap_deletes_as_delete_does(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.patient_presses("aside/delete")
    chat.bot_says("delete_confirm")
    chat.patient_presses("delete_yes")
    chat.bot_says("deleted")
    assert ends_in(chat) == Forget("deleted_done")


def test_keep_it_beside_a_question_about_deleting_takes_that_question_back(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.patient_presses("aside/delete")
    question = f"aside@{chat.case.deletions_asked}/delete_yes"
    chat.patient_presses("keep_records")
    chat.patient_presses_data(question)
    assert not chat.forgotten
    chat.bot_says("delete_confirm")


def test_a_reminder_makes_nothing_longer(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes", "reminders.zone/skip")
    acted = chat.now
    is_looked_at(chat, acted, acted + 83 * DAY)
    expiry = chat.case.expiry
    due = schedule.due(chat.case)
    assert due
    chat.happens(ReminderDue(chat.now, due))
    assert chat.case.expiry == expiry is not None
    chat.bot_has_looked_at(1, "readable")
    assert chat.case.expiry == expiry


def test_only_who_asked_for_notes_is_rung_for(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    assert chat.said(SOON).quiet
    chat.patient_presses("keep_records")
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes", "reminders.zone/skip")
    is_looked_at(chat, chat.now, chat.now + 83 * DAY)
    if not chat.said_now():
        falls_due(chat, acted)
    assert not chat.said(SOON).quiet


def test_of_who_never_agreed_nothing_is_kept_and_it_goes_without_a_word(chat: Chat) -> None:
    chat.patient_commands("start")
    acted = chat.now
    assert is_looked_at(chat, acted, acted + 83 * DAY) == []
    assert until_the_end(chat, acted) == [(90, "gone")]
    assert ends_in(chat) == Forget()


def test_with_no_limit_of_days_nothing_ever_goes(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.dialogue = Dialogue(chat.guide, days=DAYS, places=PLACES, said=SAID, days_kept=0)
    chat.now = acted + 900 * DAY
    assert falls_due(chat, acted) == []
    assert chat.case.expiry is None
    chat.patient_commands("privacy")
    assert chat.said("privacy").values["days"] == 0


def test_words_that_must_not_wait_come_before_it(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.patient_writes("delete everything")
    chat.bot_says("delete_confirm")
    chat.patient_writes("STOP")
    chat.bot_says("stopped")


def test_every_say_of_the_road_is_for_who_gathers_for_another() -> None:
    chat = Chat()
    chat.patient_presses_data("welcome/begin_for")
    chat.patient_presses_data("consent/keep_files")
    acted = chat.now
    is_looked_at(chat, acted, acted + 83 * DAY)
    assert chat.said(SOON).for_another
    falls_due(chat, acted)
    falls_due(chat, acted)
    assert ends_in(chat) == Forget("expired", for_another=True)
