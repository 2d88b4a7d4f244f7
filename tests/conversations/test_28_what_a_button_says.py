"""Everything that can be tapped can be typed: at every step the label of a button does what the button does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.content.phrases import plain
from dialogs.events import Event, Pressed, Wrote
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.life import every_message
from tests.conversations.keyboards import A_MINUTE, Card, compared, is_secret, label, names, on_the_way
from tests.real import content


@dataclass(kw_only=True)
class Watched(Chat):
    """A chat that remembers every different keyboard its patient stood in front of."""

    cards: dict[tuple[Any, ...], Card] = field(default_factory=dict)

    def happens(self, event: Event) -> None:
        super().happens(event)
        said = tuple(say.name for say in self.said_now())
        labels = tuple(each.label for each in self.case.keyboard if not each.label.startswith("day_of_month"))
        key = (self.case.step, said, labels)
        if labels and said and key not in self.cards:
            self.cards[key] = Card(Chat(dialogue=self.dialogue, case=self.case, now=self.now), said)


@cache
def cards() -> tuple[Card, ...]:
    """Every keyboard of a long life, and that of every step."""
    chat = Watched(dialogue=content().dialogue)
    every_message(content(), chat=chat)
    for case in (on_the_way(), _with_files()):
        for step in content().dialogue.journey.steps:
            chat.case = replace(case, step=step)
            chat.patient_commands("start")
    return tuple(chat.cards.values())


def _with_files() -> Case:
    chat = Chat(dialogue=content().dialogue)
    chat.patient_walks_to(content().guide.records[0].key)
    for record in content().guide.records:
        if "send" in record.answers:
            chat.at(record.key).patient_sends("paper.pdf")
    return replace(chat.case, date="2026-09-30")


def is_of_a_file(shown: Shown) -> bool:
    """Two files may have one name: then it is asked which of them is meant."""
    return shown.data.partition("/")[2].startswith(("look/", "toggle/")) or "sort_file/" in shown.data


def alike(card: Card) -> list[Shown]:
    """The buttons that cannot be told apart by what stands on them."""
    labels = [plain(label(each)) for each in card.chat.case.keyboard]
    return [each for each in card.chat.case.keyboard if labels.count(plain(label(each))) > 1]


def test_every_step_has_its_keyboard_here():
    journey, reached = content().dialogue.journey, {card.chat.case.step for card in cards()}
    asks_in_the_field = {step for step in journey.steps if content().dialogue.screens.asks_in_the_field(step)}
    assert set(journey.steps) - asks_in_the_field <= reached


def test_no_keyboard_has_two_buttons_of_one_label():
    for card in cards():
        assert not [label(each) for each in alike(card) if not is_of_a_file(each)], card.name


def test_a_name_of_two_files_is_taken_for_neither():
    several = [(card, each) for card in cards() for each in alike(card)]
    assert several
    for card, shown in several:
        turn = card.after(Wrote(card.chat.now + A_MINUTE, label(shown)))
        assert {"text_unplaced", "not_ours"} & {*names(turn)}, card.name
        assert turn.case.documents == card.chat.case.documents


def test_the_label_of_a_button_written_does_what_the_button_does():
    wrong = []
    for card in cards():
        if is_secret(card):
            continue  # a password is never a button
        at = card.chat.now + A_MINUTE
        for shown in (each for each in card.chat.case.keyboard if each not in alike(card)):
            tapped, typed = card.after(Pressed(at, shown.data)), card.after(Wrote(at, label(shown)))
            same = compared(tapped.case) == compared(typed.case)
            if not same or names(tapped) != names(typed):
                wrong.append((card.name, label(shown), shown.data, names(tapped), names(typed)))
    assert not wrong, (len(wrong), wrong)
