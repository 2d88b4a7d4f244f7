"""What may be the decision that somebody has to make, and what is only news of what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.content.phrases import NO_PHRASES, Phrases, Text


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """The words of one language by which a decision is known."""

    deciding: Phrases = NO_PHRASES
    """Words of somebody who weighs up what to do, and what there is to do: a surgery, a drug."""
    undecided: Phrases = NO_PHRASES
    """What asks us, or says that there is nothing to decide, whatever else stands there."""
    happened: Phrases = NO_PHRASES
    """Words of somebody who tells what was done, or when: that is news, unless a word of `weighing` stands there."""
    weighing: Phrases = NO_PHRASES
    hardly: Phrases = NO_PHRASES
    """Those of `deciding` that stand in any talk: "need", "after"."""

    def may_ask(self, said: Text) -> bool:
        """Whether a decision may stand here in the form of a question."""
        return self.deciding.found(said) and not self.undecided.found(said)


NO_DECISION_WORDS = DecisionWords()
DECIDING = ("deciding", "undecided", "happened", "weighing", "hardly")
"""How these lists are called in said.toml."""
ENOUGH = 2
"""Words of any talk that may be a decision together: "watch and wait"."""
Read = Sequence[tuple[DecisionWords, Text]]
"""A text as each language reads it."""


def weighs_up(read: Read, has_a_mark: bool) -> bool:
    """Whether a text may well be a decision; "he had surgery yesterday" is none. `has_a_mark`: of a question."""
    if any(words.undecided.found(said) for words, said in read) or is_news(read, has_a_mark):
        return False
    return any(words.deciding.found(said) for words, said in read)


def is_news(read: Read, has_a_mark: bool) -> bool:
    """Whether a text tells what was done, and neither asks nor weighs up anything."""
    if has_a_mark or any(words.weighing.found(said) for words, said in read):
        return False
    return any(words.happened.found(said) for words, said in read)


def hardly_weighs_up(read: Read) -> bool:
    """Whether one word of any talk is all by which a text may be a decision: "cows need feeding, back later"."""
    left = [(words, Text(words.hardly.taken_out(said.text))) for words, said in read]
    if any(words.deciding.found(said) or words.weighing.found(said) for words, said in left):
        return False
    return all(sum(Phrases((each,)).found(said) for each in words.hardly) < ENOUGH for words, said in read)
