"""Two ordinary texts within a minute are counted as the bot hears them: together, and each by itself."""

from __future__ import annotations

from dialogs.content.examples import Example
from dialogs.understanding.safety import Ears
from dialogs.understanding.safety.heard import Kind
from dialogs.understanding.safety.rules import Rule
from training.figures import PAIRS, paired


def test_two_texts_that_are_only_heard_together_are_counted_apart_from_those_of_which_one_is_heard_alone():
    ears = Ears.of_rules(Rule(Kind.EMERGENCY, (("cold",), ("water",))))
    ordinary = [Example(text, Kind.NONE, "ordinary: kitchens", "en") for text in ("it is cold", "warm water")]
    figures = list(paired(ears, ordinary))[-1].strip("| ").split(" | ")
    assert figures[:3] == ["en", str(PAIRS), "0.000"]
    assert 0.3 < float(figures[3]) < 0.7
    alone = list(paired(ears, [*ordinary, Example("cold water", Kind.NONE, "ordinary: kitchens", "en")]))[-1]
    assert float(alone.strip("| ").split(" | ")[2]) > 0.3


def test_a_long_text_or_a_number_is_no_first_half():
    ears = Ears.of_rules(Rule(Kind.EMERGENCY, (("cold",), ("water",))))
    texts = ("12", "it is cold, " + "and still cold, " * 9)
    lines = list(paired(ears, [Example(text, Kind.NONE, "ordinary: kitchens", "en") for text in texts]))
    assert lines[-1].strip("| ").split(" | ")[1] == "0"
