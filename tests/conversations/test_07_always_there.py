"""At any step: commands answer, old buttons are kind, and strange things get a sensible answer."""

from datetime import timedelta

import pytest

from dialogs.asides import COMMANDS
from dialogs.case.case import Case
from tests.chat import Chat

ANYWHERE = ["decision", "report", "discs", "questions", "review", "reminders", "summary"]


@pytest.mark.parametrize("step", ANYWHERE)
def test_start_resumes_exactly_with_a_line_of_recap(chat, step):
    chat.patient_walks_to(step)
    chat.patient_commands("start")
    chat.bot_says("recap")
    chat.patient_is_at(step)


@pytest.mark.parametrize("step", ANYWHERE)
def test_every_command_answers_at_every_step(chat, step):
    chat.patient_walks_to(step)
    here = chat.case
    for command in (*COMMANDS, "nonsense"):
        chat.case = here
        chat.patient_commands(command)
        assert chat.turn.effects, command


@pytest.mark.parametrize("kind", ["sticker", "voice", "video", "location", "contact", "poll", "other"])
def test_what_cannot_be_used_is_said_so_and_the_step_stays(chat, kind):
    chat.patient_walks_to("report")
    chat.patient_sends_something_else(kind)
    chat.bot_says("cannot_use", "record")


def test_an_edited_message_is_noticed_and_changes_nothing(chat):
    chat.patient_walks_to("questions")
    chat.patient_edits_a_message()
    chat.bot_says("edit_seen", "questions")


def test_a_file_put_in_the_place_of_another_by_an_edit_is_not_taken_and_it_is_said_how(chat):
    chat.patient_walks_to("report")
    chat.patient_edits_a_message(file=True)
    chat.bot_says("edited_file", "record")


@pytest.mark.parametrize("why", ["too_large", "damaged"])
def test_pages_that_cannot_be_drawn_are_not_a_fault_to_try_again(chat, why):
    chat.patient_walks_to("report")
    chat.bot_cannot_draw(why)
    chat.bot_says("pictures_none", "record")
    assert chat.said("pictures_none").values["why"] == why


def test_a_fault_of_ours_is_admitted_and_the_step_stays(chat):
    chat.patient_walks_to("report")
    chat.bot_stumbles()
    chat.bot_says("stumbled", "record")


def test_who_writes_faster_than_they_can_be_answered_is_told_once_in_a_while(chat):
    chat.patient_walks_to("decision")
    chat.bot_falls_behind()
    chat.bot_says("behind")
    for _ in range(50):
        chat.bot_falls_behind()
        chat.bot_says_nothing()
    chat.now += timedelta(hours=2)
    chat.bot_falls_behind()
    chat.bot_says("behind")


def test_that_we_are_behind_changes_no_question_and_no_answer(chat):
    chat.patient_walks_to("decision")
    chat.bot_falls_behind()
    chat.patient_writes("Whether to begin chemotherapy")
    assert chat.case.decision == "Whether to begin chemotherapy"


OLD_BUTTONS = """
    report/send scans/done gone/elsewhere scans/open/plan summary/open/plan questions/add/nothing review/open/gone
    aside/place/9/report aside/place/x/report aside/text/question aside/unheard_of / no-slash
"""


@pytest.mark.parametrize("data", OLD_BUTTONS.split())
def test_an_old_or_broken_button_answers_kindly_and_changes_nothing(chat, data):
    chat.patient_walks_to("scans")
    before = chat.case
    chat.patient_presses_data(data)
    chat.bot_says("old_button", "record")
    assert chat.case == before


def test_a_button_tapped_twice_counts_once(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("elsewhere")
    chat.patient_presses_data("scans/elsewhere")
    chat.bot_says("old_button")
    chat.patient_is_at("plan")


@pytest.mark.parametrize("way", [("send",), ("missing",), ("more",)])
def test_cancel_leaves_a_side_road(chat, way):
    chat.patient_walks_to("scans")
    chat.patient_presses(*way)
    chat.patient_commands("cancel")
    chat.bot_says("cancelled")
    chat.patient_is_at("scans")


def test_cancel_leaves_the_questions_when_they_were_opened_on_the_side(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("questions")
    chat.patient_commands("cancel")
    chat.patient_is_at("scans")


def test_cancel_at_a_plain_step_says_that_nothing_is_lost(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("cancel")
    chat.bot_says("cancelled", "record")
    chat.patient_is_at("scans")


def test_one_side_road_after_another_leads_all_the_way_back(chat):
    chat.patient_walks_to("scans")
    for _ in range(3):
        chat.patient_commands("questions")
        chat.patient_commands("remind")
    chat.patient_presses("not_now")
    chat.patient_is_at("questions")
    chat.patient_presses("questions/done")
    chat.patient_is_at("scans")
    assert chat.case.returns_to == ()


def test_a_case_whose_step_is_gone_from_the_guide_goes_on_at_its_first_open_record():
    chat = Chat(case=Case(step="a_record_of_old.sending", keeps_files=True))
    chat.patient_commands("start")
    chat.patient_is_at("report")


def test_deleting_takes_two_taps(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_commands("delete")
    chat.bot_says("delete_confirm")
    assert not chat.forgotten
    chat.patient_presses("delete_yes")
    chat.bot_says("deleted")
    assert chat.forgotten
    assert chat.case == Case()


def test_deleting_can_be_thought_better_of(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("delete")
    chat.patient_presses("delete_no")
    chat.bot_says("kept", "record")
    assert not chat.forgotten


def test_privacy_can_stop_the_keeping_of_files(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("privacy")
    chat.patient_presses("aside/checklist_only")
    chat.bot_says("storage_changed")
    assert chat.case.keeps_files is False
    chat.bot_does_not_offer("send")


def test_help_leads_to_the_sources_and_back(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("help")
    chat.patient_presses("sources")
    chat.bot_says("sources")
    chat.patient_presses("continue")
    chat.bot_says("record")
