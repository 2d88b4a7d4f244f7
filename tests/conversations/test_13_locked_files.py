"""A file with a password: asked for once, used once, kept nowhere."""

import pytest

from dialogs.case.stored import to_json
from tests.chat import Chat
from tests.ears import EARS

CANARY = "Kanarienvogel-77"


@pytest.fixture
def locked(chat):
    """A locked report was sent, and the patient is asked for its password."""
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found="locked")
    chat.patient_presses("file/1/password")
    return chat


def test_the_receipt_of_a_locked_file_offers_to_open_it(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found="locked")
    chat.bot_offers("file/1/password")
    chat.patient_presses("file/1/password")
    chat.bot_says("files_password")


def test_a_lock_that_is_no_password_offers_nothing(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found="locked", remarks=("other_lock",))
    chat.bot_does_not_offer("file/1/password")
    chat.patient_presses_data("aside/file/1/password")
    chat.bot_says("old_button")


def test_the_next_text_is_the_password_and_its_message_is_taken_away(locked):
    locked.patient_writes(CANARY)
    locked.bot_tries_the_password(1, CANARY)
    locked.bot_takes_the_message_away()
    locked.bot_says("password_tried")
    locked.patient_is_at("files.password")
    locked.bot_has_looked_at(1, pages=3)
    locked.bot_says("receipt", "unlocked")
    locked.bot_keeps(report=1)


@pytest.mark.parametrize("way", [(), ("files.password/back", "files.one/password")])
def test_once_it_is_open_who_was_asked_for_a_record_is_there_again(locked, way):
    locked.patient_presses(*way)
    locked.patient_writes(CANARY)
    locked.bot_has_looked_at(1, pages=3)
    locked.patient_is_at("report")
    locked.bot_offers("aside/continue")
    assert locked.case.returns_to == ()


@pytest.mark.parametrize("forwarded", [False, True])
def test_neither_the_case_nor_what_is_said_holds_it(locked, forwarded):
    locked.patient_writes(CANARY, forwarded=forwarded)
    assert CANARY not in to_json(locked.case)
    assert CANARY not in repr(locked.turn), "it would be in a log of this turn"
    assert not any(CANARY in repr(say) for say in locked.shown)


def test_spaces_belong_to_a_password(locked):
    locked.patient_writes(" a b ")
    locked.bot_tries_the_password(1, " a b ")


def test_a_wrong_password_may_be_tried_again(locked):
    for _ in range(3):
        locked.patient_writes("wrong")
        locked.bot_has_looked_at(1, "locked", remarks=("wrong_password",))
        locked.bot_says("password_wrong", "files_password")
        locked.patient_is_at("files.password")
    locked.bot_keeps_nothing()
    locked.patient_writes("right")
    locked.bot_tries_the_password(1, "right")
    locked.bot_has_looked_at(1, pages=3)
    locked.bot_keeps(report=1)


def test_who_went_away_meanwhile_hears_what_came_of_it_where_they_are(locked):
    locked.patient_writes("wrong")
    locked.patient_presses("files.password/back", "files.one/back", "files/back")
    locked.bot_has_looked_at(1, "locked", remarks=("wrong_password",))
    locked.bot_says("password_wrong")
    locked.bot_offers("file/1/password")
    locked.patient_is_at("report")


def test_killed_in_between_nothing_is_lost(locked):
    locked.patient_writes(CANARY)
    locked.patient_commands("files")
    locked.patient_presses("look/1")
    locked.bot_offers("password")


def test_what_opens_but_cannot_be_read_stays_locked(locked):
    locked.patient_writes(CANARY)
    locked.bot_has_looked_at(1, "unreadable")
    locked.bot_says("password_useless")
    assert locked.case.document(1).state == "locked"


def test_a_lock_that_no_password_opens_is_not_asked_about_again(locked):
    locked.patient_writes(CANARY)
    locked.bot_has_looked_at(1, "locked", remarks=("other_lock",))
    locked.bot_says("password_useless")
    locked.bot_does_not_offer("file/1/password")


def test_what_must_not_wait_is_noticed_first_and_is_not_held_either():
    chat = Chat(ears=EARS)
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", found="locked")
    chat.patient_presses("file/1/password")
    chat.patient_writes("I cannot breathe")
    chat.bot_says("emergency")
    assert not chat.case.texts
    chat.patient_is_at("files.password")


def test_back_leaves_the_file_as_it_is(locked):
    locked.patient_presses("files.password/back")
    locked.patient_is_at("files.one")
    locked.patient_writes("not a password")
    locked.bot_says("text_unplaced")


def test_a_file_deleted_while_its_password_is_asked_for_gets_none(locked):
    locked.case = type(locked.case)(**{**_fields(locked.case), "documents": ()})
    locked.patient_writes(CANARY)
    locked.bot_takes_the_message_away()
    assert CANARY not in repr(locked.turn)


def test_a_file_that_was_opened_once_cannot_become_locked_again(locked):
    locked.patient_writes("right")
    locked.bot_has_looked_at(1, pages=3)
    locked.bot_has_looked_at(1, "locked", remarks=("wrong_password",))
    locked.bot_says_nothing()
    locked.bot_keeps(report=1)


def _fields(case):
    return {name: getattr(case, name) for name in type(case).__dataclass_fields__}
