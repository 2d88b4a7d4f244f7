"""A helper's taps and words: heard first, answered once, with the errand and nothing of the patient's."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Engine

from bot.turn.outcome import Incoming
from dialogs.events import Command, Edited, Pressed, SentOther, WentAway, Wrote
from dialogs.receiving.sent import SentFile
from tests.storage.errands import button, hears, opens
from tests.storage.patients import NUMBERS, MovableClock, Person


def test_what_a_helper_ticks_reaches_the_patient_and_closes_the_errand(
    ana: Person, mia: Person, engine: Engine, link: str
) -> None:
    opens(mia, link)
    done = button(mia, "done")
    mia.taps(done)
    assert hears(mia) == ["errand_thanks"]
    assert hears(mia, ana.chat_id) == ["errand_done"]
    assert [errand.state for errand in ana.case.errands] == ["done"]
    assert ana.case.answers == {}, "a helper's word changes no line of the checklist"
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]


def test_a_tap_of_a_helper_that_was_felt_twice_is_answered_once(mia: Person, link: str, clock: MovableClock) -> None:
    opens(mia, link)
    mia.reads()
    done, said = button(mia, "done"), []
    for _ in range(15):
        mia.does(Pressed(clock.now(), done, mia.messages), mia.messages)
        said += hears(mia)
        clock.skip(seconds=1)
    assert said == ["errand_thanks"]
    clock.skip(minutes=1)
    mia.does(Pressed(clock.now(), done, mia.messages), mia.messages)
    assert hears(mia) == ["errand_gone"]


def test_an_update_that_is_taken_again_after_a_fault_is_no_second_tap(mia: Person, link: str, engine: Engine) -> None:
    opens(mia, link)
    tap = Pressed(mia.clock.now(), button(mia, "done"), mia.messages)
    incoming = Incoming(next(NUMBERS), mia.chat_id, tap, mia.messages)
    with engine.connect() as connection, connection.begin() as transaction:
        mia.turns.take(connection, incoming)
        transaction.rollback()
    with engine.begin() as connection:
        mia.outcome = mia.turns.take(connection, incoming)
    assert hears(mia) == ["errand_thanks"]


def test_another_chat_cannot_use_a_helpers_buttons(ana: Person, mia: Person, tom: Person, link: str) -> None:
    opens(mia, link)
    before = ana.case
    for move in ("done", "send", "return"):
        tom.taps(button(mia, move))
        assert hears(tom) == ["errand_gone"]
        assert not hears(tom, ana.chat_id)
    assert ana.case == before


@pytest.mark.parametrize(
    "data", ["errand/", "errand/x/done", "errand/99/done", f"errand/{'9' * 40}/done", "errand/²/x"]
)
def test_a_button_that_was_made_up_says_the_same(mia: Person, link: str, data: str) -> None:
    opens(mia, link)
    mia.taps(data)
    assert hears(mia) == ["errand_gone"]


def test_whatever_a_helper_writes_is_heard_first(mia: Person, link: str, clock: MovableClock) -> None:
    opens(mia, link)
    cry = "I cannot breathe"
    for event_of in (
        Wrote(clock.now(), cry),
        Wrote(clock.now(), "see", quote=cry),
        SentOther(clock.now(), "video", cry),
        Edited(clock.now(), cry),
        Command(clock.now(), "i", words="i cannot breathe"),
        SentFile(clock.now(), "id", "a.jpg", 1000, "a9", cry),
    ):
        mia.does(event_of, 99)
        last = [each for each in mia.outcome.messages if each.chat_id == mia.chat_id][-1]
        assert (last.kind, last.name) == ("stays", "emergency")
        ((back,),) = json.loads(last.content)["buttons"]
        assert back[1].startswith("errand/"), "to the errand, and to nothing of the patient's"


def test_without_a_case_of_their_own_everything_else_shows_the_card_again(mia: Person, link: str) -> None:
    opens(mia, link)
    mia.writes("hello?")
    assert hears(mia) == ["errand_card"]
    mia.commands("help")
    assert hears(mia) == ["errand_card"]
    assert mia.stored() is None


def test_start_alone_begins_a_conversation_of_their_own(mia: Person, link: str) -> None:
    opens(mia, link)
    mia.commands("start")
    assert hears(mia) == ["welcome"]
    assert mia.stored() is not None


def test_a_helper_who_blocks_the_bot_or_comes_back_opens_no_case(mia: Person, link: str) -> None:
    opens(mia, link)
    mia.does(WentAway(mia.clock.now()))
    assert mia.stored() is None


def test_a_patient_who_cannot_be_reached_stays_so_whatever_a_helper_does(ana: Person, mia: Person, link: str) -> None:
    ana.does(WentAway(ana.clock.now()))
    opens(mia, link)
    assert not ana.case.reachable
