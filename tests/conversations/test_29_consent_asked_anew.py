"""Consent asked anew where it says something else: asked once, and whatever the answer, nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dialogs.case.case import Case
from dialogs.dialogue import Dialogue
from dialogs.effects import Fetch
from dialogs.events import Pressed, Wrote
from dialogs.roads.reminders import schedule
from tests.chat import DAYS, PLACES, SAID, Chat
from tests.conversations.days_kept import DAY


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
