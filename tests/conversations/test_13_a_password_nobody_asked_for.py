"""A password that is written where nobody asked for it is neither kept nor shown."""

import pytest

from tests.chat import Chat
from tests.conversations.listening import listened_to, stands_at


@pytest.fixture
def chat() -> Chat:
    return listened_to()


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
