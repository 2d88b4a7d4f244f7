"""Suggestions: one at a time, one tap each, silent when unsure, never in the way."""

import pytest

from dialogs.case.facts import Facts
from dialogs.roads.files.suggesting import IN_A_ROW

POINTERS = ("compared with CT of 03/05", "addendum to follow", "outside slides", "sent for molecular testing")


def answer(chat, what):
    chat.patient_presses_data(f"aside/hint/{chat.case.hint}/{what}")


def test_a_suggestion_comes_when_the_last_file_of_a_batch_was_looked_at(sending):
    first, second = sending.patient_uploads("a.pdf", "b.pdf")
    sending.bot_has_looked_at(first, facts=Facts(status="preliminary"))
    assert sending.hints() == []
    sending.bot_has_looked_at(second)
    assert sending.hints() == ["preliminary"]
    assert sending.said("suggestion").quiet
    assert not sending.said("suggestion").replaces, "it is a message of its own"
    sending.patient_is_at("report.sending")


def test_a_suggestion_to_move_a_file_that_was_made_before_still_moves_it_and_undo_brings_it_back(sending):
    sending.patient_sends("a.pdf", facts=Facts(record="plan"))
    sending.patient_presses_data("aside/hint/looks_like.1/yes")
    sending.bot_says("file_moved")
    sending.bot_keeps(plan=1)
    sending.patient_is_at("report.sending")
    sending.patient_presses("undo/1")
    sending.bot_says("file_undone")
    sending.bot_keeps(report=1, plan=0)
    sending.patient_commands("files")
    assert sending.said("files").values["hints"] == 0, "who took it back is not asked again"


def test_a_suggestion_that_was_left_never_comes_again(sending):
    sending.patient_sends("a.pdf", facts=Facts(status="preliminary"))
    answer(sending, "no")
    sending.bot_says("left_as_it_is")
    sending.patient_sends("b.pdf")
    assert sending.hints() == []
    sending.bot_keeps(report=2)


def test_not_now_keeps_it_for_later(sending):
    sending.patient_sends("a.pdf", facts=Facts(status="preliminary"))
    answer(sending, "later")
    sending.bot_says("hints_later")
    sending.patient_commands("files")
    sending.bot_offers("hints")
    sending.patient_presses("aside/hints")
    assert sending.hints() == ["preliminary"]


def test_the_next_one_follows_only_an_answer_and_at_most_three_come_in_a_row(sending):
    sending.patient_sends("a.pdf", facts=Facts(pointers=POINTERS))
    assert sending.hints() == ["pointer"]
    seen = 1
    while sending.case.hint:
        answer(sending, "no")
        seen += len(sending.hints())
    assert seen == IN_A_ROW
    sending.bot_says("hints_later")
    assert sending.said("hints_later").values["hints"] == len(POINTERS) - IN_A_ROW


def test_while_one_waits_for_its_answer_no_other_comes(sending):
    sending.patient_sends("a.pdf", facts=Facts(status="preliminary"))
    sending.patient_sends("b.pdf", facts=Facts(status="preliminary"))
    assert sending.hints() == []
    answer(sending, "no")
    assert sending.hints() == ["preliminary"]


def test_who_does_not_answer_goes_on_as_if_nothing_had_been_asked(sending):
    sending.patient_sends("a.pdf", facts=Facts(status="preliminary"))
    sending.patient_presses("report.sending/done")
    sending.patient_is_at("scans")


@pytest.mark.parametrize("data", ["looks_like.1/yes", "looks_like.9/yes", "nonsense/yes", "looks_like.1/nonsense", "/"])
def test_old_and_broken_buttons_are_harmless(sending, data):
    sending.patient_sends("a.pdf", facts=Facts(record="plan"))
    sending.patient_presses("sorted_yes")
    sending.patient_presses_data(f"aside/hint/{data}")
    sending.bot_says("old_button")
    sending.bot_keeps(plan=1)


