"""What is said about the decision and the questions, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "decision": {"decision"},
    "decision_noted": {"decision"},
    "decision_long": {"length"},
    "questions": {"questions", "at_most"},
    "question_added": {"questions", "at_most"},
    "questions_full": {"at_most"},
}
BUTTONS = frozenset({"decide", "remove", "more_questions"})
