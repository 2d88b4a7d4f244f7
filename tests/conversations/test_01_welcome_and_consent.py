"""The first minute: hello, what is kept, and a free choice."""

import pytest

from dialogs.dialogue import Dialogue
from dialogs.effects import SendPaper
from dialogs.proofreading.life import each_alone
from tests.chat import Chat


def test_start_says_welcome_and_asks_for_nothing(chat):
    chat.patient_commands("start")
    chat.bot_says("welcome")
    chat.bot_offers("begin", "begin_for")


@pytest.mark.parametrize(("choice", "for_another"), [("begin", False), ("begin_for", True)])
def test_the_first_tap_says_whose_records_they_are(chat, choice, for_another):
    chat.patient_commands("start")
    chat.patient_presses(choice)
    chat.bot_says("consent")
    assert chat.case.for_another is for_another
    chat.patient_presses("decline")
    assert not chat.case.for_another, "nothing is kept of who says no"


def test_before_anything_is_kept_the_patient_chooses_what_may_be(chat):
    chat.patient_commands("start")
    chat.patient_presses("begin")
    chat.bot_says("consent")
    chat.bot_offers("keep_files", "checklist_only", "decline")


@pytest.mark.parametrize(
    ("choice", "keeps", "first"), [("keep_files", True, "gather"), ("checklist_only", False, "date")]
)
def test_who_lets_files_be_kept_may_send_them_all_at_once_and_who_does_not_goes_on(chat, choice, keeps, first):
    chat.patient_commands("start")
    chat.patient_presses("begin", choice)
    chat.bot_says(first)
    assert chat.case.keeps_files is keeps


def test_saying_no_is_respected_and_leaves_the_door_open(chat):
    chat.patient_commands("start")
    chat.patient_presses("begin", "decline")
    chat.bot_says("declined")
    chat.bot_offers("begin")
    assert chat.case.keeps_files is None


def test_a_file_before_the_choice_is_not_taken(chat):
    chat.patient_uploads("scan.pdf")
    chat.bot_says("consent_first")
    chat.bot_fetches_nothing()
    assert not chat.case.documents


def test_a_text_before_the_choice_is_not_kept(chat):
    chat.patient_writes("my name is Ana")
    chat.bot_says("tap_first", "welcome")
    assert not chat.case.texts


@pytest.mark.parametrize("command", ["checklist", "questions", "summary", "remind", "cancel"])
def test_commands_before_the_choice_lead_to_it(chat, command):
    chat.patient_commands(command)
    chat.bot_says("welcome")


@pytest.mark.parametrize(("command", "name"), [("help", "help"), ("privacy", "privacy"), ("delete", "delete_confirm")])
def test_help_privacy_and_delete_answer_even_before_the_choice(chat, command, name):
    chat.patient_commands(command)
    chat.bot_says(name)


def test_with_checklist_only_a_file_is_not_fetched_and_the_choice_can_be_changed(chat):
    chat.patient_commands("start")
    chat.patient_presses("begin", "checklist_only", "date/not_now", "destination/not_now")
    chat.bot_offers("have")
    chat.bot_does_not_offer("send")
    chat.patient_uploads("scan.pdf")
    chat.bot_says("files_not_kept")
    chat.bot_fetches_nothing()
    chat.patient_presses("aside/keep_files")
    chat.bot_says("storage_changed", "record")
    chat.patient_sends("scan.pdf")
    chat.bot_keeps(report=1)


# Whose records they are, in everything that is said


def test_who_gathers_the_records_of_another_is_told_of_the_patient_in_all_that_is_said(chat):
    chat.patient_presses_data("welcome/begin_for")
    chat.patient_presses_data("consent/keep_files")
    chat.patient_walks_on_to("summary")
    chat.patient_sends("report.pdf", found="unreadable")
    chat.patient_commands("delete")
    chat.patient_presses("delete_no")
    chat.patient_presses_data("aside/sheet")
    papers = [effect for effect in chat.turn.effects if isinstance(effect, SendPaper)]
    assert [paper.for_another for paper in papers] == [True]
    chat.patient_commands("delete")
    chat.patient_presses("delete_yes")
    chat.bot_says("deleted")
    assert all(each.for_another for each in each_alone(chat.shown))


def test_who_gathers_their_own_is_told_of_nobody_else(chat):
    chat.patient_walks_to("summary")
    chat.patient_presses_data("aside/sheet")
    papers = [effect for effect in chat.turn.effects if isinstance(effect, SendPaper)]
    assert [paper.for_another for paper in papers] == [False]
    assert not any(each.for_another for each in each_alone(chat.shown))


def test_who_says_no_and_then_that_the_records_are_their_own_is_believed(chat):
    chat.patient_commands("start")
    chat.patient_presses("begin_for")
    assert chat.said("consent").for_another
    chat.patient_presses("decline", "begin")
    assert not chat.said("consent").for_another


def test_a_button_may_be_written_as_it_stands_there_for_the_patient():
    def label(shown, for_another):
        if shown.label != "button.not_applicable":
            return ""
        return "The patient was never given one" if for_another else "I was never given one"

    chat = Chat()
    chat.dialogue = Dialogue(chat.guide, label=label)
    chat.patient_presses_data("welcome/begin_for")
    chat.patient_presses_data("consent/keep_files")
    chat.patient_walks_on_to("report")
    chat.patient_writes("I was never given one")
    assert not chat.case.answers
    chat.patient_commands("start")
    chat.patient_presses("more")
    chat.patient_writes("the patient was never given one")
    assert chat.case.answers["report"].standing == "not_applicable"
