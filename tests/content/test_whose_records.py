"""Who gathers the records of another reads of the patient everywhere; who gathers their own reads of nobody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from bot.clock import Clock
from bot.parts import orders
from bot.turn.effects import messages
from bot.turn.envelopes import Envelopes
from dialogs.case.case import Case
from dialogs.composed.contents import Content, Contents
from dialogs.content.folders import languages
from dialogs.content.whose import OWN, read_whose
from dialogs.effects import Button, Say, SendPaper, Turn
from dialogs.words.fillings import TAKEN
from dialogs.words.papers import Papers
from tests.content.conftest import FOLDER, chat, seen

THE_PATIENTS = [
    *("biopsy", "body", "cancer", "care", "case", "center", "diagnosis", "disease", "doctor", "doctors", "health"),
    *("hospital", "illness", "lab", "medicines", "oncologist", "pharmacy", "portal", "records", "scans", "slides"),
    *("stage", "surgery", "team", "tests", "tissue", "treatment", "treating", "tumor", "visits"),
]
"""What is the patient's, whoever writes in the chat. What they send, list and ask stays theirs."""
OF_OURS = re.compile(rf"\b(?:your|my)(?: own| first| patient| family| medical)?(?: {'| '.join(THE_PATIENTS)})\b", re.I)
SAYS_OTHERWISE = {
    "letter_text": "the patient signs it",
    "welcome": "it asks whose records they are",
    "sources": "it names pages by what they are about",
}


def labels(content: Content, say: Say) -> list[str]:
    return [label[0] for row in content.wording.keyboard(say) for label in row]


@pytest.fixture(scope="module")
def spoken(content: Content) -> list[Say]:
    """What is said on the way from the first tap to the summary, to who cares for a patient."""
    walk = chat(content)
    walk.patient_presses_data("welcome/begin_for")
    walk.patient_presses_data("consent/keep_files")
    walk.patient_walks_on_to("summary")
    for command in ("checklist", "letters", "requests", "remind", "date", "questions", "help", "privacy"):
        walk.patient_commands(command)
    return walk.shown


@pytest.mark.parametrize("language", languages(FOLDER))
def test_every_word_that_changes_with_the_reader_is_said_somewhere(language: str):
    folder = FOLDER / language
    written = "\n".join(each.read_text(encoding="utf-8") for each in folder.rglob("*") if each.is_file())
    named = read_whose(folder / "words.toml", TAKEN, OWN, wanting=True)
    assert [name for name in named if not re.search(rf"{{{{?\s*{name}\b|\b{name}\s*(?:\||}})", written)] == []


def test_on_the_walk_everything_is_said_of_the_patient(content: Content, spoken: list[Say]):
    assert len({say.name for say in spoken}) > 10
    for say in spoken:
        assert say.for_another, say.name
        assert not OF_OURS.search(seen(content, say)), say.name


def test_no_message_or_button_says_your_of_what_is_the_patients(content: Content, said: list[Say]):
    for say in (each.of_another() for each in said if each.name not in SAYS_OTHERWISE):
        for text in (seen(content, say), *labels(content, say)):
            assert not OF_OURS.search(text), f"{say.name}: {text}"


def test_no_message_or_button_speaks_of_a_patient_to_the_patient(content: Content, said: list[Say]):
    for_a_doctor = " ".join(content.wording.words["sheet"]["disclaimers"])
    for say in (each for each in said if not each.for_another):
        for text in (seen(content, say).replace(for_a_doctor, ""), *labels(content, say)):
            assert "the patient" not in text.lower(), f"{say.name}: {text}"


def test_the_words_of_both_are_found_at_all(content: Content, said: list[Say]):
    """What the two tests before look for is there, where it should be."""
    own = [text for say in said if not say.for_another for text in (seen(content, say), *labels(content, say))]
    other = [text for say in said for text in (seen(content, say.of_another()), *labels(content, say.of_another()))]
    assert sum(bool(OF_OURS.search(text)) for text in own) > 20
    assert sum("the patient" in text.lower() for text in other) > 20


def test_a_paper_says_who_wrote_it(content: Content, spoken: list[Say]):
    summary = next(say for say in reversed(spoken) if say.name == "summary")
    own, other = (
        Papers(content.wording).of(form).words("sheet", summary.values, datetime(2026, 3, 2, tzinfo=UTC))["sheet"]
        for form in (False, True)
    )
    for part in (("letter", "decision_label"), ("letter", "questions_label"), ("next_steps", "heading")):
        assert own[part[0]][part[1]] != other[part[0]][part[1]]
    assert own["disclaimers"] != other["disclaimers"]


@pytest.mark.parametrize("for_another", [False, True])
def test_what_is_sent_is_in_the_words_of_whom_it_is_said_to(content: Content, spoken: list[Say], for_another: bool):
    summary = next(say for say in reversed(spoken) if say.name == "summary")
    never = Button("pathology/not_applicable", "button.not_applicable")
    say = Say("after", buttons=((never,),), for_another=for_another)
    field = Say("decision", {"decision": ""}, placeholder="note", for_another=for_another)
    turn = Turn(Case(), (say, field, SendPaper("sheet", summary.values, for_another)))
    now = datetime(2026, 3, 2, tzinfo=UTC)
    after, decision, sheet = (
        each for *_, each in messages(turn, Envelopes(content.wording), Papers(content.wording), 0, now, 0)
    )
    words = content.wording.of(for_another).words
    assert ("the patient" in after["text"]) is for_another
    assert after["buttons"][0][0][0] == words["button"]["not_applicable"]
    assert decision["placeholder"] == words["placeholder"]["note"]
    assert sheet["sheet"]["letter"]["decision_label"] == words["sheet"]["decision"]


@pytest.mark.parametrize("for_another", [False, True])
def test_the_packet_is_bound_in_the_words_of_who_asked_for_it(content: Content, for_another: bool):
    order = orders(Contents({"en": content}), Clock())(Case(keeps_files=True, for_another=for_another))
    words = content.wording.of(for_another).words
    assert order.plan["book"]["letter"]["decision_label"] == words["sheet"]["decision"]
