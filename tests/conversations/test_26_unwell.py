""" "I feel unwell" is in reach at every step, and below whatever we did not understand: no word has to be right."""

from __future__ import annotations

import pytest

from dialogs.asides import MENU
from tests import real
from tests.chat import Chat
from tests.conversations.listening import EVERY_STEP, stands_at

CONTENT = real.content()
MOST_BUTTONS = 5


@pytest.fixture
def chat() -> Chat:
    return Chat(ears=CONTENT.dialogue.ears)


@pytest.mark.parametrize("step", EVERY_STEP)
def test_at_every_step_one_tap_shows_where_help_is_and_another_leads_back(chat, step):
    stands_at(chat, step)
    before = chat.case
    for ask in (lambda: chat.patient_commands("unwell"), lambda: chat.patient_presses_data("aside/unwell")):
        ask()
        (said,) = chat.said_now()
        assert (said.name, said.stays, said.lead, said.replaces) == ("unwell", True, None, False)
        assert [button.data for row in said.buttons for button in row] == ["aside/here"]
        assert (chat.case.step, chat.case.texts, chat.case.answers) == (step, before.texts, before.answers)
    chat.patient_presses("here")
    chat.patient_is_at(step)


def test_it_says_so_in_every_language_that_is_heard(chat):
    chat.patient_commands("unwell")
    assert set(chat.said("unwell").values["lines"]) == set(CONTENT.dialogue.ears.lines.values())


def test_it_is_the_first_of_the_menu_and_of_help(chat):
    assert MENU[0] == next(name for name, _ in CONTENT.wording.commands()) == "unwell"
    chat.patient_commands("help")
    assert chat.said("help").buttons[0][0].data == "aside/unwell"


@pytest.mark.parametrize("step", ["welcome", "consent", "decision", "report", "report.asked", "date"])
def test_it_stands_beside_everything_we_did_not_understand(chat, step):
    for way in (
        lambda: chat.patient_writes("qwertz uiop", forwarded=True),
        lambda: chat.patient_sends_something_else("voice"),
        lambda: chat.patient_sends_something_else("location"),
        lambda: chat.patient_sends_something_else("sticker"),
        lambda: chat.patient_sends_something_else("contact"),
        lambda: chat.patient_edits_a_message("another word"),
    ):
        stands_at(chat, step)
        way()
        assert "aside/unwell" in chat.buttons()
        assert all(sum(map(len, say.buttons)) <= MOST_BUTTONS for say in chat.said_now())


@pytest.mark.parametrize(
    ("step", "text", "name"),
    [
        ("date", "when the swallows come back", "day_unclear"),
        ("reminders.zone", "by the sea", "zone_unclear"),
        ("review", "hmm tja", "text_unplaced"),
        ("packet.naming", "x" * 300, "too_long"),
    ],
)
def test_it_stands_beside_what_could_not_be_read(step, text, name):
    chat = Chat()
    chat.patient_walks_to("report")
    stands_at(chat, step)
    chat.patient_writes(text)
    chat.bot_says(name)
    chat.bot_offers("aside/unwell")


@pytest.mark.parametrize(
    "text", ["I feel unwell", "I don't feel well", "feeling very ill today", "I am unwell", "I feel sick"]
)
def test_in_plain_words_too(text):
    assert CONTENT.presses.asks_for(text) == "unwell"


@pytest.mark.parametrize(
    "text", ["I feel well", "My father felt unwell before the scan in May", "I was sick last year"]
)
def test_not_in_every_word_like_it(text):
    assert CONTENT.presses.asks_for(text) != "unwell"


def test_what_is_typed_after_it_is_no_answer(chat):
    chat.patient_walks_to("decision")
    chat.patient_commands("unwell")
    chat.patient_writes("It began an hour ago")
    assert chat.case.decision == ""
