"""The first minute: hello, what is kept, and a free choice."""

import pytest


def test_start_says_welcome_and_asks_for_nothing(chat):
    chat.patient_commands("start")
    chat.bot_says("welcome")
    chat.bot_offers("begin")


def test_before_anything_is_kept_the_patient_chooses_what_may_be(chat):
    chat.patient_commands("start")
    chat.patient_presses("begin")
    chat.bot_says("consent")
    chat.bot_offers("keep_files", "checklist_only", "decline")


@pytest.mark.parametrize(("choice", "keeps"), [("keep_files", True), ("checklist_only", False)])
def test_a_choice_leads_to_the_decision(chat, choice, keeps):
    chat.patient_commands("start")
    chat.patient_presses("begin", choice)
    chat.bot_says("decision")
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
    chat.bot_says("please_tap", "welcome")
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
    chat.patient_presses("begin", "checklist_only", "not_sure")
    chat.bot_offers("have")
    chat.bot_does_not_offer("send")
    chat.patient_uploads("scan.pdf")
    chat.bot_says("files_not_kept")
    chat.bot_fetches_nothing()
    chat.patient_presses("aside/keep_files")
    chat.bot_says("storage_changed", "record")
    chat.patient_sends("scan.pdf")
    chat.bot_keeps(report=1)
