"""Words that must not wait: measured on texts the rules were not tuned on."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.content.conftest import FOLDER

EXAMPLES = tomllib.loads((Path(__file__).parent / "safety_examples.toml").read_text(encoding="utf-8"))


def measured(safety, half: str) -> tuple[float, float]:
    """Recall and precision of "something must not wait", whichever of the two messages it is."""
    found = [(bool(example["outcome"]), bool(safety.outcome(example["text"]))) for example in EXAMPLES[half]]
    right = sum(wanted and got for wanted, got in found)
    return right / sum(wanted for wanted, _ in found), right / max(1, sum(got for _, got in found))


# Measured on the day the rules were written: tuned 1.00 and 1.00; held out 0.79 and 0.93 of 160 texts.
FLOORS = {"tuned": (0.98, 0.98), "held_out": (0.75, 0.90)}


@pytest.mark.parametrize("half", FLOORS)
def test_the_rules_find_and_mistake_no_worse_than_when_they_were_written(content, half, capsys):
    recall, precision = measured(content.dialogue.safety, half)
    with capsys.disabled():
        print(f"\nsafety rules on {half}: {len(EXAMPLES[half])} texts, recall {recall:.2f}, precision {precision:.2f}")
    assert len(EXAMPLES[half]) >= 40
    assert recall >= FLOORS[half][0]
    assert precision >= FLOORS[half][1]


def test_the_graver_message_is_said_where_both_would_fit(content):
    assert content.dialogue.safety.outcome("I have a fever of 39 and chills. I cannot breathe.") == "emergency"


def test_every_rule_names_its_source_and_waits_for_a_signature():
    rules = tomllib.loads((FOLDER / "en" / "safety.toml").read_text(encoding="utf-8"))["rule"]
    assert all(rule["source"] for rule in rules)
