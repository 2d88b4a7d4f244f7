"""Each record: send it, say where it is, ask for it, or say why it is missing."""

import pytest


@pytest.mark.parametrize("answer", ["elsewhere", "not_applicable", "unsure", "later"])
def test_a_plain_answer_is_noted_and_the_next_record_follows(chat, answer):
    chat.patient_walks_to("scans")
    chat.patient_presses(answer)
    chat.bot_says("noted", "record")
    chat.checklist_says(scans=answer)


def test_progress_is_told_with_every_record(chat):
    chat.patient_walks_to("scans")
    assert chat.said("record").values["number"] == 2
    assert chat.said("record").values["of"] == 4


def test_what_is_this_explains_and_stays(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("explain")
    chat.bot_says("record_explained")
    chat.patient_is_at("scans")
    chat.bot_offers("send", "asked", "back")


def test_back_returns_to_the_record_before(chat):
    chat.patient_walks_to("plan")
    chat.patient_presses("back")
    chat.patient_is_at("discs")
    chat.patient_presses("back")
    chat.patient_is_at("scans")


def test_back_from_the_first_record_returns_to_the_decision(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("back")
    chat.patient_is_at("decision")


def test_a_record_asked_for_remembers_whom_the_patient_asked(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("asked")
    chat.bot_says("record_asked")
    chat.patient_writes("The records office, on Tuesday")
    chat.bot_says("request_noted", "record")
    assert chat.case.answers["scans"].note == "The records office, on Tuesday"
    chat.checklist_says(scans="asked")
    assert chat.group_of("scans") == "on_its_way"


def test_whom_they_asked_can_be_skipped(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("asked", "skip")
    chat.checklist_says(scans="asked")
    chat.patient_is_at("discs")


def test_asked_for_is_remembered_even_if_the_patient_leaves_before_the_note(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("asked")
    chat.checklist_says(scans="asked")


@pytest.mark.parametrize(("why", "standing"), [("cannot_get", "cannot_get"), ("remind", "remind")])
def test_a_missing_record_has_a_reason(chat, why, standing):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing")
    chat.bot_says("record_missing")
    chat.patient_presses(why)
    chat.checklist_says(scans=standing)
    assert chat.group_of("scans") == "missing"


def test_help_to_find_it_says_who_has_it_and_lets_the_patient_ask_for_it(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing", "find")
    chat.bot_says("record_finding")
    chat.checklist_says(scans="finding")
    chat.patient_presses("asked", "skip")
    chat.checklist_says(scans="asked")


def test_remind_me_offers_reminders_once_and_then_goes_on(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing", "remind")
    chat.bot_says("reminders")
    chat.patient_presses("weekly", "reminders.zone/skip")
    chat.bot_says("record")
    chat.patient_is_at("discs")
    chat.patient_presses("missing", "discs.missing/remind")
    chat.patient_is_at("plan")


def test_the_slides_are_asked_about_once_the_report_is_on_hand(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("elsewhere")
    chat.patient_is_at("slides")
    assert chat.said("record").values["number"] == 1, "they are one more question about the first record"


@pytest.mark.parametrize("answer", ["not_applicable", "unsure", "later"])
def test_the_slides_are_left_alone_while_the_report_is_not_there(chat, answer):
    chat.patient_walks_to("report")
    chat.patient_presses(answer)
    chat.patient_is_at("scans")


def test_original_images_are_not_asked_for_where_there_was_no_scan(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("not_applicable")
    chat.patient_is_at("plan")
    chat.checklist_says(discs="not_applicable")
    chat.patient_presses("back")
    chat.patient_is_at("scans")


def test_slides_and_discs_are_tracked_not_uploaded(chat):
    chat.patient_walks_to("discs")
    chat.bot_does_not_offer("send")
    chat.bot_offers("elsewhere", "asked", "missing", "not_applicable")


def test_the_last_record_leads_to_the_questions(chat):
    chat.patient_walks_to("plan")
    chat.patient_presses("unsure")
    chat.patient_is_at("questions")
