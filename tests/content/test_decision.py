"""What is taken for the decision at once, counted on sentences that were not looked at while the words were chosen."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests import real

EXAMPLES = tomllib.loads((Path(__file__).parent / "decision_examples.toml").read_text(encoding="utf-8"))
PARTS = [(language, *of) for language in EXAMPLES for of in (("told", 1.0), ("kept_back", 0.8))]


@pytest.mark.parametrize(("language", "part", "least"), PARTS)
@pytest.mark.parametrize("kind", ["decided", "other"])
def test_what_weighs_up_is_a_decision_and_what_tells_something_else_is_asked_about(language, part, least, kind):
    said = real.content(language).dialogue.said
    texts = EXAMPLES[language][part][kind]
    wrong = [text for text in texts if said.weighs_up(text) != (kind == "decided")]
    assert len(wrong) <= (1 - least) * len(texts), wrong
