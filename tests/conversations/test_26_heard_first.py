"""Before anything is answered, everything is heard: what must not wait, a wish to be left alone, a death."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.effects import Say
from dialogs.journey.machine import Journey
from dialogs.roads.every import ROADS
from dialogs.roads.reminders import schedule
from tests import real
from tests.chat import SMALL_GUIDE, Chat

EVERY_STEP = Journey(SMALL_GUIDE, ROADS).steps
STOP = ["STOP", "Stop.", "please stop these messages", "stop it", "leave me alone", "unsubscribe", "sotp", "basta"]
DIED = ["stop, he has died", "She passed away this morning.", "My father is dead", "my father died on Monday"]
DELETE = ["delete everything please", "Erase my data!", "forget me", "Please delete all my files"]


@pytest.fixture
def chat() -> Chat:
    """A patient of the small guide, with the real words that are listened for."""
    return Chat(ears=real.content().dialogue.ears, plain_words=real.content().dialogue.said)


@pytest.fixture
def reminded(chat: Chat) -> Chat:
    chat.patient_walks_to("reminders")
    chat.patient_presses("every_3_days")
    chat.patient_writes("Berlin")
    return chat


def stands_at(chat: Chat, step: str) -> None:
    keeps = None if step in ("welcome", "consent") else True
    chat.case = replace(chat.case, step=step, returns_to=(), keeps_files=keeps, asked="")


# Stop


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
    stands_at(reminded, step)
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
    reminded.bot_says("text_unplaced")
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


# Heard first


@pytest.mark.parametrize("step", EVERY_STEP)
def test_every_kind_of_message_is_heard_at_every_step(chat, step):
    cry = "I cannot breathe"
    for way in (
        lambda: chat.patient_writes(cry),
        lambda: chat.patient_writes(cry, forwarded=True),
        lambda: chat.patient_writes("look", quote=cry),
        lambda: chat.patient_commands("i", "i cannot breathe"),
        lambda: chat.patient_commands("help", f"help {cry}"),
        lambda: chat.patient_uploads("a.jpg", caption=cry),
        lambda: chat.patient_sends_something_else("video", cry),
        lambda: chat.patient_edits_a_message(cry),
    ):
        stands_at(chat, step)
        way()
        said = chat.said("emergency")
        assert (said.stays, said.lead, said.replaces, said.slot) == (True, None, False, "")
        assert [button.data for row in said.buttons for button in row] == ["aside/here"]
        leads = [say.lead.name for say in chat.turn.effects if isinstance(say, Say) and say.lead]
        assert "emergency" not in leads


def test_a_file_arrives_whatever_is_written_under_it(chat):
    chat.patient_walks_to("report")
    chat.patient_uploads("a.jpg", caption="I cannot breathe")
    chat.bot_says("emergency", "receipt")


@pytest.mark.parametrize("name", ["stop", "STOP", "unsubscribe", "quit"])
def test_a_word_with_a_slash_before_it_is_a_word(reminded, name):
    reminded.patient_commands(name.lower())
    reminded.bot_says("stopped")


def test_a_command_of_ours_is_a_command(reminded):
    reminded.patient_commands("delete")
    reminded.bot_says("delete_confirm")
    reminded.patient_commands("help")
    reminded.bot_says("help")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("no puedo respirar", "emergency"),
        ("Me ahogo!!", "emergency"),
        ("tengo mucha fiebre, 39", "call_team"),
        ("Sangro mucho", "emergency"),
        ("tengo fiebre de 39", "call_team"),
        ("mi madre tiene fiebre de 38,4", "call_team"),
        ("لا أستطيع التنفس", "emergency"),
        ("ألم شديد في الصدر", "emergency"),
        ("حرارتي ٣٨٫٥", "call_team"),
    ],
)
@pytest.mark.parametrize("step", ["welcome", "decision", "report"])
def test_the_plainest_cries_are_heard_in_other_languages(chat, text, outcome, step):
    stands_at(chat, step)
    chat.patient_writes(text)
    assert chat.said(outcome).values["line"], "one line of it in that language"


@pytest.mark.parametrize("step", ["welcome", "consent"])
def test_before_consent_what_is_not_understood_is_answered_beside_the_step(chat, step):
    stands_at(chat, step)
    chat.patient_writes("ich verstehe nicht")
    chat.bot_says("please_tap", step)


# The newest question


def test_a_text_below_the_question_what_a_file_is_is_not_the_decision(chat):
    chat.patient_walks_to("decision")
    chat.patient_sends("a.pdf", "b.pdf")
    chat.bot_says("receipt", "sort_one")
    chat.patient_writes("The first one is pathology and the second is labs")
    chat.bot_says("text_unplaced")
    chat.bot_offers("text/answer")
    assert chat.case.decision == ""
    chat.patient_commands("start")
    chat.patient_writes("Surgery or radiation first")
    assert chat.case.decision == "Surgery or radiation first"


def test_neither_is_one_below_a_reminder(reminded):
    stands_at(reminded, "decision")
    reminded.patient_commands("start")
    assert reminded.days_pass(3) == ["reminder"]
    reminded.patient_writes("They said Friday at the latest")
    reminded.bot_says("text_unplaced")
    assert reminded.case.decision == ""


def test_nor_one_after_an_emergency(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("I cannot breathe")
    chat.patient_writes("The other disc is at St Mary's")
    assert chat.case.decision == ""
    chat.patient_presses("text/drop")
    chat.patient_writes("Surgery or radiation first")
    chat.bot_says("decision_noted")


def test_what_became_the_decision_is_shown_and_can_be_changed_on_the_spot(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Surgery first")
    assert chat.said("decision_noted").values["decision"] == "Surgery first"
    chat.patient_presses("enough/back")
    chat.bot_says("decision")
    chat.patient_writes("Surgery or radiation first")
    chat.patient_is_at("enough")
    assert chat.case.decision == "Surgery or radiation first"


def test_a_decision_that_is_changed_from_elsewhere_can_be_changed_once_more(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/decision")
    chat.patient_writes("Surgery first")
    chat.patient_is_at("review")
    chat.patient_presses("aside/decide")
    chat.bot_says("decision")


# What is no answer


@pytest.mark.parametrize("text", ["is it bad?", "am i going to die", "help", "how long do I have", "hello", "why me"])
@pytest.mark.parametrize("step", ["decision", "report.asked", "packet.naming", "letters.to", "requests.reference"])
def test_a_question_or_a_cry_is_filed_nowhere(chat, text, step):
    chat.patient_walks_to("report")
    stands_at(chat, step)
    chat.case = replace(chat.case, letter="slides")
    before = chat.case.decision, chat.case.answers, chat.case.name, chat.case.addressed
    chat.patient_writes(text)
    assert {say.name for say in chat.said_now()} & {"text_unplaced", "not_ours", "maybe_urgent"}
    assert (chat.case.decision, chat.case.answers, chat.case.name, chat.case.addressed) == before
    chat.patient_is_at(step)


def test_a_question_for_the_doctor_is_said_to_be_one_and_one_tap_keeps_it(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("is it bad?")
    chat.bot_says("not_ours")
    chat.patient_presses("text/question")
    assert [question.text for question in chat.case.questions] == ["is it bad?"]
    chat.patient_is_at("decision")


def test_a_decision_may_be_a_question(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Should I have surgery or radiation first?")
    chat.bot_says("decision_noted")


def test_where_questions_are_asked_for_they_are_taken(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("Is it bad?")
    chat.bot_says("question_added")
    chat.patient_writes("help")
    assert {say.name for say in chat.said_now()} & {"text_unplaced", "maybe_urgent"}
    assert len(chat.case.questions) == 1


# Passwords


@pytest.mark.parametrize("step", ["decision", "questions", "report", "review", "report.asked", "packet.naming"])
def test_a_word_beside_a_locked_file_is_neither_kept_nor_shown(chat, step):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found="locked")
    stands_at(chat, step)
    chat.patient_writes("Sesam")
    chat.bot_says("password_maybe")
    assert "Sesam" not in repr(chat.turn)


def test_nor_before_it_is_known_that_it_is_locked(chat):
    chat.patient_walks_to("report")
    chat.patient_uploads("report.pdf")
    chat.patient_writes("Kanarienvogel-77")
    chat.bot_says("password_maybe")
    chat.bot_takes_the_message_away()
    assert "Kanarienvogel-77" not in repr(chat.case)


@pytest.mark.parametrize("step", ["decision", "report", "questions", "report.asked", "welcome"])
def test_a_password_told_in_a_sentence_is_kept_nowhere(chat, step):
    if step != "welcome":
        chat.patient_walks_to("report")
    stands_at(chat, step)
    chat.patient_writes("The password for the disc is Kanarienvogel 77")
    assert "Kanarienvogel" not in repr(chat.turn)


def test_ordinary_answers_of_one_word_are_taken_again_after_a_while(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found="locked")
    stands_at(chat, "report.asked")
    for _ in range(5):
        chat.patient_writes("Leeds")
        chat.bot_says("password_maybe")
    chat.patient_writes("Leeds")
    assert chat.case.answers["report"].note == "Leeds"
