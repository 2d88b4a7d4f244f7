"""A helper sees one errand, and what becomes of what they send and say."""

import pytest

from dialogs.content.ears import read_ears
from dialogs.effects import TellHelper
from tests.chat import Chat
from tests.content.conftest import FOLDER
from tests.conversations.errands import ended, errands, hands_out
from tests.helping_hand import Helper


def test_the_helper_sees_one_card_and_what_becomes_of_what_they_send(chat, helper):
    helper.bot_says("errand_hello", "errand_card")
    helper.is_offered("done", "send", "return")
    assert helper.said[1].values == {"record": "report", "takes_files": True}


def test_the_patient_is_told_without_a_sound_and_without_the_records_name(chat, helper):
    told = chat.said("errand_taken")
    assert told.quiet
    assert told.values == {"helper": "Mia"}
    chat.patient_presses("errand/1")
    chat.bot_says("errands_one")
    assert errands(chat) == [("report", "taken", "Mia")]


def test_what_the_helper_calls_done_is_asked_of_the_patient(chat, helper):
    before = chat.case.answers
    helper.presses("done")
    helper.bot_says("errand_thanks")
    chat.bot_says("errand_done")
    assert chat.case.answers == before, "a helper's word alone changes no line of the checklist"
    chat.patient_presses("errand/1")
    chat.bot_offers("here/1", "asked/1", "not_yet/1")


@pytest.mark.parametrize(("move", "standing"), [("here", "elsewhere"), ("asked", "asked"), ("not_yet", "later")])
def test_what_is_true_now_is_the_patients_to_say(chat, helper, move, standing):
    helper.presses("done")
    chat.patient_presses("errand/1", f"errands/{move}/1")
    chat.bot_says("noted", "errands")
    chat.checklist_says(report=standing)
    assert ended(chat) == [1]
    assert errands(chat) == []


def test_a_file_of_the_helper_is_kept_with_the_record_and_has_its_receipt(chat, helper):
    document = helper.sends("report.pdf")
    helper.bot_says("errand_card", "errand_passed_on")
    chat.bot_says("errand_file", "receipt")
    chat.patient_is_at("errands")
    chat.bot_has_looked_at(document)
    chat.bot_keeps(report=1)
    chat.checklist_says(report="received")


def test_a_file_that_cannot_be_read_is_told_to_the_helper_and_not_twice_to_the_patient(chat, helper):
    helper.hears_of_the_file(helper.sends("report.pdf"), "locked")
    helper.bot_says("errand_unreadable")
    assert [(say.name, say.moves) for say in chat.said_now()] == [("receipt", False)]


def test_once_the_errand_is_over_such_a_file_is_told_to_the_patient(chat, helper):
    document = helper.sends("report.pdf")
    helper.presses("done")
    chat.bot_has_looked_at(document, "locked")
    assert [(say.name, say.moves) for say in chat.said_now()] == [("receipt", True)]
    assert not [effect for effect in chat.turn.effects if isinstance(effect, TellHelper)]


def test_a_file_over_telegrams_limit_is_told_at_once(chat, helper):
    assert helper.sends("disc.zip", size=(20 << 20) + 1) == 0
    helper.bot_says("errand_card", "errand_unreadable")
    assert chat.case.documents == ()


def test_a_record_that_is_never_uploaded_takes_no_file(chat):
    chat.patient_walks_to("summary")
    helper = hands_out(chat, "discs")
    helper.opens_the_link()
    helper.is_offered("done", "return")
    helper.sends("disc.zip")
    helper.bot_says("errand_card", "errand_no_files")
    assert chat.case.documents == ()


def test_a_patient_who_keeps_no_files_gets_none_from_a_helper(chat, helper):
    chat.patient_commands("privacy")
    chat.patient_presses("aside/checklist_only")
    helper.presses("send")
    helper.bot_says("errand_card", "errand_no_files")
    helper.sends("report.pdf")
    helper.bot_says("errand_card", "errand_no_files")
    assert chat.case.documents == ()


def test_a_helper_who_cannot_do_it_says_so(chat, helper):
    helper.presses("return")
    helper.bot_says("errand_given_back")
    chat.bot_says("errand_returned")
    chat.patient_commands("errands")
    chat.patient_presses("errands/new")
    chat.bot_offers("give/report")


@pytest.mark.parametrize("act", [Helper.sends_a_sticker, lambda helper: helper.writes("hello")])
def test_whatever_else_a_helper_sends_shows_the_card_again(chat, helper, act):
    before = chat.case
    act(helper)
    helper.bot_says("errand_card", "errand_only")
    assert chat.case == before


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("I cannot breathe", "emergency"), ("She has a fever of 39 and chills since her chemo", "errand_call_team")],
)
def test_a_helpers_words_are_looked_at_first_and_the_answer_names_no_illness(text, outcome):
    chat = Chat(ears=read_ears(FOLDER))
    chat.patient_walks_to("scans")
    helper = hands_out(chat, "report")
    helper.opens_the_link()
    helper.writes(text)
    helper.bot_says(outcome)
    assert helper.said[0].stays
    helper.sends("report.pdf", caption=text)
    helper.bot_says("errand_card", "errand_passed_on", outcome)
    helper.presses("see")
    helper.bot_says("errand_card")


def test_a_helper_finds_help_too(chat, helper):
    before = chat.case
    helper.sends_a_sticker()
    assert "aside/unwell" in [button.data for say in helper.said for row in say.buttons for button in row]
    helper.commands("unwell")
    helper.bot_says("errand_unwell")
    helper.presses("see")
    helper.bot_says("errand_card")
    assert chat.case == before


def test_a_helper_who_leaves_takes_their_name_along(chat, helper):
    helper.leaves()
    chat.bot_says("errand_left")
    assert errands(chat) == [("report", "returned", "")]


@pytest.mark.parametrize("opened", [True, False])
def test_when_its_time_has_passed_it_is_over_for_both(chat, opened):
    chat.patient_walks_to("scans")
    helper = hands_out(chat, "report")
    if opened:
        helper.opens_the_link()
    helper.lets_time_pass()
    chat.bot_says("errand_over")
    chat.bot_offers("hand_out")
    chat.bot_does_not_offer("errand/1")
    assert errands(chat) == []
    helper.presses("done")
    helper.bot_says("errand_gone")


def test_what_is_settled_goes_quietly_when_its_time_has_passed(chat, helper):
    helper.presses("return")
    helper.lets_time_pass()
    chat.bot_says_nothing()
    assert errands(chat) == []


def test_a_patient_who_is_away_stays_away_whatever_a_helper_does(chat, helper):
    chat.patient_goes_away()
    helper.presses("done")
    assert not chat.case.reachable


def test_nothing_comes_of_an_errand_that_is_not_there_any_more(chat, helper):
    chat.patient_presses("errands/list", "errands/look/1", "errands/end/1")
    before = chat.case
    helper.leaves()
    chat.bot_says_nothing()
    assert chat.case == before
