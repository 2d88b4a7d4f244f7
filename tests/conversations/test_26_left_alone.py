"""A wish to be left alone or forgotten, and a death, are met at once; no word written brings a reminder nearer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.roads.reminders import schedule
from tests.chat import Chat
from tests.conversations.listening import EVERY_STEP, listened_to, stands_at

STOP = ["STOP", "Stop.", "please stop these messages", "stop it", "leave me alone", "unsubscribe", "sotp", "alto"]
DIED = ["stop, he has died", "She passed away this morning.", "My father is dead", "my father died on Monday"]
DELETE = ["delete everything please", "Erase my data!", "forget me", "Please delete all my files"]


@pytest.fixture
def chat() -> Chat:
    return listened_to()


@pytest.mark.parametrize("step", EVERY_STEP)
def test_stop_ends_the_reminders_at_once_at_every_step(reminded, step):
    stands_at(reminded, step)
    text = "STOP"
    before = reminded.case.decision, reminded.case.questions, reminded.case.answers
    reminded.patient_writes(text)
    assert [say.name for say in reminded.turn.effects] == ["stopped"]
    assert schedule.due(reminded.case) is None
    assert (reminded.case.decision, reminded.case.questions, reminded.case.answers) == before
    reminded.patient_is_at(step)
    assert reminded.days_pass(365) == []


@pytest.mark.parametrize("text", STOP)
def test_stop_in_many_words(reminded, text):
    reminded.patient_writes(text)
    reminded.bot_says("stopped")
    assert reminded.turn.effects[0].quiet
    assert schedule.due(reminded.case) is None


@pytest.mark.parametrize("text", DIED)
@pytest.mark.parametrize("step", ["welcome", "decision", "report", "report.asked", "files.password", "questions"])
def test_a_death_is_met_with_one_quiet_sentence_and_the_offer_to_delete(reminded, text, step):
    """By whoever gathers the records of another."""
    stands_at(reminded, step)
    reminded.case = replace(reminded.case, for_another=True)
    reminded.patient_writes(text)
    (said,) = reminded.turn.effects
    assert (said.name, said.quiet, said.replaces, said.lead) == ("gone", True, False, None)
    assert [button.data for row in said.buttons for button in row] == ["aside/delete"]
    assert schedule.due(reminded.case) is None
    reminded.patient_presses("aside/delete")
    reminded.bot_says("delete_confirm")


@pytest.mark.parametrize("text", DELETE)
@pytest.mark.parametrize("step", ["welcome", "decision", "report", "report.asked", "files.password", "questions"])
def test_a_wish_to_be_forgotten_is_asked_about_once_more(chat, text, step):
    stands_at(chat, step)
    chat.patient_writes(text)
    chat.bot_says("delete_confirm")
    chat.bot_does_not_say("text_unplaced")
    chat.patient_presses("delete_yes")
    assert chat.forgotten


def test_both_in_one_message(reminded):
    reminded.patient_writes("My mother died yesterday. Please delete everything.")
    assert [say.name for say in reminded.turn.effects] == ["gone", "delete_confirm"]
    assert schedule.due(reminded.case) is None


@pytest.mark.parametrize(
    "text",
    [
        "do not stop the chemo?",
        "Should I stop tamoxifen?",
        "Whether to stop treatment now",
        "The surgeon told us to stop. What would you do next?",
        "My mother died of breast cancer when I was ten. Should I have a mastectomy?",
        "Delete one of the two lesions on the list or treat both",
    ],
)
def test_what_only_sounds_like_it_is_the_answer_it_is(reminded, text):
    stands_at(reminded, "decision")
    reminded.patient_writes(text)
    if "text/records" in reminded.buttons():  # the model was not sure: one tap, and it is
        reminded.patient_presses("text/records")
    reminded.bot_says("decision_noted")
    assert schedule.due(reminded.case)


def test_what_may_be_a_death_is_not_taken_for_one_and_one_tap_ends_the_reminders(reminded):
    stands_at(reminded, "decision")
    reminded.patient_writes("mom is gone")
    reminded.bot_says("lost")
    assert reminded.case.decision == ""
    assert schedule.due(reminded.case)
    reminded.patient_presses("aside/stop")
    reminded.bot_says("reminders_stopped")
    assert schedule.due(reminded.case) is None


@pytest.mark.parametrize("words", ["a line of text", "I am still waiting for the report", "not now"])
def test_writing_never_brings_a_reminder_nearer(reminded, words):
    assert reminded.days_pass(3) == ["reminder"]
    due = schedule.due(reminded.case)
    for step in ("report", "decision", "questions"):
        stands_at(reminded, step)
        reminded.now += timedelta(minutes=1)
        reminded.patient_writes(words)
        reminded.patient_edits_a_message(words)
        reminded.patient_sends_something_else("voice")
        reminded.patient_commands("nothing", "nothing at all")
        assert schedule.due(reminded.case) == due
