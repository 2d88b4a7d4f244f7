"""Words that must not wait: measured on texts that the rules were neither written nor mended with."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.content.reading import Content
from dialogs.content.safety import OUTCOMES
from tests.content.conftest import FOLDER

EXAMPLES = tomllib.loads((Path(__file__).parent / "safety_examples.toml").read_text(encoding="utf-8"))
TUNED, HELD_OUT = EXAMPLES["tuned"], EXAMPLES["held_out"]
HALVES = {
    "tuned": TUNED,
    "held out": HELD_OUT,
    "held out, said plainly": [example for example in HELD_OUT if example["said"] == "plainly"],
    "held out, said freely": [example for example in HELD_OUT if example["said"] == "freely"],
}

# What was measured stands at the head of safety_examples.toml; these are floors a little below it.
FLOORS = {
    "tuned": (1.00, 1.00),
    "held out": (0.65, 0.95),
    "held out, said plainly": (0.97, 0.95),
    "held out, said freely": (0.25, 0.90),
}


@pytest.mark.parametrize("half", FLOORS)
def test_the_rules_find_and_mistake_no_more_and_no_less_than_was_measured(
    content: Content, half: str, capsys: pytest.CaptureFixture[str]
):
    """Recall and precision of "something must not wait", whichever of the two messages it is."""
    safety = content.safety
    found = [(bool(example["outcome"]), bool(safety.outcome(example["text"]))) for example in HALVES[half]]
    right = sum(wanted and got for wanted, got in found)
    recall, precision = right / sum(wanted for wanted, _ in found), right / sum(got for _, got in found)
    with capsys.disabled():
        print(f"\nsafety, {half}: {len(found)} texts, recall {recall:.2f}, precision {precision:.2f}")
    assert recall >= FLOORS[half][0]
    assert precision >= FLOORS[half][1]


def test_every_text_the_rules_were_written_with_gets_its_message(content: Content):
    said = {example["text"]: content.safety.outcome(example["text"]) or "" for example in TUNED}
    assert {text: got for text, got in said.items() if got != expected(text)} == {}


def test_an_emergency_said_plainly_is_never_taken_for_less(content: Content):
    plain = [example["text"] for example in HALVES["held out, said plainly"] if example["outcome"] == "emergency"]
    assert [text for text in plain if content.safety.outcome(text) != "emergency"] == []


def test_the_two_halves_are_large_enough_and_have_no_text_in_common():
    texts = [example["text"].casefold() for example in (*TUNED, *HELD_OUT)]
    assert len(texts) == len(set(texts))
    assert {example["outcome"] for example in (*TUNED, *HELD_OUT)} == {*OUTCOMES, ""}
    for examples in HALVES.values():
        assert sum(not example["outcome"] for example in examples) >= 30, "harmless ones that share words"


@pytest.mark.parametrize(
    "text",
    [
        "I CAN'T BREATHE",
        "i cant breathe",
        "I can’t breathe",
        "Sorry. I can't breathe! What now?",
        "the disc is at St Mary's\nI can't breathe",
    ],
)
def test_marks_capitals_and_other_sentences_make_no_difference(content: Content, text: str):
    assert content.safety.outcome(text) == "emergency"


def test_the_graver_message_is_said_where_both_would_fit(content: Content):
    assert content.safety.outcome("I have a fever of 39 and chills. I cannot breathe.") == "emergency"


@pytest.mark.parametrize(
    "text", ["38", "38.5 °C", "101.2 °F", "fever 38", "Temperature: 100.4", "temp 39,4", "fever of 104"]
)
def test_a_temperature_from_38_or_100_4_is_noticed(content: Content, text: str):
    expected = "call_team" if text != "38" else None
    assert content.safety.outcome(text) == expected


@pytest.mark.parametrize("text", ["temperature 36.8", "temp 98.6 today, normal", "no fever, 37.0", "fever 99.1"])
def test_a_lower_one_is_not(content: Content, text: str):
    assert content.safety.outcome(text) is None


def test_every_rule_names_its_source_and_waits_for_a_signature():
    for file in FOLDER.glob("*/safety.toml"):
        text = file.read_text(encoding="utf-8")
        rules = tomllib.loads(text)["rule"]
        assert all("https://" in rule["source"] or rule["source"].startswith("Cleveland") for rule in rules)
        assert all(rule.keys() <= {"outcome", "all", "unless", "example", "source", "signed_by"} for rule in rules)
        if not all(rule["signed_by"] for rule in rules):
            assert "AWAITING A CLINICIAN" in text, "the head of the file says so as long as a rule is not signed"


def expected(text: str) -> str:
    return next(example["outcome"] for example in TUNED if example["text"] == text)
