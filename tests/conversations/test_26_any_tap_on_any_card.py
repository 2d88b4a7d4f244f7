"""Many things, their cards opened in any order, any tap on any card that was ever shown: what changes is what the card
shows, and nothing else is lost."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from dialogs.case.case import Case
from dialogs.effects import Erase, Say
from dialogs.hearing import texts
from dialogs.journey.taps import read
from tests.chat import Chat
from tests.conversations.cards import (
    ASKS_FOR_TEXT,
    buttons_of,
    changed,
    moved_in_its_record,
    new_questions,
    shown_on,
)

ANY = st.integers(0, 10_000)
COMMANDS = ("files", "requests", "errands", "letters", "questions", "checklist", "date", "delete", "start")
ABOUT_ONE_THING = ("files_one", "files_deleting", "files_dating", "requests_one", "text_unplaced", "errands_one")
NAMED_THINGS = ("file", "request", "errand", "text", "question", "date")


@cache
def with_several_of_everything() -> Chat:
    """Files, requests, errands, texts and questions, three of each or so, and all that was shown on the way."""
    chat = Chat()
    chat.patient_walks_to("report")
    for name in ("alpha.pdf", "beta.pdf", "gamma.pdf"):
        chat.patient_sends(name)
    chat.happens_at("plan", lambda: chat.patient_sends("delta.pdf"))
    for record in ("report", "scans", "plan"):
        chat.happens_at(f"{record}.asked", partial(chat.patient_writes, f"whoever has the {record}"))
    for record in ("discs", "slides"):
        chat.case = chat.case.answering(record, "missing")
        chat.happens_at("errands", partial(chat.patient_presses_data, f"errands/give/{record}"))
    for text in ("first text", "second text", "third text"):
        chat.happens_at("review", partial(chat.patient_writes, text))
    for text in ("a question", "another question"):
        chat.happens_at("questions", partial(chat.patient_writes, text))
    chat.happens_at("review", lambda: chat.patient_commands("start"))
    return chat


class AnyTapOnAnyCard(RuleBasedStateMachine):
    """A patient with several of everything, who scrolls up and taps whatever is there."""

    @initialize()
    def several_of_everything(self) -> None:
        made = with_several_of_everything()
        self.chat = Chat(case=made.case, shown=list(made.shown))
        self.written = 0

    @rule(card=ANY, button=ANY, newest=st.booleans())
    def taps(self, card: int, button: int, newest: bool) -> None:
        """Any button of any card, often one of the newest."""
        cards = [say for say in self.chat.shown if buttons_of(say)]
        said = cards[-1 - card % min(6, len(cards))] if newest else cards[card % len(cards)]
        tapped = buttons_of(said)[button % len(buttons_of(said))]
        self.presses(said, tapped.data)

    @rule(thing=ANY, name=st.sampled_from(ABOUT_ONE_THING))
    def taps_a_card_about_one_thing(self, thing: int, name: str) -> None:
        cards = [say for say in self.chat.shown if say.name == name and buttons_of(say)]
        if cards:
            said = cards[thing % len(cards)]
            self.presses(said, buttons_of(said)[thing // 7 % len(buttons_of(said))].data)

    @rule(kind=st.sampled_from(("files/look", "requests/look", "errands/look")), number=st.integers(1, 4))
    def opens(self, kind: str, number: int) -> None:
        """A card about one thing, from its list."""
        road = kind.partition("/")[0]
        self.chat.patient_commands(road)
        offered = self.chat.buttons()
        if f"look/{number}" in offered:
            self.chat.patient_presses(f"{kind}/{number}")

    @rule(card=ANY, button=ANY)
    def taps_one_of_yesterday(self, card: int, button: int) -> None:
        """A button from before buttons named what they act on: it changes nothing that it cannot name."""
        cards = [say for say in self.chat.shown if any("@" in each.data for each in buttons_of(say))]
        if not cards:
            return
        said = cards[card % len(cards)]
        named = [each for each in buttons_of(said) if "@" in each.data]
        head, _, rest = named[button % len(named)].data.partition("/")
        before = self.chat.case
        data = f"{head.partition('@')[0]}/{rest}"
        self.chat.patient_presses_data(data)
        touched = {thing for thing in changed(before, self.chat.turn) if thing[0] in NAMED_THINGS}
        receipt = shown_on(said) if said.name == "receipt" else set()  # it named its first file, and has but one batch
        assert touched <= receipt, f"{data} changed {touched}"
        assert self.chat.turn.effects, f"{data} was not answered"

    @rule()
    def writes(self) -> None:
        """A text goes to the thing whose question is the newest, if it is an answer at all."""
        self.written += 1
        asking = [say for say in self.chat.shown if say.name in ASKS_FOR_TEXT][-1]
        before = self.chat.case
        self.chat.patient_writes(f"words {self.written}")
        touched = {thing for thing in changed(before, self.chat.turn) if thing[0] in ("file", "request")}
        assert touched <= shown_on(asking), f"{touched} changed, but {asking.name} was asked last"

    @rule(name=st.sampled_from(COMMANDS))
    def commands(self, name: str) -> None:
        before = self.chat.case
        self.chat.patient_commands(name)
        touched = {thing for thing in changed(before, self.chat.turn) if thing[0] in NAMED_THINGS}
        assert not touched, f"/{name} changed {touched}"

    @precondition(lambda self: len(self.chat.case.documents) < 12)
    @rule()
    def sends_a_file(self) -> None:
        self.chat.patient_sends("another.pdf")

    def presses(self, card: Say, data: str) -> None:
        before = self.chat.case
        self.chat.patient_presses_data(data)
        if self.chat.forgotten:
            assert card.name == "delete_confirm", f"{card.name} deleted everything"
            self.several_of_everything()
            return
        after, shows = self.chat.case, shown_on(card)
        touched = {thing for thing in changed(before, self.chat.turn) if thing[0] in (*NAMED_THINGS, "record")}
        if after.date and f"day_of_month.{after.date}" in {each.label for each in buttons_of(card)}:
            touched.discard(("date", before.date))  # another day was chosen on a calendar that shows it
        assert touched <= shows | _choices(card) | _taken_back(before, data) | _answered(before, card, data), (
            f"{data} on {card.name} changed {touched - shows}"
        )
        moved = {("file", each) for each in moved_in_its_record(before, after)}
        assert not moved or moved & shows, f"{data} on {card.name} changed the places of {moved}"
        for added in new_questions(before, after):
            assert ("text", added) in shows or "questions" in card.values, f"{added} was on no such card"
        erased = {each.document for each in self.chat.turn.effects if isinstance(each, Erase)}
        assert not erased or card.name == "files_deleting", f"{card.name} deleted {erased} with one tap"
        assert self.chat.turn.effects, f"{data} was not answered"


def _choices(card: Say) -> set[tuple[str, str]]:
    """What a list lets choose: its buttons are the names of records."""
    return {("record", button.label.split(".")[1]) for button in buttons_of(card) if button.label.startswith("record.")}


def _answered(before: Case, card: Say, data: str) -> set[tuple[str, str]]:
    """The text that stands just above a card which only says that it is kept."""
    number = read(data).thing
    held = texts.named(before, number) if card.values.get("kept") and number else None
    return {("text", held.text)} if held else set()


def _taken_back(before: Case, data: str) -> set[tuple[str, Any]]:
    """What "Back" names: the question it leads to, and what was asked for there."""
    _, back, record = data.partition("/back/")
    requests = {("request", each.number) for each in before.requests if each.record == record}
    return {("record", record), *requests} if back else set()


def test_what_changes_is_what_the_card_shows():
    quick = settings(max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(AnyTapOnAnyCard, settings=quick)


@pytest.mark.soak
def test_what_changes_is_what_the_card_shows_for_hours():
    long = settings(max_examples=4000, stateful_step_count=80, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(AnyTapOnAnyCard, settings=long)
