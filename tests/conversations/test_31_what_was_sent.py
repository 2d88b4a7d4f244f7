"""After the packet: what was sent where and how, whether it is there and opens, and what came of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.checklist.shown import summary_values
from dialogs.effects import SendPaper
from dialogs.events import WentAway
from tests.chat import Chat
from tests.conversations.places import GUIDE


@pytest.fixture
def chat() -> Chat:
    """A patient whose records go to one place, at the end of the walk."""
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("destination")
    chat.patient_writes("north")
    chat.patient_presses("destination/go_on")
    chat.patient_walks_on_to("summary")
    return chat


def sends(chat: Chat, what: str = "packet") -> None:
    chat.patient_presses_data("aside/deliveries")
    chat.patient_presses_data(f"deliveries/sent/{what}")


def test_what_was_sent_is_told_in_two_taps_how_as_they_say_first(chat):
    sends(chat)
    chat.bot_says("deliveries_how")
    moves = [button.label for row in chat.said("deliveries_how").buttons for button in row]
    assert moves[:2] == ["way.portal", "way.courier"], "as the destination says"
    chat.patient_presses("by/portal")
    (delivery,) = chat.case.deliveries
    assert (delivery.destination, delivery.what, delivery.how, delivery.sent) == (
        *("north", "packet", "portal"),
        chat.now.date().isoformat(),
    )
    chat.patient_writes("ask for Ms. Lee")
    chat.patient_presses("deliveries.one/got_it")
    (delivery,) = chat.case.deliveries
    assert delivery.arrived
    assert delivery.reference == "ask for Ms. Lee"
    chat.bot_does_not_offer("deliveries.one/got_it", "deliveries.one/came_back")


def test_where_is_asked_only_where_there_are_several_places(chat):
    chat.case = replace(chat.case, destinations=("north", "south"), destination="Dr. Wu at home")
    sends(chat)
    chat.bot_says("deliveries_where")
    chat.bot_offers("to/north", "to/south", "to/another")
    chat.patient_presses("to/another", "skip")
    assert (chat.case.deliveries[0].destination, chat.case.deliveries[0].how) == ("", "")


def test_a_disc_of_images_is_followed_there_and_back(chat):
    sends(chat, "images")
    chat.patient_presses("by/courier", "got_it", "came_back")
    (disc,) = chat.case.deliveries
    assert (disc.how, disc.arrived, disc.returned) == ("courier", *[chat.now.date().isoformat()] * 2)
    assert not chat.case.slides_returned, "slides are another matter"
    chat.bot_does_not_offer("got_it", "came_back")


def test_slides_come_back_and_what_was_noted_by_mistake_goes(chat):
    sends(chat, "slides")
    chat.patient_presses("by/courier", "came_back")
    assert chat.case.deliveries[0].returned
    assert chat.case.slides_returned
    chat.patient_presses("deliveries.one/back", "sent_more", "sent/packet", "by/email", "deliveries.one/withdraw")
    assert [each.what for each in chat.case.deliveries] == ["slides"]
    chat.patient_presses("deliveries/done")
    chat.patient_is_at("summary")
    chat.bot_offers("aside/afterwards")


def test_slides_that_were_sent_are_on_loan_until_all_of_them_are_back(chat):
    for _ in range(2):
        sends_one_more(chat, "slides")
    chat.patient_presses("came_back")
    assert on_the_page_to_take_back(chat) == ["slides"], "the others are still there"
    chat.patient_presses_data("aside/afterwards")
    chat.patient_presses("after/yes", "after.outcome/skip")
    assert chat.said("after_done").values == {"slides": True, "returned": False}
    chat.patient_presses("given_back")
    assert on_the_page_to_take_back(chat) == []
    assert all(each.returned for each in chat.case.deliveries)
    sends_one_more(chat, "slides")
    assert on_the_page_to_take_back(chat) == ["slides"]


def sends_one_more(chat: Chat, what: str) -> None:
    chat.patient_presses_data("aside/deliveries")
    chat.patient_presses_data(f"deliveries/sent/{what}")
    chat.patient_presses_here("skip")


def on_the_page_to_take_back(chat: Chat) -> list[str]:
    chat.patient_presses_data("aside/back_page")
    (page,) = (effect for effect in chat.turn.effects if isinstance(effect, SendPaper))
    return list(page.values["loans"])


def test_an_old_button_of_one_that_is_gone_changes_nothing(chat):
    sends(chat)
    chat.patient_presses("by/email")
    chat.patient_presses("deliveries.one/withdraw")
    before = chat.case
    for data in ("deliveries.one@1/got_it", "deliveries/look/1", "deliveries.how@1/by/pigeon", "deliveries/sent/cake"):
        chat.patient_presses_data(data)
        assert chat.case.deliveries == before.deliveries == ()
        assert chat.said_now()


def test_a_line_that_is_too_long_is_asked_for_again_and_nothing_is_lost(chat):
    sends(chat)
    chat.patient_presses("by/email")
    chat.patient_writes("7" * 61)
    chat.bot_says("too_long", "deliveries_one")
    assert len(chat.case.deliveries) == 1


def reminded(chat: Chat) -> None:
    chat.patient_commands("date")
    chat.patient_presses("month/2026-03", "day/2026-03-20")
    chat.patient_commands("remind")
    chat.patient_presses("remind_yes")
    chat.patient_writes("London")
    for record in ("report", "scans", "slides"):
        chat.case = chat.case.answering(record, "have")


def test_it_is_asked_once_before_the_day_whether_it_is_there(chat):
    sends(chat)
    chat.patient_presses("by/email")
    reminded(chat)
    assert chat.days_pass(12) == []
    assert chat.days_pass(4) == ["reminder"], "five days before the visit, once"
    chat.patient_presses("note/sent.1/show")
    chat.bot_says("note_delivery")
    chat.bot_does_not_say("note_missing")
    chat.patient_presses("note/sent.1/have")
    chat.bot_says("note_there")
    assert chat.case.deliveries[0].arrived


@pytest.mark.parametrize("known", ["got_it", "withdraw"])
def test_it_is_not_asked_of_what_is_known_to_be_there_or_was_never_sent(chat, known):
    sends(chat)
    chat.patient_presses("by/email", f"deliveries.one/{known}")
    reminded(chat)
    assert chat.days_pass(17) == []


def test_a_patient_who_blocked_us_is_asked_later(chat):
    sends(chat)
    chat.patient_presses("by/email")
    reminded(chat)
    chat.days_pass(16)
    assert chat.case.deliveries[0].told
    chat.happens(WentAway(chat.now, unsaid="reminder"))
    assert not chat.case.deliveries[0].told


def test_the_summary_to_the_patient_has_both_halves_and_the_one_for_a_doctor_has_not(chat):
    sends(chat)
    chat.patient_presses("by/email")
    assert summary_values(chat.guide, chat.case)["deliveries"] == chat.case.deliveries


def test_from_the_sent_packet_it_is_one_tap(chat):
    chat.patient_commands("requests")
    chat.bot_offers("requests/deliveries")
    chat.patient_presses("requests/deliveries")
    chat.patient_is_at("deliveries")


# What it came to


def an_opinion_came(chat: Chat) -> None:
    chat.patient_commands("summary")
    chat.bot_offers("aside/afterwards")
    chat.patient_presses("aside/afterwards", "after/yes")


def test_who_sent_nothing_and_has_no_day_is_not_asked_for_an_opinion(chat):
    chat.patient_commands("summary")
    chat.bot_does_not_offer("aside/afterwards")


@pytest.mark.parametrize("outcome", ["agrees", "more_tests"])
def test_what_an_opinion_comes_to_is_one_tap(chat, outcome):
    sends(chat)
    an_opinion_came(chat)
    chat.bot_says("after_outcome")
    chat.patient_presses(outcome)
    chat.bot_says("after_done")
    (opinion,) = chat.case.opinions
    assert (opinion.destination, opinion.outcome) == ("north", outcome)
    chat.bot_does_not_offer("one_more_opinion")


def test_opinions_that_differ_become_questions_and_nothing_else(chat):
    sends(chat)
    an_opinion_came(chat)
    chat.patient_presses("differs")
    chat.bot_says("after_differs")
    chat.bot_offers("bring/differ_why", "bring/differ_change")
    chat.patient_presses("bring/differ_why")
    chat.patient_writes("Why not surgery first?")
    assert [each.example or each.text for each in chat.case.questions] == ["differ_why", "Why not surgery first?"]
    chat.bot_does_not_offer("bring/differ_why")
    chat.patient_presses("after.differs/done")
    chat.bot_says("after_done")


def test_of_several_each_is_told_by_itself_and_none_has_to_be(chat):
    sends(chat)
    chat.case = replace(chat.case, destinations=("north", "south"))
    an_opinion_came(chat)
    chat.bot_says("after_whose")
    chat.patient_presses("of/south", "agrees", "one_more_opinion")
    chat.bot_says("after_outcome")
    chat.patient_presses("after.outcome/skip")
    assert [(each.destination, each.outcome) for each in chat.case.opinions] == [("south", "agrees"), ("north", "")]
    chat.patient_presses("back_page")
    (page,) = (effect for effect in chat.turn.effects if isinstance(effect, SendPaper))
    assert [each.destination for each in page.values["opinions"]] == ["south"], "what was not said is not told"
