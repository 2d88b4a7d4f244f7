"""Whoever walks the ordinary road meets all of the guide: nothing of it waits where nobody looks."""

from __future__ import annotations

from functools import cache

import pytest

from dialogs.case.facts import Facts
from dialogs.effects import Say
from dialogs.proofreading.chat import Chat
from dialogs.words.wording import Wording
from tests import real

EVERYTHING = ("pathology", "imaging_reports", "labs", "staging", "biomarkers", "procedures", "treatment_plan")
WALKS = ("nothing in hand", "everything at once")

MET: dict[str, dict[str, list[str]]] = {
    # Each sentence of the guide, and what is said of it, on either walk or on the one where there is reason to.
    "both": {
        "the same information as the current team": ["the same records your cancer team has"],
        "not every document, but those that explain": [
            *("do not need every record", "explains the diagnosis", "the stage", "the treatment plan", "your question"),
        ],
        "original imaging files when requested": ["original scan images", "not every hospital asks"],
        "slides can be released or transferred": ["pathology slides", "can be released or sent to another lab"],
        "a decision, not a repeated file review": ["answer a decision", "not just repeat"],
        "one or two key questions": [
            *("one or two are best", "is my diagnosis complete", "which stage", "start the treatment offered"),
        ],
        "what else the reviewing team needs": ["can often say what else they need"],
        "educational, no medical care": ["for learning", "replace medical care", "diagnose", "prescribe"],
        "how to use this guide": ["talk with your treating doctor", "a second opinion may help"],
        "the four questions to bring forward": [
            *("what do i have to decide", "which records support", "benefits, risks and alternatives"),
            "what would change",
        ],
        "the sources": ["based on these public pages", "md anderson", "macmillan"],
    },
    "nothing in hand": {
        "start with these": ["start here"],
        "the most important document": ["for many cancers, the most important one"],
        "what a pathology report may hold": [
            *("biopsy", "surgery", "cancer type", "grade", "margins", "receptors", "biomarkers", "lymph nodes"),
        ],
        "imaging reports": ["ct", "mri", "pet", "ultrasound", "mammogram", "x-ray"],
        "lab results and tumor markers": ["lab results", "tumor markers"],
        "staging information": ["the stage says"],
        "biomarker, molecular or genetic results": ["biomarker", "genes", "molecular"],
        "surgery, procedure or hospital reports": ["surgery", "procedures", "hospital stays"],
        "the current treatment plan": ["treatment plan", "suggests now"],
        "medicines, allergies, conditions": ["medicines and doses", "allergies", "major health conditions"],
        "oncology visit notes": ["oncologist", "visits", "if you can get it"],
        "do not panic": ["do not panic", "do not need all your records to begin"],
    },
    "everything at once": {"the three that matter most are here": ["that is enough to begin"]},
}


@cache
def walked(walk: str) -> tuple[Wording, Chat]:
    """One person's way from /start to the summary, with all that was said on it."""
    content = real.content()
    chat = Chat(dialogue=content.dialogue)
    chat.patient_commands("start")
    chat.patient_presses("begin", "keep_files")
    if walk == "everything at once":
        numbers = chat.patient_uploads(*(f"{key}.pdf" for key in EVERYTHING))
        for number, key in zip(numbers, EVERYTHING, strict=True):
            chat.bot_has_looked_at(number, facts=Facts(record=key))
        chat.patient_presses("sorted_yes")
    else:
        chat.patient_presses("gather/go_on")
    for _ in range(60):
        if chat.case.step == "summary":
            break
        moves = chat.dialogue.journey.moves_from(chat.case)
        wanted = ("go_on", "done", "not_now", "not_sure", "missing", "not_applicable")
        if chat.case.step == "questions" and len(chat.case.questions) < 3:
            chat.patient_presses("page", "add")
        else:
            chat.patient_presses_here(next(move for move in wanted if move in moves))
    return content.wording, chat


def shown_on(walk: str) -> str:
    """All that they are shown, in lower case."""
    wording, chat = walked(walk)
    return " ".join(all_of(wording, say) for say in chat.shown)


def all_of(wording: Wording, say: Say) -> str:
    """A message as it is read: its text, and what stands on its buttons."""
    labels = [label for row in wording.keyboard(say) for label, *_ in row]
    return " ".join((wording.text(say), *labels)).replace("&#39;", "'").lower()


ON_EACH = [(walk, said) for walk in WALKS for said in (*MET["both"], *MET[walk])]


@pytest.mark.parametrize(("walk", "sentence"), ON_EACH)
def test_each_sentence_of_the_guide_is_met_on_the_way(walk: str, sentence: str) -> None:
    wanted = MET["both"].get(sentence) or MET[walk][sentence]
    assert [words for words in wanted if words not in shown_on(walk)] == []


@pytest.mark.parametrize("walk", WALKS)
def test_it_ends_with_the_summary(walk: str) -> None:
    assert "the decision i have to make" in shown_on(walk)


@pytest.mark.parametrize("walk", WALKS)
def test_no_screen_on_the_way_has_more_than_five_buttons(walk: str) -> None:
    for say in walked(walk)[1].shown:
        assert sum(map(len, say.buttons)) <= 5, say.name
