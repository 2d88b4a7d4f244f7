"""Each record: send it, say where it is, ask for it, or say why it is missing."""

from dataclasses import replace

import pytest

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.checklist.checklist import GROUP_OF
from tests.chat import SMALL_GUIDE, Chat


@pytest.mark.parametrize("answer", ["elsewhere", "not_applicable", "unsure", "later"])
def test_a_plain_answer_is_noted_and_the_next_record_follows(chat, answer):
    chat.patient_walks_to("scans")
    chat.patient_presses(answer)
    chat.bot_says("noted", "record")
    chat.checklist_says(scans=answer)


def test_what_is_left_is_told_with_every_record(chat):
    chat.patient_walks_to("scans")
    assert chat.said("record").values["left"] == 3, "the plan, the slides and the discs"


def test_what_to_start_with_comes_first_and_then_what_takes_longest(chat):
    chat.patient_walks_to("questions")
    way = [left.step for left in chat.case.trail]
    assert way == ["gather", "date", "destination", "report", "scans", "plan", "decision", "enough", "slides", "discs"]


def test_back_takes_the_last_answer_back(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("asked")
    chat.patient_is_at("scans")
    chat.patient_presses("missing", "go_on")
    chat.patient_is_at("plan")
    chat.patient_presses("back")
    chat.patient_is_at("scans")
    assert "scans" not in chat.case.answers
    chat.patient_presses("back")
    chat.patient_is_at("report")
    assert not chat.case.answers
    assert not chat.case.requests, "what was asked for by mistake was asked of nobody"


def test_back_leads_as_far_as_the_beginning(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("back")
    chat.patient_is_at("destination")
    chat.patient_presses("back")
    chat.patient_is_at("date")


def test_an_answer_that_is_changed_on_the_list_leads_back_to_it(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/scans", "asked")
    chat.patient_is_at("review")
    chat.checklist_says(scans="asked")


def test_i_asked_for_it_is_one_tap_and_a_request_of_today(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("asked")
    chat.bot_says("noted", "record")
    (request,) = chat.case.requests
    assert (request.record, request.when, request.whom) == ("scans", "2026-03-02", "")
    chat.checklist_says(scans="asked")
    assert chat.group_of("scans") == "on_its_way"


def test_whom_they_asked_can_be_added_below_more(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/scans", "asked", "open/scans", "more", "whom")
    chat.bot_says("record_asked")
    chat.patient_writes("The records office, on Tuesday")
    chat.bot_says("request_noted")
    assert chat.case.answers["scans"].note == "The records office, on Tuesday"


def test_asked_for_is_remembered_even_if_the_patient_leaves_before_the_note(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("asked")
    chat.checklist_says(scans="asked")


@pytest.mark.parametrize(("why", "standing"), [("cannot_get", "cannot_get"), ("remind", "remind")])
def test_a_missing_record_has_a_reason(chat, why, standing):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing")
    chat.bot_says("record_missing")
    chat.bot_offers("asked", "letter", "hand_out", "remind", "go_on")
    chat.patient_presses(why)
    chat.checklist_says(scans=standing)
    assert chat.group_of("scans") == "missing"


def test_how_to_ask_is_said_at_once_and_asking_is_one_tap(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing")
    chat.checklist_says(scans="missing")
    chat.patient_presses("asked")
    chat.checklist_says(scans="asked")
    chat.patient_is_at("plan")


def test_a_step_where_one_looked_for_a_record_is_the_card_that_says_how_to_ask(chat):
    chat.patient_walks_to("scans")
    chat.at("scans.finding").patient_commands("start")
    chat.bot_says("record_missing")
    chat.patient_presses_data("scans.finding/asked")
    chat.checklist_says(scans="asked")


def test_remind_me_offers_reminders_once_and_then_goes_on(chat):
    chat.patient_walks_to("scans")
    chat.patient_presses("missing", "remind")
    chat.bot_says("reminders")
    chat.patient_presses("remind_yes", "reminders.zone/skip")
    chat.bot_says("record")
    chat.patient_is_at("plan")
    chat.patient_presses("missing", "plan.missing/remind")
    chat.patient_is_at("decision")


@pytest.mark.parametrize("answer", ["elsewhere", "unsure", "later"])
def test_the_slides_stay_on_the_road_while_the_report_is_not_here(chat, answer):
    chat.patient_walks_to("report")
    chat.patient_presses(answer)
    chat.patient_walks_on_to("slides")


@pytest.mark.parametrize(("never_was", "hangs_on_it"), [("report", "slides"), ("scans", "discs")])
def test_what_hangs_on_a_record_that_never_was_is_not_asked_for(chat, never_was, hangs_on_it):
    chat.patient_walks_to(never_was)
    chat.patient_presses("not_applicable")
    with pytest.raises(AssertionError, match="never reached"):
        chat.patient_walks_on_to(hangs_on_it)
    chat.checklist_says(discs="not_applicable" if hangs_on_it == "discs" else "later")


def test_rare_answers_wait_below_more_and_only_those_that_fit(chat):
    chat.patient_walks_to("discs")
    chat.bot_does_not_offer("elsewhere", "not_applicable", "send")
    chat.patient_presses("more")
    chat.bot_says("record_more")
    chat.bot_offers("elsewhere", "not_applicable", "later", "back")
    chat.bot_does_not_offer("cannot_get", "whom")


@pytest.mark.parametrize("record", ["report", "slides", "scans", "discs", "plan"])
def test_at_most_five_buttons_stand_below_a_record_however_it_stands(chat, record):
    for standing in ("", *GROUP_OF):
        for files in (False, True):
            chat.case = Case(keeps_files=True)
            if standing:
                chat.case = chat.case.answering(record, standing)
            if files:
                chat.case = chat.case.with_document(Document(1, "a", "a.pdf", record, "readable", 1))
            for step in (record, f"{record}.more", f"{record}.missing"):
                chat.at(step).patient_commands("start")
                assert sum(map(len, chat.shown[-1].buttons)) <= 5, (standing, files, step)


def test_the_last_record_leads_to_the_questions(chat):
    chat.patient_walks_to("discs")
    chat.patient_presses("unsure")
    chat.patient_is_at("questions")


def test_what_came_by_itself_is_confirmed_in_one_tap(chat):
    chat.patient_walks_to("report")
    chat.case = chat.case.with_document(Document(1, "a", "ct.pdf", "scans", "readable", 3, date="2026-02-28"))
    chat.patient_presses("asked")
    chat.patient_is_at("scans")
    assert chat.said("record").values["days"] == ("2026-02-28",)
    chat.bot_offers("all_here", "send_more")
    chat.patient_presses("all_here")
    chat.checklist_says(scans="received")
    chat.patient_is_at("plan")


def test_a_record_can_be_told_in_ones_own_words(chat):
    chat.patient_walks_to("plan")
    chat.patient_writes("Tamoxifen 20 mg a day for five years, Dr. Lee said in May")
    chat.bot_says("own_words_kept", "record")
    assert chat.said("record").values["own_words"].startswith("Tamoxifen 20 mg")
    chat.patient_is_at("plan")
    chat.checklist_says(plan="said")
    chat.patient_writes("and a bone scan every year")
    assert chat.case.own_words["plan"].text.splitlines()[1:] == ["and a bone scan every year"], "a line more, no other"
    chat.patient_writes("and a bone scan every year")
    assert len(chat.case.own_words["plan"].text.splitlines()) == 2, "what is sent twice is there once"
    chat.patient_presses("said")
    chat.patient_is_at("decision")
    assert chat.group_of("plan") == "ready"


def test_what_was_written_of_a_record_can_be_written_anew(chat):
    chat.patient_walks_to("plan")
    chat.patient_writes("Tamoxifen for five years")
    chat.patient_presses("more", "anew")
    assert not chat.case.own_words
    chat.patient_is_at("plan")
    chat.patient_writes("Tamoxifen for ten years")
    assert chat.case.own_words["plan"].text == "Tamoxifen for ten years"


@pytest.mark.parametrize("text", ["Is it bad?", "what stage am I", "am I going to die?"])
def test_a_question_is_never_kept_as_what_is_known_of_a_record(chat, text):
    chat.patient_walks_to("plan")
    chat.patient_writes(text)
    chat.bot_says("not_ours")
    assert not chat.case.own_words


def test_what_is_not_among_the_first_is_missing_with_one_tap_and_how_to_ask_waits_on_the_list():
    guide = replace(SMALL_GUIDE, start_with=("report", "scans"))
    chat = Chat(guide=guide)
    chat.patient_walks_to("plan")
    chat.patient_presses("missing")
    chat.checklist_says(plan="missing")
    assert chat.case.step != "plan.missing"
    chat.patient_walks_on_to("summary")
    chat.patient_presses("summary/review", "open/plan", "missing")
    chat.bot_says("record_missing")
