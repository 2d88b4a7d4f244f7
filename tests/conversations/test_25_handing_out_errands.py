"""A patient hands one record to a helper, sees who did what, and can take it back."""

import pytest

from dialogs.roads.errands.events import OwnLink
from dialogs.roads.errands.screens import MOST
from tests.chat import SMALL_GUIDE
from tests.conversations.errands import ended, errands, hands_out, is_as_it_was, shared


def test_an_errand_begins_at_the_checklist(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("checklist")
    chat.patient_presses("hand_out")
    chat.bot_says("errands")
    chat.patient_presses("errands/new")
    chat.bot_says("errands_new")


def test_giving_one_makes_one_link_and_changes_nothing_else(chat):
    chat.patient_walks_to("scans")
    before = chat.case.answers
    hands_out(chat, "report")
    chat.bot_says("errands_given")
    assert shared(chat) == [1]
    assert errands(chat) == [("report", "offered", "")]
    assert chat.case.answers == before


def test_leaving_the_errands_leads_back_to_where_the_patient_was(chat):
    chat.patient_walks_to("scans")
    hands_out(chat, "report")
    chat.patient_presses("errands/list", "errands/done")
    chat.patient_is_at("scans")


def test_cancel_leaves_the_errands(chat):
    chat.patient_walks_to("scans")
    chat.patient_commands("errands")
    chat.patient_commands("cancel")
    chat.patient_is_at("scans")


def test_only_what_somebody_could_fetch_is_offered(chat):
    chat.patient_walks_to("summary")
    chat.case = chat.case.answering("report", "asked").answering("scans", "not_applicable").answering("plan", "have")
    chat.case = chat.case.answering("discs", "elsewhere")
    chat.patient_commands("errands")
    chat.patient_presses("errands/new")
    chat.bot_offers("give/report", "give/discs")
    chat.bot_does_not_offer("give/scans", "give/plan")


def test_what_is_given_is_not_given_twice(chat):
    chat.patient_walks_to("scans")
    hands_out(chat, "report")
    chat.patient_presses_data("errands/give/report")
    chat.bot_says("old_button")
    assert len(chat.case.errands) == 1


@pytest.mark.parametrize(
    "data", ["give/unheard_of", "give/", "look/9", "look/x", "end/9", "here/1", "not_yet/1", "look"]
)
def test_a_button_of_the_errands_that_means_nothing_answers_kindly(chat, data):
    chat.patient_walks_to("scans")
    hands_out(chat, "report")
    before = chat.case
    chat.patient_presses_data(f"errands/{data}")
    chat.bot_says("old_button")
    assert is_as_it_was(chat, before)


def test_the_list_holds_a_few(chat):
    chat.patient_walks_to("scans")
    for _ in range(MOST):
        helper = hands_out(chat, "report")
        helper.opens_the_link()
        helper.presses("return")
    chat.patient_commands("errands")
    chat.bot_does_not_offer("new")
    chat.patient_presses_data("errands/give/report")
    chat.bot_says("old_button")
    assert len(chat.case.errands) == MOST


def test_before_the_consent_there_are_no_errands(chat):
    chat.patient_commands("errands")
    chat.bot_says("welcome")


def test_their_own_link_is_not_used_up(chat):
    chat.patient_walks_to("scans")
    hands_out(chat, "report")
    before = chat.case
    chat.happens(OwnLink(chat.now))
    chat.bot_says("errands_own_link")
    assert is_as_it_was(chat, before)


def test_taking_it_back_ends_link_and_buttons(chat, helper):
    chat.patient_presses("errands/list", "errands/look/1", "errands/end/1")
    chat.bot_says("errand_ended", "errands")
    assert ended(chat) == [1]
    helper.presses("done")
    helper.bot_says("errand_gone")
    assert errands(chat) == []


def test_an_errand_whose_record_left_the_guide_can_not_be_opened(chat):
    chat.patient_walks_to("scans")
    helper = hands_out(chat, "report")
    chat.guide = type(SMALL_GUIDE)(SMALL_GUIDE.records[2:], "scans", ("scans",))
    chat.__post_init__()
    helper.opens_the_link()
    helper.bot_says("errand_gone")
    chat.patient_commands("errands")
    chat.bot_does_not_offer("look/1")
