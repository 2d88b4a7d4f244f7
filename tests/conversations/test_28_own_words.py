"""Everything that can be tapped can be typed: at every step the label of a button does what the button does, and what
people say in plain words is understood, and never kept as an answer it is not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.case.reminders import Reminders
from dialogs.case.trail import Left
from dialogs.content.phrases import plain
from dialogs.effects import Say, Turn
from dialogs.events import Event, Pressed, Wrote
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.life import every_message
from dialogs.roads.reminders import schedule
from dialogs.understanding.safety import URGENT
from tests.real import content

A_MINUTE = timedelta(minutes=1)
# The taps themselves, and how near a password may be after a text: nothing of them is the patient's.
NOT_COMPARED: dict[str, Any] = {
    "keyboard": (),
    "heard": Case().heard,
    "tapped": "",
    "password_near": 0,
    "half_said": "",
}


@dataclass(frozen=True)
class Card:
    """A patient in front of a keyboard."""

    chat: Chat
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.chat.case.step}: {', '.join(self.said)}"

    def after(self, event: Event) -> Turn:
        return self.chat.dialogue.respond(self.chat.case, event)


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
    for case in (_on_the_way(), _with_files()):
        for step in content().dialogue.journey.steps:
            chat.case = replace(case, step=step)
            chat.patient_commands("start")
    return tuple(chat.cards.values())


def _on_the_way() -> Case:
    chat = Chat(dialogue=content().dialogue)
    chat.patient_walks_to("summary")
    return chat.case


def _with_files() -> Case:
    chat = Chat(dialogue=content().dialogue)
    chat.patient_walks_to(content().guide.records[0].key)
    for record in content().guide.records:
        if "send" in record.answers:
            chat.at(record.key).patient_sends("paper.pdf")
    return replace(chat.case, date="2026-09-30")


def label(shown: Shown) -> str:
    return content().dialogue.label(shown, False)


def compared(case: Case) -> Case:
    return replace(case, **NOT_COMPARED)


def names(turn: Turn) -> list[str]:
    """What is said, with what leads it; that a button was taken is told beside it."""
    found = []
    for effect in turn.effects:
        say = effect if isinstance(effect, Say) else None
        while say:
            found.append(say.name)
            say = say.lead
    return [each for each in found if each != "taken"]


def is_secret(card: Card) -> bool:
    return card.chat.dialogue.journey.text_at(card.chat.case.step) == "secret"


def test_every_step_has_its_keyboard_here():
    journey, reached = content().dialogue.journey, {card.chat.case.step for card in cards()}
    asks_in_the_field = {step for step in journey.steps if content().dialogue.screens.asks_in_the_field(step)}
    assert set(journey.steps) - asks_in_the_field <= reached


def is_of_a_file(shown: Shown) -> bool:
    """Two files may have one name: then it is asked which of them is meant."""
    return shown.data.partition("/")[2].startswith(("look/", "toggle/")) or "sort_file/" in shown.data


def alike(card: Card) -> list[Shown]:
    """The buttons that cannot be told apart by what stands on them."""
    labels = [plain(label(each)) for each in card.chat.case.keyboard]
    return [each for each in card.chat.case.keyboard if labels.count(plain(label(each))) > 1]


def test_no_keyboard_has_two_buttons_of_one_label():
    for card in cards():
        assert not [label(each) for each in alike(card) if not is_of_a_file(each)], card.name


def test_a_name_of_two_files_is_taken_for_neither():
    several = [(card, each) for card in cards() for each in alike(card)]
    assert several
    for card, shown in several:
        turn = card.after(Wrote(card.chat.now + A_MINUTE, label(shown)))
        assert "text_unplaced" in names(turn), card.name
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


# What people say in plain words.

SAID = (
    *("yes", "no", "skip", "back", "done", "help", "I don't have it", "I already sent it", "I asked for it", "go on"),
    *("undo", "stop", "delete everything", "he has died", "where am I", "I don't know", "no idea", "not yet"),
)
PASSES = ("skip", "go on", "I don't know", "no idea", "not yet")
FIRST = "pathology"
MEANT: dict[str, dict[str, str]] = {
    "consent": {"yes": "keep_files", "no": "decline"},
    "destination": {**dict.fromkeys(("no", *PASSES), "not_now"), "back": "back", "undo": "back"},
    "gather": {"yes": "go_on", "go on": "go_on"},
    "date": dict.fromkeys(("no", *PASSES), "not_now"),
    "reminders": {**dict.fromkeys(("no", *PASSES), "not_now"), "yes": "remind_yes"},
    "decision": {**dict.fromkeys(PASSES[2:], "not_sure"), "back": "back", "undo": "back"},
    "questions": {"done": "done", "I already sent it": "done"},
    "labs": {
        "yes": "send",
        "no": "missing",
        "I don't have it": "missing",
        "I asked for it": "asked",
        **dict.fromkeys(PASSES, "later"),
        "back": "back",
        "undo": "back",
    },
    f"{FIRST}.asked": {**dict.fromkeys((*PASSES, "I asked for it"), "skip"), "back": "back", "undo": "back"},
    "imaging_files.link": {**dict.fromkeys(PASSES, "skip"), "back": "back"},
    f"{FIRST}.sending": {"back": "back", "done": "done"},
    f"{FIRST}.missing": {"I asked for it": "asked", "go on": "go_on"},
}
"""At some steps of the ordinary road, what each phrase does there: the same as that button."""
COMMANDED = {"help": "help", "where am I": "checklist", "delete everything": "delete_confirm"}


def steps() -> dict[str, Card]:
    return {step: standing_at(step) for step in content().dialogue.journey.steps}


@cache
def standing_at(step: str) -> Card:
    """A patient who came along the road as far as this step, and is reminded."""
    chat = Chat(dialogue=content().dialogue)
    if step == "welcome":
        chat.patient_commands("start")
    elif step == "consent":
        chat.patient_presses_data("welcome/begin")
    else:
        left = (Left("gather"), Left(FIRST))
        chat.case = replace(_on_the_way(), step=step, trail=left, answers={})
        chat.patient_commands("start")
    chat.case = replace(chat.case, reminders=Reminders(3, 5, chat.now + timedelta(days=3)))
    return Card(chat, tuple(say.name for say in chat.said_now()))


def kept(case: Case) -> tuple[object, ...]:
    """Everything that holds a patient's own words as an answer."""
    notes = {key: answer.note for key, answer in case.answers.items() if answer.note}
    whom = [each.whom for each in case.requests if each.whom]
    return case.decision, case.questions, case.destination, case.own_words, case.name, case.addressed, notes, whom


