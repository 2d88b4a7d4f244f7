"""What is taken for the place that records go to, counted on texts that were not looked at for it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests import real

EXAMPLES = tomllib.loads((Path(__file__).parent / "place_examples.toml").read_text(encoding="utf-8"))
PARTS = [(language, *of) for language in EXAMPLES for of in (("told", 1.0), ("kept_back", 0.75))]


@pytest.mark.parametrize(("language", "part", "least"), PARTS)
@pytest.mark.parametrize("kind", ["place", "other"])
def test_a_name_is_one_and_what_tells_something_else_is_asked_about(language, part, least, kind):
    said = real.content(language).dialogue.said
    texts = EXAMPLES[language][part][kind]
    wrong = [text for text in texts if said.names_no_place(text) != (kind == "other")]
    assert len(wrong) <= (1 - least) * len(texts), wrong
