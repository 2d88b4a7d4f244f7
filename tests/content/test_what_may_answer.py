"""What is taken for an answer at once, counted on texts that were not looked at while the words were chosen."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.content.said import Said
from tests import real

MAY_ANSWER = {
    "decision": Said.weighs_up,
    "record": Said.tells_of_a_record,
    "plan": lambda said, text: said.tells_of_a_record(text) and said.tells_of_a_plan(text),
}
EXAMPLES = {
    asked: tomllib.loads((Path(__file__).parent / f"{asked}_examples.toml").read_text(encoding="utf-8"))
    for asked in MAY_ANSWER
}
PARTS = [
    (asked, language, *of)
    for asked, languages in EXAMPLES.items()
    for language in languages
    for of in (("told", 1.0), ("kept_back", 0.8))
]


@pytest.mark.parametrize(("asked", "language", "part", "least"), PARTS)
@pytest.mark.parametrize("kind", ["answers", "other"])
def test_what_answers_is_taken_and_what_tells_something_else_is_asked_about(asked, language, part, least, kind):
    said = real.content(language).dialogue.said
    texts = EXAMPLES[asked][language][part][kind]
    wrong = [text for text in texts if MAY_ANSWER[asked](said, text) != (kind == "answers")]
    assert len(wrong) <= (1 - least) * len(texts), wrong
