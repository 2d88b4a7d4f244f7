"""News of insurance and of costs has no place here: it is never saved as an answer, and met with who knows more."""

from __future__ import annotations

import pytest

from tests.conversations import telling

STEPS = ("labs", "treatment_plan", "decision", "destination", "questions", "date")
NEWS = {
    "en": {
        "insurance": ["insurance said no", "we need prior auth", "my insurance wont pay for it"],
        "cost": ["I have no money for this", "can't afford this"],
    },
    "es": {
        "insurance": ["el seguro dijo que no", "la obra social no autoriza"],
        "cost": ["no tengo dinero para esto", "está muy caro"],
    },
    "ar": {
        "insurance": ["التأمين رفض", "الضمان ما بيدفع"],
        "cost": ["addesh bikallef", "ما معي مصاري"],
    },
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("language", "about", "text"),
    [(lang, about, text) for lang, kinds in NEWS.items() for about, texts in kinds.items() for text in texts],
)
def test_it_is_met_with_who_knows_more_and_saved_nowhere(step: str, language: str, about: str, text: str):
    chat = telling.told(language, step, text)
    assert chat.said("text_unplaced").values["about"] == about
    case = chat.case
    assert (case.step, case.destination, case.decision, case.questions) == (step, "", "", ())


@telling.each(
    {
        "en": ["whether the treatment is worth the cost?", "should we pay for a second biopsy?"],
        "es": ["¿vale la pena pagar otra biopsia?"],
        "ar": ["هل العلاج يستاهل التكلفة؟"],
    }
)
def test_a_question_of_their_own_about_it_is_one(language: str, text: str):
    chat = telling.told(language, "questions", text)
    assert [each.text for each in chat.case.questions] == [text]
