"""Each person is spoken to in their own language: from the first message, by their choice, and to the last word."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.packet.feeding import Order
from bot.parts import orders
from bot.storage.work import Task
from bot.turn.done import Done
from bot.turn.outcome import Incoming
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.composed.contents import Content, Contents
from dialogs.composed.reading import read_contents
from dialogs.events import Command, Pressed
from tests.content.pseudo import CODE, make
from tests.storage.conftest import PROJECT
from tests.storage.patients import NUMBERS, TO_THE_FIRST_RECORD, MovableClock, Person
from tests.storage.test_last_words import claimed

GREEK, LATIN = re.compile("[α-ω]{3}"), re.compile("[a-z]{3}")


@pytest.fixture(scope="session")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """English, and a language that is finished."""
    read = read_contents(make(PROJECT / "content" / "en", tmp_path_factory.mktemp("pseudo") / "content"))
    return Contents({**read.spoken, CODE: _finished(read.of(CODE), True)})


def _finished(content: Content, finished: bool) -> Content:
    return replace(content, language=replace(content.language, unfinished=not finished))


@pytest.fixture
def turns(contents: Contents, vault: Vault, clock: MovableClock) -> Turns:
    return _turns(contents, contents.of(CODE), vault, clock)


def _turns(contents: Contents, other: Content, vault: Vault, clock: MovableClock) -> Turns:
    english = contents.of("en")
    return Turns(english.dialogue, english.wording, vault, clock, lambda: "rehearsal_bot", {CODE: other})


@pytest.fixture
def person(engine: Engine, turns: Turns, clock: MovableClock) -> Callable[..., Person]:
    return lambda chat_id, language: Person(engine, turns, clock, chat_id=chat_id, language=language)


def says(person: Person) -> str:
    """The text of the last turn, without commands, addresses and names of files."""
    text = " ".join(content.get("text", "") for content in person.contents())
    return re.sub(r"<[^>]*>|/[a-z]+|https?://\S+|[\w-]+\.\w+", " ", text)


def in_greek(person: Person) -> bool:
    text = says(person)
    assert bool(GREEK.search(text)) != bool(LATIN.search(text)), text
    return bool(GREEK.search(text))


def test_the_first_message_is_answered_in_the_language_of_their_telegram(person: Callable[..., Person]):
    for number, (code, greek) in enumerate(
        {CODE: True, f"{CODE}-gr": True, "en": False, "pt-br": False, "": False}.items()
    ):
        somebody = person(100 + number, code)
        somebody.commands("start")
        assert in_greek(somebody) is greek, code


def test_two_people_are_each_spoken_to_in_their_own(person: Callable[..., Person]):
    eleni, ana = person(1, CODE), person(2, "en")
    for who in (eleni, ana):
        who.taps(*TO_THE_FIRST_RECORD)
        assert in_greek(who) is (who is eleni)


def test_an_unfinished_language_is_offered_and_never_taken_for_granted(
    contents: Contents, engine: Engine, vault: Vault, clock: MovableClock
):
    turns = _turns(contents, _finished(contents.of(CODE), False), vault, clock)
    ana = Person(engine, turns, clock, chat_id=3, language=CODE)
    ana.commands("start")
    assert not in_greek(ana)
    assert f"aside/language/{CODE}" in json.dumps(ana.contents())
    ana.taps(f"aside/language/{CODE}")
    assert in_greek(ana)
    assert f"aside/language/{CODE}" not in json.dumps(ana.contents()), "it is not offered any more"


def test_it_is_changed_at_any_step_and_the_same_question_is_asked(person: Callable[..., Person]):
    ana = person(4, "en")
    ana.taps(*TO_THE_FIRST_RECORD)
    asked = ana.hears()
    ana.commands("language")
    ana.taps(f"aside/language/{CODE}")
    assert (ana.hears(), in_greek(ana)) == (asked, True)
    ana.taps("aside/language/zz")
    assert ana.case.language == CODE, "no language of ours"


def test_the_last_words_are_in_their_language_too(person: Callable[..., Person], engine: Engine, turns: Turns, clock):
    ana = person(5, CODE)
    ana.taps(*TO_THE_FIRST_RECORD)
    ana.commands("delete")
    ana.taps("aside@1/delete_yes")
    assert in_greek(ana)
    (task,) = (each for each in claimed(engine, clock) if isinstance(each, Task))
    with engine.begin() as connection:
        ana.outcome = turns.report(connection, task, Done()) or ana.outcome
    assert ana.hears() == ["deleted_done"]
    assert in_greek(ana)


def test_a_helper_has_a_language_of_their_own(person: Callable[..., Person], engine: Engine, turns: Turns):
    ana, mia = person(6, "en"), person(7, CODE)
    ana.taps(*TO_THE_FIRST_RECORD)
    ana.commands("errands")
    ana.taps("errands/new", "errands/give/labs")
    link = next(found[1] for each in ana.contents() if (found := re.search(r"start=([\w-]+)$", each["text"])))
    opened = Incoming(next(NUMBERS), mia.chat_id, Command(mia.clock.now(), "start", link), 1, language=CODE)
    with engine.begin() as connection:
        outcome = turns.take(connection, opened)
    texts = {message.chat_id: json.loads(message.content)["text"] for message in outcome.messages}
    assert GREEK.search(texts[mia.chat_id])
    assert not GREEK.search(texts[ana.chat_id])
    (card,) = (message for message in outcome.messages if message.name == "errand_card")
    number = re.search(r"errand/(\d+)", card.content)
    mia.language = ""  # what came of it comes to them although they did nothing
    ana.taps("errands/show/1", "errands.one@1/errand_end")
    told = [json.loads(each.content)["text"] for each in ana.outcome.messages if each.chat_id == mia.chat_id]
    assert number
    assert all(map(GREEK.search, told))


@pytest.mark.parametrize(("country", "greek"), [("us", False), ("uk", False), ("other", True), ("", True)])
def test_what_a_doctor_reads_is_in_the_language_of_the_hospital(
    person: Callable[..., Person], contents: Contents, clock: MovableClock, country: str, greek: bool
):
    order: Callable[[Case], Order] = orders(contents, clock)
    case = Case(keeps_files=True, language=CODE, country=country)
    assert bool(GREEK.search(order(case).plan["book"]["title"])) is greek
    chosen = replace(case, reader_language="en" if greek else CODE)
    assert bool(GREEK.search(order(chosen).plan["book"]["title"])) is not greek
    assert order(case).digest != order(chosen).digest, "an English packet is not sent once more as a Greek one"


def test_a_letter_is_changed_into_the_other_language_from_behind_more(person: Callable[..., Person]):
    ana = person(8, CODE)
    ana.taps(*TO_THE_FIRST_RECORD)
    ana.commands("letters")
    ana.taps("letters/write/doctor")
    letter, _ = ana.contents()
    assert GREEK.search(letter["letter"]["title"])
    ana.taps("letters.one@doctor/more")
    (card,) = ana.contents()
    assert "aside/reader/en" in json.dumps(card)
    ana.taps("aside/reader/en")
    letter, card = ana.contents()
    assert not GREEK.search(letter["letter"]["title"])
    assert GREEK.search(card["text"]), "the chat goes on in theirs"
    ana.does(Pressed(ana.clock.now(), "letters.one@doctor/text"))
    (text,) = ana.contents()
    assert GREEK.search(text["text"].partition("<pre>")[0])
    assert not GREEK.search(text["text"].partition("<pre>")[2])
