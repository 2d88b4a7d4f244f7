"""A decision that was written as a question too stands once wherever a doctor reads it; no other question is lost."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from bot.papers.page import typeset
from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.checklist.shown import sheet_values
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from dialogs.understanding.questions import beside_the_decision, is_the_decision_alone
from dialogs.words.papers import Papers
from tests import real

ALIKE = [
    ("Whether to start chemo now", "Whether to start chemo now"),
    ("Should I start chemo now?", "should I start chemo now"),
    ("Should I start chemo now.", "Should I start chemo now?  "),
    ("operarme o no", "¿Operarme o no?"),
    ("¿Radioterapia o cirugía?", "radioterapia o cirugia"),
    ("أبدأ بالعملية أم بالدواء", "أبدأ بالعملية أم بالدواء؟"),
    ("Surgery first, or radiation?", "surgery first or radiation"),
    ("¿Quitar el tumor, o esperar?", "Quitar el tumor o esperar?"),
    ("Keep the breast or not", "Keep the breast, or not???"),
    ("هل أجري العملية؟", "هل أجري العملية"),
]
OTHERS = [
    ("Should I start chemo now?", "Should I start chemo in May?"),
    ("Whether to start chemo", "What else could be done instead of chemo?"),
    ("", "What would change this advice?"),
    ("?", "What would change this advice?"),
]


def a_case(decision: str, *questions: str) -> Case:
    return Case(decision=decision, questions=tuple(Question(text=each) for each in questions))


@pytest.mark.parametrize(("decision", "question"), ALIKE)
def test_the_decision_is_no_question_beside_itself(decision: str, question: str):
    case = a_case(decision, question)
    assert beside_the_decision(case) == ()
    assert is_the_decision_alone(case)
    both = a_case(decision, question, "What would change this advice?")
    assert [each.text for each in beside_the_decision(both)] == ["What would change this advice?"]
    assert not is_the_decision_alone(both)


@pytest.mark.parametrize(("decision", "question"), OTHERS)
def test_every_other_question_stays(decision: str, question: str):
    case = a_case(decision, question)
    assert [each.text for each in beside_the_decision(case)] == [question]
    assert not is_the_decision_alone(case)


def test_who_wrote_no_question_has_not_asked_the_decision_alone():
    assert not is_the_decision_alone(a_case("Whether to start chemo"))


@pytest.mark.parametrize("language", ["en", "es", "ar"])
async def test_on_the_summary_and_in_the_message_it_stands_once_and_none_are_said_to_be_missing(language: str):
    content = real.content(language)
    case = replace(a_case("Whether to start chemo now", "whether to start chemo NOW?"), language=language)
    now = datetime(2026, 11, 14, tzinfo=UTC)
    sheet = Papers(content.wording).words("sheet", sheet_values(content.guide, case), now)["sheet"]
    assert (sheet["letter"]["questions"], sheet["letter"]["no_questions"]) == ([], "")
    page = PdfReader(io.BytesIO(await typeset("sheet", sheet))).pages[0].extract_text().casefold()
    assert " ".join(page.split()).count("whether to start chemo now") == 1


def test_a_packet_of_the_decision_alone_is_another_than_one_without_questions():
    guide = real.content().guide
    alone, none = a_case("Whether to start", "whether to start?"), a_case("Whether to start")
    assert plan(guide, alone).questions == plan(guide, none).questions == ()
    assert digest(guide, alone) != digest(guide, none)
