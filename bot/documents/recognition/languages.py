"""In which language a paper is printed, told by its words alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.documents.recognition.lines import Line
from bot.documents.recognition.rules import Rules

LEAD = 3
"""Words; of short ones, such as units, any language has some that stand on papers in every other."""


def rules_of(lines: Sequence[Line], rules: Rules) -> Rules:
    """The rules of the language whose words are on the paper: the first's, unless another has clearly more."""
    if not rules.others:
        return rules
    words = {word for line in lines for word, _, _ in line.words}
    most = max(rules.others, key=lambda each: len(words & each.words))
    return most if len(words & most.words) >= len(words & rules.words) + LEAD else rules