@pytest.mark.parametrize("said", SAID)
def test_no_plain_phrase_becomes_an_answer_it_is_not(said: str):
    for step, card in steps().items():
        if is_secret(card):
            continue  # whatever is written there is tried as the password, and kept nowhere
        turn = card.after(Wrote(card.chat.now + A_MINUTE, said))
        assert kept(turn.case) == kept(card.chat.case), step
        assert names(turn), f"nothing was answered at {step}"


@pytest.mark.parametrize("step", MEANT)
def test_a_plain_phrase_does_what_the_button_does_that_it_means(step: str):
    card = standing_at(step)
    data = {each.label.removeprefix("button."): each.data for each in reversed(card.chat.case.keyboard)}
    at = card.chat.now + A_MINUTE
    for said, button in MEANT[step].items():
        move = data.get(button, f"{step}/{button}")
        tapped, typed = card.after(Pressed(at, move)), card.after(Wrote(at, said))
        assert replace(compared(typed.case), reminders=None) == replace(compared(tapped.case), reminders=None), said
        assert names(typed) == names(tapped), said


@pytest.mark.parametrize("said", COMMANDED)
def test_the_plainest_wishes_are_heard_at_every_step(said: str):
    for step, card in steps().items():
        if not is_secret(card) and (said != "where am I" or card.chat.case.keeps_files is not None):
            assert COMMANDED[said] in names(card.after(Wrote(card.chat.now + A_MINUTE, said))), step


@pytest.mark.parametrize("said", ["STOP", "my mother passed away"])
def test_stop_and_a_death_end_reminders_at_every_step(said: str):
    for step, card in steps().items():
        assert schedule.due(card.chat.case), step
        assert schedule.due(card.after(Wrote(card.chat.now + A_MINUTE, said)).case) is None, step


@pytest.mark.parametrize("name", ["Back Bay Clinic", "City of Hope", "Done County Hospital", "Next Step Cancer Center"])
def test_what_only_looks_like_a_button_stays_an_answer(name: str):
    card = standing_at("destination")
    case = card.after(Wrote(card.chat.now + A_MINUTE, name)).case
    assert name in (case.destination, *map(content().wording.destination, case.destinations))


@pytest.mark.parametrize("line", ["I asked my doctor's office", "by phone", "my daughter", "the nurse at the hospital"])
def test_whom_they_asked_stays_whom_they_asked(line: str):
    card = standing_at(f"{FIRST}.asked")
    case = card.after(Wrote(card.chat.now + A_MINUTE, line)).case
    assert [each.whom for each in case.requests if each.record == FIRST] == [line]


def test_all_is_deleted_by_the_words_of_the_button_alone():
    chat = Chat(dialogue=content().dialogue, case=standing_at("summary").chat.case)
    for _ in range(2):  # sent twice, it is asked twice
        chat.patient_writes("delete everything")
        chat.said("delete_confirm")
    chat.patient_writes(label(next(each for each in chat.case.keyboard if "delete_yes" in each.label)))
    chat.said("deleted")


def test_a_cry_for_help_is_heard_whatever_stands_on_a_button():
    chat = Chat(dialogue=content().dialogue, case=standing_at(FIRST).chat.case)
    chat.patient_sends("I want to die")
    chat.patient_commands("files")
    (named,) = [label(each) for each in chat.case.keyboard if "die" in label(each)]
    chat.patient_writes(named)
    assert {say.name for say in chat.said_now()} & {*URGENT}


@pytest.mark.parametrize("step", [FIRST, f"{FIRST}.asked"])
def test_a_line_that_tells_when_is_taken_as_a_request_with_its_days(step: str):
    card, line = standing_at(step), "asked them Friday, two weeks by mail"
    case = card.after(Wrote(card.chat.now + A_MINUTE, line)).case
    (request,) = [each for each in case.requests if each.record == FIRST]
    assert (request.whom, request.when, request.promised) == (line, "2026-02-27", "2026-03-13")
    assert request.how == "by_letter"
