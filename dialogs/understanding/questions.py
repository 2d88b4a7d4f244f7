"""What is asked of the new doctor beside the decision: who wrote the decision as a question too has asked it once."""

from __future__ import annotations

from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.content.phrases import plain


def beside_the_decision(case: Case) -> tuple[Question, ...]:
    """The questions but those that are the decision in the same words."""
    decision = _words(case.decision)
    return tuple(each for each in case.questions if not decision or _words(each.text) != decision)


def is_the_decision_alone(case: Case) -> bool:
    """Whether there are questions, and all of them are the decision."""
    return bool(case.questions) and not beside_the_decision(case)


def _words(text: str) -> str:
    return plain(text).replace(".", " ").strip()
