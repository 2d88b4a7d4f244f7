"""Who hears a text, and what nobody may hear: the order in `Writing.listeners`, and what it promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.effects import Unlock
from dialogs.events import Wrote
from dialogs.hearing.listener import Listener, heard
from dialogs.hearing.pressed_in_words import PressedInWords
from dialogs.hearing.written import How, Written
from dialogs.proofreading.chat import A_MORNING
from tests import real
from tests.chat import Chat
from tests.conversations import telling
from tests.conversations.listening import EVERY_STEP, listened_to, stands_at

DIALOGUE = real.content().dialogue
LISTENERS = DIALOGUE.writing.listeners
STEPS = sorted(EVERY_STEP)
ANSWERS = ("yes", "no", "later", "I don't have it", "keep my files", "show my files", "undo")


def names(listeners: tuple[Listener, ...]) -> list[str]:
    return [listener.turn.__qualname__ for listener in listeners]


def all_who_hear(how: How) -> set[str]:
    return set(names(tuple(each for each in LISTENERS if how in each.even)))


@pytest.fixture
def chat() -> Chat:
    return listened_to()


@pytest.mark.parametrize("step", STEPS)
def test_what_must_not_wait_goes_before_everybody(chat, step):
    stands_at(chat, step)
    before = chat.case
    chat.patient_writes("I cannot breathe")
    chat.bot_says("emergency")
    assert (chat.case.step, chat.case.answers, chat.case.texts) == (before.step, before.answers, before.texts)


def test_whoever_comes_first_answers_and_the_last_one_always_does():
    order = names(LISTENERS)
    assert order[:2] == ["BelowAnAlarm.turn", "BesideTheForm.turn"]
    assert order.index("Answered.password") < order.index("Answered.answer")
    assert LISTENERS[-1].even == frozenset(How)
    with pytest.raises(LookupError):
        heard(written("hello", step="report"), ())


def test_nobody_is_named_twice():
    assert len(names(LISTENERS)) == len(set(names(LISTENERS)))


def written(text: str, step: str, forwarded: bool = False) -> Written:
    chat = telling.standing("en", "pathology").at(step)
    return DIALOGUE.writing.written(chat.case, Wrote(A_MORNING, text, forwarded))


# A password is looked at by nobody else


def test_at_a_password_nobody_reads_the_words_but_who_tries_it():
    """But who looks at no word of it: whether a condolence stood above."""
    assert all_who_hear(How.SECRET) == {
        "OfTheWork.goes_on",
        "AtTheDoor.answered",
        "Answered.password",
        "LeftOver.asked_about",
    }


@pytest.mark.parametrize("text", [*ANSWERS, "Dr. Lee", "March 20", "thank you", "my mother needs it", "losartan 50 mg"])
@pytest.mark.parametrize("keeps", [True, False])
def test_whatever_is_written_there_is_tried_and_kept_nowhere(text, keeps):
    chat = telling.standing("en", "pathology")
    chat.patient_sends("report.pdf", found="locked")
    chat.patient_presses_data("aside/file/1/password")
    assert chat.case.step == "files.password"
    chat.case = replace(chat.case, keeps_files=keeps)
    chat.patient_writes(text)
    assert [each for each in chat.turn.effects if isinstance(each, Unlock)] == [Unlock(1, text)]
    assert chat.case.texts == ()


# What somebody else wrote presses nothing, and answers nothing


def test_no_listener_of_a_button_or_of_an_answer_hears_what_was_forwarded():
    assert not all_who_hear(How.FORWARDED) & {
        *(f"PressedInWords.{name}" for name in vars(PressedInWords)),
        *("FilesTold.turn", "AtTheDoor.begun", "AskedFor.shown", "TakingBack.undone", "Answered.answer"),
    }


@pytest.mark.parametrize("text", ANSWERS)
@pytest.mark.parametrize("step", ["welcome", "consent", "pathology", "decision", "destination", "medications", "date"])
def test_whatever_is_forwarded_leaves_everything_as_it_is(step, text):
    chat = telling.standing("en", "welcome" if step == "consent" else step)
    if step == "consent":
        chat.patient_presses_data("welcome/begin")
    before = chat.case
    chat.patient_writes(text, forwarded=True)
    after = chat.case
    assert (after.step, after.answers, after.keeps_files) == (before.step, before.answers, before.keeps_files)
    assert (after.decision, after.destinations, after.date) == (before.decision, before.destinations, before.date)


# Before anything is agreed to, nothing is kept


@pytest.mark.parametrize("text", ["Dr. Lee", "March 20", "I asked Mayo Clinic on Monday", "losartan 50 mg", "no idea"])
@pytest.mark.parametrize("forwarded", [True, False])
def test_nothing_of_a_newcomer_is_kept(text, forwarded):
    chat = telling.standing("en", "welcome")
    before = chat.case
    chat.patient_writes(text, forwarded=forwarded)
    after = chat.case
    assert (after.texts, after.answers, after.requests, after.own_words) == ((), {}, (), {})
    assert (after.date, after.destinations, after.keeps_files) == (before.date, before.destinations, None)


# What nobody asks for by name is not worked out


def test_what_a_forwarded_text_would_press_is_not_even_looked_for():
    text = written("later", step="pathology", forwarded=True)
    heard(text, LISTENERS)
    assert "_meant" not in vars(text)
