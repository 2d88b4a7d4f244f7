"""What people say in plain words is understood, and never kept as an answer it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from dialogs.case.case import Case
from dialogs.case.reminders import Reminders
from dialogs.case.trail import Left
from dialogs.events import Pressed, Wrote
from dialogs.proofreading.chat import Chat
from dialogs.roads.reminders import schedule
from dialogs.understanding.safety import URGENT
from tests.conversations.keyboards import A_MINUTE, Card, compared, is_secret, label, names, on_the_way
from tests.real import content

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
        chat.case = replace(on_the_way(), step=step, trail=left, answers={})
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
    assert (request.whom, request.when, request.promised) == ("", "2026-02-27", "2026-03-13")  # it names nobody
    assert request.how == "by_letter"
