"""What sounds like an answer and is none: a decision that asks us, a question taken away, and "all" that is lost."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests import real


def at(language: str, step: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to(step)
    return chat


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("how much does chemo cost", "can you decide for me?", "nothing to decide")),
        *(("en", text) for text in ("what do you think I should do?", "how long does radiation take")),
        *(("es", text) for text in ("¿puede decidir por mí?", "cuánto cuesta la quimio", "nada que decidir")),
        *(("ar", text) for text in ("كم تكلف الكيماوي", "شو بتنصحني أعمل؟", "ممكن تقرر عني؟")),
    ],
)
def test_what_asks_us_or_decides_nothing_is_no_decision(language, text):
    chat = at(language, "decision")
    chat.patient_writes(text)
    assert (chat.case.decision, chat.case.step) == ("", "decision")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("Should I have chemo or wait?", "will I need surgery?", "whether to operate")),
        *(("es", text) for text in ("¿debo operarme?", "si operarme o no")),
        *(("ar", text) for text in ("هل أعمل العملية؟", "أعمل العملية أو لا")),
    ],
)
def test_a_decision_in_the_form_of_a_question_is_one(language, text):
    chat = at(language, "decision")
    chat.patient_writes(text)
    assert chat.case.decision == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("nm", "never mind", "delete all my questions", "that's not my question")),
        *(("en", text) for text in ("forget it", "remove that question")),
        *(("es", text) for text in ("quítela", "olvídelo", "borre todas mis preguntas", "esa no es mi pregunta")),
        *(("ar", text) for text in ("احذفها", "شيلها", "احذف كل أسئلتي", "شيل السؤال")),
    ],
)
def test_what_takes_a_question_away_is_not_added_to_them(language, text):
    chat = at(language, "questions")
    chat.patient_writes("Is there a trial for me?")
    chat.patient_writes(text)
    assert text not in [each.text for each in chat.case.questions]


@pytest.mark.parametrize(
    "text", ["What happens if they remove it?", "Can I forget about the pills?", "Should I cancel?"]
)
def test_a_question_that_has_such_a_word_is_added(text):
    chat = at("en", "questions")
    chat.patient_writes(text)
    assert [each.text for each in chat.case.questions] == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("it's all gone", "all lost", "they all disappeared")),
        *(("es", text) for text in ("todo se fue", "se perdió todo", "se borró todo")),
        *(("ar", text) for text in ("كله راح", "كله ضاع", "راح كله")),
    ],
)
def test_all_that_is_lost_agrees_to_no_card(language, text):
    chat = at(language, "gather")
    for number, record in zip(chat.patient_uploads("1.pdf", "2.pdf"), ("pathology", "labs"), strict=True):
        chat.bot_has_looked_at(number, facts=Facts(record=record))
    chat.patient_writes(text)
    assert [each.record for each in chat.case.documents] == ["", ""]