def test_a_second_copy_is_deleted_only_after_the_question_every_deletion_asks(sending):
    sending.patient_sends("a.pdf", digest="d" * 32)
    sending.patient_sends("again.pdf", digest="d" * 32)
    assert sending.hints() == ["same_file"]
    answer(sending, "yes")
    sending.bot_says("files_deleting")
    sending.bot_erases()
    sending.patient_presses("erase_yes")
    sending.bot_erases(2)
    sending.patient_presses("files/back")
    sending.patient_is_at("report")


def test_what_may_be_the_same_report_leads_to_a_look_at_it_and_never_straight_to_its_deletion(sending):
    facts = Facts(date="2026-02-12", identifiers=("S26-1",))
    sending.patient_sends("a.pdf", facts=facts)
    sending.patient_sends("again.pdf", facts=facts)
    assert sending.hints() == ["same_report"]
    answer(sending, "yes")
    sending.bot_says("files_one")
    sending.bot_does_not_offer("erase_yes")
    sending.bot_erases()


def test_two_scans_that_are_not_surely_one_report_are_left_in_peace(sending):
    words = tuple(range(1, 33))
    sending.patient_sends("march.pdf", facts=Facts(fingerprint=words, identifiers=("A1",)))
    sending.patient_sends("june.pdf", facts=Facts(fingerprint=words, identifiers=("A2",)))
    sending.patient_sends("july.pdf", facts=Facts(fingerprint=words))
    assert sending.hints() == []


def test_a_blurred_photo_is_sent_again_and_takes_the_place_of_the_old_one(sending):
    sending.patient_sends("", remarks=("blurred",), kind="jpeg")
    assert sending.hints() == ["unclear"]
    answer(sending, "yes")
    sending.patient_is_at("files.replacing")
    sending.patient_sends("sharp.jpg", kind="jpeg")
    sending.bot_erases(1)
    sending.bot_keeps(report=1)


def test_a_date_that_was_not_found_can_be_added(sending):
    sending.patient_sends("a.pdf", facts=Facts(record="report", patient="Ana Bell"))
    assert sending.hints() == ["no_date"]
    answer(sending, "yes")
    sending.patient_is_at("files.dating")
    sending.patient_writes("1 February 2026")
    assert sending.case.document(1).date == "2026-02-01"


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        (Facts(status="preliminary"), "preliminary"),
        (Facts(pages_missing=(2,)), "pages_missing"),
        (Facts(pointers=("outside slides",)), "pointer"),
    ],
)
def test_what_has_to_be_asked_for_is_told_who_has_it(sending, facts, kind):
    sending.patient_sends("a.pdf", facts=facts)
    assert sending.hints() == [kind]
    answer(sending, "yes")
    sending.bot_says("record_finding")
    sending.patient_is_at("report.sending")


def test_an_old_paper_is_mentioned_once_and_neutrally(chat):
    chat.patient_walks_to("scans")
    chat.patient_sends("ct.pdf", facts=Facts(date="2025-03-01"))
    assert chat.hints() == ["older"]
    answer(chat, "no")
    chat.patient_sends("b.pdf", facts=Facts(date="2025-02-01"))
    assert chat.hints() == []


def test_a_suggestion_about_a_file_deleted_meanwhile_is_over(sending):
    sending.patient_sends("a.pdf", facts=Facts(status="preliminary"))
    key = sending.case.hint
    sending.patient_commands("files")
    sending.patient_presses("look/1", "erase", "erase_yes")
    sending.patient_presses_data(f"aside/hint/{key}/yes")
    sending.bot_says("old_button")


def test_a_case_without_anything_to_say_is_silent(sending):
    sending.patient_sends("a.pdf", facts=Facts(record="report", patient="Ana Bell", date="2026-02-01"))
    assert sending.hints() == []
    sending.patient_presses_data("aside/hints")
    sending.bot_says("old_button")
