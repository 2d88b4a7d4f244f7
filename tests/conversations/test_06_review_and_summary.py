"""At the end: everything opens again, and one message says it all."""

import pytest

from dialogs.checklist.checklist import next_steps


def test_at_review_every_record_opens_again_and_leads_back(chat):
    chat.patient_walks_to("review")
    for record in ("report", "scans", "discs", "plan"):
        chat.patient_presses(f"open/{record}")
        chat.patient_is_at(record)
        chat.patient_presses("more", "elsewhere")
        chat.patient_is_at("review")
        chat.checklist_says(**{record: "elsewhere"})


def test_files_sent_from_review_lead_back_to_review(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/plan")
    chat.patient_sends("plan.pdf")
    chat.patient_presses("done")
    chat.patient_is_at("review")


def test_an_open_record_can_be_put_back_untouched(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/plan", "plan/back")
    chat.patient_is_at("review")


def test_from_an_early_review_the_walk_goes_on_at_the_first_open_record(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review")
    chat.patient_is_at("review")
    chat.patient_presses("go_on")
    chat.patient_is_at("scans")
    chat.patient_presses("unsure")
    chat.patient_is_at("plan")


def test_nothing_to_go_on_with_is_not_offered(chat):
    chat.patient_walks_to("review")
    chat.bot_does_not_offer("go_on")


def test_reminders_are_offered_once_before_the_summary_where_something_is_missing(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("not_now")
    chat.bot_says("summary")
    chat.patient_presses("summary/review", "finish")
    chat.bot_says("summary")


def test_where_all_is_here_there_is_nothing_to_remind_of(chat):
    chat.patient_walks_to("report")
    for record in chat.guide.records:
        chat.case = chat.case.answering(record.key, "elsewhere")
    chat.at("discs").patient_presses_data("discs/elsewhere")
    chat.patient_presses_data("decision/not_sure")
    chat.patient_presses("enough/go_on", "questions/done")
    chat.bot_says("summary")


def test_who_sends_it_now_is_asked_for_no_more_records(chat):
    chat.patient_walks_to("enough")
    chat.patient_presses("send_now")
    chat.bot_says("questions")
    chat.patient_presses("questions/done", "reminders/not_now")
    chat.bot_says("summary")
    assert "slides" not in chat.case.answers
    chat.patient_presses("summary/review", "go_on")
    chat.patient_is_at("slides")


def test_who_finishes_the_list_early_is_led_to_the_summary(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("checklist")
    chat.patient_presses("aside/review", "finish")
    chat.patient_is_at("decision")
    chat.patient_presses("not_sure")
    chat.patient_is_at("questions")


@pytest.mark.parametrize("step", ["decision", "report", "report.missing", "questions", "review", "summary"])
def test_the_summary_can_be_asked_for_at_any_time_and_moves_nobody(chat, step):
    chat.patient_walks_to(step.split(".")[0])
    if "." in step:
        chat.patient_presses(step.split(".")[1])
    chat.patient_commands("summary")
    chat.bot_says("summary")
    chat.patient_is_at(step)


def test_the_summary_sorts_every_record_into_one_group(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf")
    chat.patient_presses("done", "not_applicable", "missing", "cannot_get", "not_sure", "enough/go_on", "asked")
    chat.patient_commands("summary")
    groups = chat.said("summary").values["groups"]
    assert {name: [line.record for line in lines] for name, lines in groups.items()} == {
        "ready": ["report"],
        "on_its_way": ["slides"],
        "missing": ["plan"],
        "not_wanted": [],
        "not_needed": ["scans", "discs"],
    }


def test_the_records_to_start_with_come_first_among_the_missing(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("unsure", "unsure", "not_sure", "enough/go_on", "unsure", "unsure")
    chat.patient_commands("checklist")
    missing = [line.record for line in chat.said("checklist").values["groups"]["missing"]]
    assert missing == ["report", "scans", "plan", "slides", "discs"]


def test_three_next_steps_the_most_useful_first(chat):
    chat.patient_walks_to("summary")
    steps = next_steps(chat.guide, chat.case)
    assert [(step.name, step.record) for step in steps] == [
        ("ask_for", "report"),
        ("ask_for", "scans"),
        ("ask_for", "plan"),
    ]


def test_the_one_page_is_sent_on_request(chat):
    chat.patient_walks_to("summary")
    chat.patient_presses("sheet")
    chat.bot_sends_a_paper("sheet")


def test_the_summary_stands_alone_so_that_it_can_be_forwarded(chat):
    chat.patient_walks_to("reminders")
    chat.patient_presses("weekly", "reminders.zone/skip")
    chat.bot_says("summary")
    assert chat.said("summary").lead is None
    assert not chat.said("summary").replaces
