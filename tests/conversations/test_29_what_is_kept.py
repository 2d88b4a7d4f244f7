"""Kept no longer than needed: two warnings and an end; a copy of everything; who opened what; consent asked anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.case.case import Case
from dialogs.dialogue import Dialogue
from dialogs.effects import Fetch, Forget, GatherEverything, SendPaper
from dialogs.events import ClockSetRight, Pressed, ReminderDue, WentAway, Wrote
from dialogs.roads.keeping.events import DaysRunOut, EverythingGathered, ExportFailed
from dialogs.roads.keeping.expiry import SOON, TOMORROW
from dialogs.roads.reminders import schedule
from tests.chat import DAYS, PLACES, SAID, Chat

DAY = timedelta(days=1)


def agreed(chat: Chat) -> datetime:
    """Ana has agreed and sent a file; the moment of her last act."""
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    return chat.now


def falls_due(chat: Chat, acted: datetime, unsaid: bool = False) -> list[str]:
    """What was planned about the end of the days comes; the names of what is said."""
    assert chat.case.expiry
    due = chat.case.expiry.due
    chat.now = max(chat.now, due)
    chat.happens(DaysRunOut(chat.now, due, acted, unsaid))
    return [say.name for say in chat.said_now()]


def is_looked_at(chat: Chat, acted: datetime, at: datetime) -> list[str]:
    """A case that was untouched for long is looked at for the first time."""
    chat.now = at
    chat.happens(DaysRunOut(at, at, acted))
    return [say.name for say in chat.said_now()]


def ends_in(chat: Chat) -> Forget | None:
    return next((each for each in chat.turn.effects if isinstance(each, Forget)), None)


def until_the_end(chat: Chat, acted: datetime) -> list[tuple[int, str]]:
    """Everything that is planned comes at its time; on which day after the last act what was said."""
    said = []
    while not chat.forgotten:
        for name in falls_due(chat, acted) or ([] if not chat.forgotten else ["gone"]):
            said.append(((chat.now - acted) // DAY, name))
    return said


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


def test_after_months_without_a_bot_nobody_goes_unwarned(chat: Chat) -> None:
    acted = agreed(chat)
    assert is_looked_at(chat, acted, acted + 300 * DAY) == [SOON]
    assert chat.said(SOON).values["day"] == (chat.now + 7 * DAY).date()
    assert until_the_end(chat, acted) == [(306, TOMORROW), (307, "gone")]


def test_a_bot_that_was_off_between_the_warnings_leaves_two_days_after_the_last(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.now = acted + 300 * DAY
    assert falls_due(chat, acted) == [TOMORROW]
    assert until_the_end(chat, acted) == [(302, "gone")]


@pytest.mark.parametrize("hours_on", range(0, 24, 5))
def test_warnings_come_in_the_hours_of_the_patients_own_place(chat: Chat, hours_on: int) -> None:
    acted = agreed(chat)
    chat.case = replace(chat.case, zone="Pacific/Auckland")
    said = is_looked_at(chat, acted, acted + 83 * DAY + timedelta(hours=hours_on))
    while not chat.forgotten:
        local = chat.now.astimezone(ZoneInfo("Pacific/Auckland"))
        assert not said or 9 <= local.hour < 20
        said = falls_due(chat, acted)
    assert 9 <= chat.now.astimezone(ZoneInfo("Pacific/Auckland")).hour < 20


def test_a_warning_that_still_waits_to_be_said_begins_the_week_anew(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    assert falls_due(chat, acted, unsaid=True) == []
    assert until_the_end(chat, acted) == [(95, TOMORROW), (96, "gone")]


def test_a_last_warning_that_still_waits_to_be_said_is_waited_for(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    falls_due(chat, acted)
    for _ in range(3):
        assert falls_due(chat, acted, unsaid=True) == []
        assert not chat.forgotten
    falls_due(chat, acted)
    assert chat.forgotten


def is_refused(chat: Chat, name: str) -> None:
    chat.happens(WentAway(chat.now, unsaid=name))


def test_who_blocked_the_bot_is_kept_a_month_longer_tried_once_more_and_then_goes_in_silence(chat: Chat) -> None:
    acted = agreed(chat)
    chat.patient_goes_away()
    assert is_looked_at(chat, acted, acted + 83 * DAY) == [SOON]
    is_refused(chat, SOON)
    assert falls_due(chat, acted) == [SOON]
    assert chat.now - acted >= 113 * DAY
    is_refused(chat, SOON)
    assert falls_due(chat, acted) == []
    assert ends_in(chat) == Forget()
    assert chat.now - acted < 116 * DAY


def test_who_can_be_reached_at_the_second_try_has_a_week_like_anybody(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    is_refused(chat, SOON)
    assert falls_due(chat, acted) == [SOON]
    assert until_the_end(chat, acted) == [(119, TOMORROW), (120, "gone")]


def test_who_blocks_the_bot_after_the_first_warning_was_warned(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    falls_due(chat, acted)
    is_refused(chat, TOMORROW)
    assert until_the_end(chat, acted) == [(90, "gone")]


def test_who_comes_back_in_time_has_everything(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    is_refused(chat, SOON)
    chat.patient_comes_back()
    assert chat.case.expiry is None
    chat.bot_keeps(report=1)


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


def test_a_clock_that_was_ahead_and_is_right_again_has_warned_of_nothing(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 400 * DAY)
    chat.now = acted + DAY
    chat.happens(ClockSetRight(chat.now))
    assert chat.case.expiry is None
    assert is_looked_at(chat, acted, acted + 84 * DAY) == [SOON]


def test_a_warning_of_a_time_to_come_counts_for_nothing(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 400 * DAY)
    falls_due(chat, acted)
    due = chat.case.expiry.due
    chat.now = acted + 84 * DAY
    chat.happens(DaysRunOut(chat.now, due, acted))  # claimed while the clock was ahead, done once it is right
    assert not chat.forgotten
    chat.bot_says(SOON)


def test_words_that_must_not_wait_come_before_it(chat: Chat) -> None:
    acted = agreed(chat)
    is_looked_at(chat, acted, acted + 83 * DAY)
    chat.patient_writes("delete everything")
    chat.bot_says("delete_confirm")
    chat.patient_writes("STOP")
    chat.bot_says("stopped")


# Everything about me


def test_everything_is_asked_for_with_one_tap_and_comes_in_parts(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("privacy")
    chat.patient_presses("export")
    chat.bot_says("export")
    assert GatherEverything(1) in chat.turn.effects
    chat.happens(EverythingGathered(chat.now, 1, ((1,), (2, 3))))
    parts = [each for each in chat.turn.effects if isinstance(each, SendPaper)]
    assert [(each.kind, each.values["part"], each.values["of"]) for each in parts] == [
        ("export", 1, 2),
        ("export", 2, 2),
    ]


def test_a_second_tap_asks_for_no_second_copy(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("export")
    chat.patient_commands("export")
    chat.bot_says("export")
    assert not [each for each in chat.turn.effects if isinstance(each, GatherEverything)]
    chat.happens(EverythingGathered(chat.now, 1, ((1,),)))
    chat.happens(EverythingGathered(chat.now, 1, ((1,),)))
    assert not chat.turn.effects


def test_what_could_not_be_made_is_told_kindly_and_can_be_asked_for_again(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("export")
    chat.happens(ExportFailed(chat.now))
    chat.bot_says("export_failed")
    chat.patient_presses("export")
    assert GatherEverything(2) in chat.turn.effects


def test_before_the_choice_there_is_nothing_to_copy(chat: Chat) -> None:
    chat.patient_commands("privacy")
    chat.bot_does_not_offer("export", "accesses")
    chat.patient_commands("export")
    chat.bot_says("welcome")


def test_who_opened_what_is_shown_below_what_is_kept(chat: Chat) -> None:
    agreed(chat)
    step = chat.case.step
    chat.patient_commands("privacy")
    chat.patient_presses("accesses")
    chat.bot_says("accesses")
    chat.patient_presses("continue")
    chat.patient_is_at(step)


# Consent


def of_version(version: int, case: Case | None = None) -> Chat:
    chat = Chat(case=case or Case())
    chat.dialogue = Dialogue(chat.guide, days=DAYS, places=PLACES, said=SAID, consent=version)
    return chat


def with_a_newer_consent() -> Chat:
    older = of_version(1)
    older.patient_walks_to("report")
    newer = of_version(2, older.case)
    newer.now = older.now + DAY
    return newer


def test_consent_has_a_version_and_a_day() -> None:
    chat = of_version(7)
    chat.patient_presses_data("welcome/begin")
    chat.patient_presses_data("consent/checklist_only")
    assert (chat.case.agreed, chat.case.agreed_on) == (7, chat.now.date().isoformat())


def test_cases_of_before_have_the_first_version_and_no_day() -> None:
    assert (Case().agreed, Case().agreed_on) == (1, "")


@pytest.mark.parametrize(("choice", "keeps"), [("keep_files", True), ("checklist_only", False)])
def test_a_newer_one_is_asked_for_at_the_next_thing_and_nothing_is_lost(choice: str, keeps: bool) -> None:
    chat = with_a_newer_consent()
    chat.patient_presses_data("report/send")
    chat.bot_says("record_sending", "consent_again", "consent")
    assert chat.case.agreed == 1
    chat.patient_presses(f"consent/{choice}")
    chat.bot_says("record_sending")
    chat.patient_is_at("report.sending")
    assert (chat.case.agreed, chat.case.agreed_on) == (2, chat.now.date().isoformat())
    assert chat.case.keeps_files is keeps
    chat.patient_commands("checklist")
    chat.bot_does_not_say("consent_again")


def test_what_is_written_then_is_taken_and_the_question_is_asked_once(chat: Chat) -> None:
    chat = with_a_newer_consent()
    chat.at("decision").patient_writes("Whether to begin")
    chat.bot_says("consent_again")
    assert chat.case.decision == "Whether to begin"


def test_an_album_that_comes_then_is_kept_whole_and_asked_about_once() -> None:
    chat = with_a_newer_consent()
    chat.patient_sends("1.jpg", "2.jpg", "3.jpg")
    assert len(chat.case.documents) == 3
    assert sum(say.name == "consent_again" for say in chat.shown) == 0, "it leads the question"
    asked = [say for say in chat.shown if say.name == "consent" and say.lead and say.lead.name == "consent_again"]
    assert len(asked) == 1


def test_until_it_is_answered_nothing_more_is_kept() -> None:
    chat = with_a_newer_consent()
    chat.patient_commands("checklist")
    chat.now += timedelta(minutes=5)
    chat.patient_uploads("late.pdf")
    chat.bot_says("consent_first", "consent")
    assert not [each for each in chat.turn.effects if isinstance(each, Fetch)]
    chat.at("decision").patient_writes("Whether to begin")
    chat.bot_says("consent")
    assert not chat.case.decision
    chat.patient_presses_data("decision/not_sure")
    chat.bot_says("consent")
    chat.patient_is_at("decision")


@pytest.mark.parametrize("command", ["privacy", "delete", "help", "export"])
def test_what_is_kept_can_be_seen_copied_and_deleted_meanwhile(command: str) -> None:
    chat = with_a_newer_consent()
    chat.patient_commands("checklist")
    chat.patient_commands(command)
    chat.bot_does_not_say("consent_again")


def test_declining_keeps_nothing_new_ends_reminders_and_offers_deletion() -> None:
    chat = with_a_newer_consent()
    chat.case = schedule.start(chat.guide, chat.case, 7, chat.now)
    chat.patient_commands("checklist")
    chat.patient_presses("consent/decline")
    chat.bot_says("consent_declined")
    chat.bot_offers("delete", "consent/keep_files")
    assert chat.case.reminders is None
    chat.now += DAY
    chat.patient_uploads("late.pdf")
    chat.bot_says("consent_first")
    assert not chat.case.documents
    chat.patient_presses("aside/delete")
    chat.patient_presses("delete_yes")
    assert chat.forgotten


def test_who_changes_their_mind_goes_on_where_they_were() -> None:
    chat = with_a_newer_consent()
    chat.patient_presses_data("report/send")
    chat.patient_presses("consent/decline", "consent/keep_files")
    chat.patient_is_at("report.sending")
    chat.bot_says("record_sending")


def test_a_yes_to_an_older_question_is_no_yes_to_a_newer_one() -> None:
    chat = with_a_newer_consent()
    chat.patient_commands("checklist")
    newest = of_version(3, chat.case)
    newest.now = chat.now + DAY
    newest.patient_presses_data("aside@2/consent/keep_files")
    newest.bot_says("consent_again")
    assert newest.case.agreed == 1


def test_words_that_must_not_wait_come_before_consent() -> None:
    chat = with_a_newer_consent()
    chat.happens(Wrote(chat.now, "delete everything"))
    chat.bot_says("delete_confirm")
    chat.bot_does_not_say("consent_again")
    chat.happens(Pressed(chat.now, f"aside@{chat.case.deletions_asked}/delete_yes"))
    assert chat.forgotten


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
