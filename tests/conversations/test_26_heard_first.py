"""Before anything is answered, everything is heard: each kind of message, at every step, in every language we know."""

import pytest

from dialogs.effects import Say
from tests.chat import Chat
from tests.conversations.listening import EVERY_STEP, listened_to, stands_at


@pytest.fixture
def chat() -> Chat:
    return listened_to()


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


def test_what_a_file_is_called_is_no_cry(chat):
    chat.patient_walks_to("report")
    chat.patient_uploads("I cannot breathe.jpg")
    chat.bot_does_not_say("emergency")
    chat.bot_says("receipt")


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
    chat.bot_says("tap_first", step)
