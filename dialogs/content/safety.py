"""What must not wait: every free text is looked at first, in every step, before it can become an answer.

The rules are content, with a source each, and wait for a clinician's signature. They only choose between messages that
were written beforehand; they never decide anything, and one tap leads back to where the patient was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes, unless_changed
from dialogs.content.phrases import (
    NO_PHRASES,
    Phrases,
    Spelling,
    Text,
    clauses,
    plain,
    sentences,
    spelling,
    with_points,
)
from dialogs.content.shapes import Place, choice, read, several, table, tables, text
from dialogs.effects import Keyboard, Say

OUTCOMES = ("emergency", "call_team")
"""The graver first. Each is the name of the message that is said."""
FEWEST_BEFORE_A_STAR = 3
"""Letters (of digits two): with fewer, a star stands for half of all words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """If every group has a word or phrase in one sentence of the text, the outcome is said."""

    outcome: str
    groups: tuple[Phrases, ...]
    unless: Phrases
    example: str = ""
    """What somebody may write who means it."""

    def matches(self, sentence: str) -> bool:
        return self.hears(Text(sentence))

    def hears(self, said: Text) -> bool:
        return all(group.found(said) for group in self.groups) and not self.unless.found(said)


@dataclass(frozen=True, slots=True)
class Heard:
    """What must not wait: the message to say, and one line of it in the language of the text, if there is one."""

    outcome: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Safety:
    """The rules of one language."""

    rules: tuple[Rule, ...] = ()
    now: Phrases = NO_PHRASES
    """Words that make a part of a sentence about the present, whatever the rest of it is about."""
    spelling: Spelling = field(default_factory=Spelling)
    lines: Mapping[str, str] = field(default_factory=dict)
    """The messages in one line of this language: for who is not spoken to in it."""
    others: tuple[Safety, ...] = ()
    """The rules of the other languages: whoever is in need writes in their own."""

    def outcome(self, text: str) -> str | None:
        """The gravest outcome whose rule matches a sentence of the text, or None."""
        heard = self.heard(text)
        return heard.outcome if heard else None

    def heard(self, text: str) -> Heard | None:
        """The gravest outcome in any of the languages; None if nothing in the text calls for one."""
        known = [(outcomes, language) for language in (self, *self.others) if (outcomes := language._found(text))]
        for outcome in OUTCOMES:
            for outcomes, language in known:
                if outcome in outcomes:
                    return Heard(outcome, language.lines.get(outcome, ""))
        return None

    def _found(self, text: str) -> set[str]:
        heard: set[str] = set()
        for sentence in sentences(with_points(text)):
            for part in (sentence, *self._of_now(sentence)):
                said = Text(self.spelling.mended(plain(part)))
                heard |= {rule.outcome for rule in self.rules if rule.outcome not in heard and rule.hears(said)}
        return heard

    def _of_now(self, sentence: str) -> list[str]:
        """The parts of a sentence that are about now: what is said of last year beside them does not silence them."""
        if not self.now.found(Text(plain(sentence))):
            return []
        parts = clauses(sentence)
        return [part for part in parts if self.now.found(Text(plain(part)))] if len(parts) > 1 else []


def urgent(heard: Heard, buttons: Keyboard = ()) -> Say:
    """The message that was written for it: alone, and for good. `buttons` leads back to where the patient was."""
    return Say(heard.outcome, {"line": heard.line}, buttons, stays=True)


@unless_changed
def read_safety(file: Path) -> Safety:
    """Read and check safety.toml: `[[rule]]` tables with `outcome`, `all` (lists of phrases), `example`, `source`."""
    known = read(file, _SAFETY)
    rules = tuple(
        Rule(
            outcome=table["outcome"],
            groups=tuple(map(Phrases, table["all"])),
            unless=Phrases(table.get("unless", ())),
            example=table["example"],
        )
        for table in known["rule"]
    )
    mistakes = Mistakes(file)
    for number, rule in enumerate(rules, start=1):
        if not any(rule.matches(plain(sentence)) for sentence in sentences(with_points(rule.example))):
            mistakes.note(f"rule {number}.example", f"the rule does not hear its own example: {rule.example!r}")
    mistakes.settle()
    vocabulary = [phrase for table in known["rule"] for group in table["all"] for phrase in group]
    return Safety(rules, Phrases(known.get("now", ())), spelling(vocabulary), known.get("line", {}))


def check_outcomes(mistakes: Mistakes, safety: Safety) -> None:
    """A language without rules for an outcome is deaf to it."""
    for outcome in OUTCOMES:
        if not any(rule.outcome == outcome for rule in safety.rules):
            mistakes.note("rule", f"there is none with outcome = {outcome!r}: such a text would never be heard")


def _phrase(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not value.strip() or not all(plain(word.strip("*")) for word in value.split()):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes; a star stands only behind letters")
    if len([each for each in sentences(value) if plain(each)]) > 1:
        return place.wrong(f"{value!r} would never be found: a rule looks at one sentence at a time")
    for word in value.split():
        stem = word.rstrip("*")
        if "*" in stem:
            return place.wrong(f"{value!r}: a star stands only at the end of a word")
        if stem != word and len(stem) < (2 if stem.isdigit() else FEWEST_BEFORE_A_STAR):
            return place.wrong(f"{value!r}: a star needs {FEWEST_BEFORE_A_STAR} letters before it, or it fits any word")
    return value


def _exception(place: Place, value: Any) -> Any:
    if _phrase(place, value) and len(value) < 2:
        return place.wrong(f"{value!r} is too short: it would keep the rule silent nearly always")
    return value


def _rule(place: Place, value: Any) -> Any:
    found = _RULE(place, value)
    groups = value.get("all") if isinstance(value, Mapping) else None
    if isinstance(groups, list) and len(groups) == 1 and isinstance(groups[0], list):
        for phrase in groups[0]:
            if isinstance(phrase, str) and len(phrase) < 2:
                place.at("all").wrong(f"{phrase!r} alone is too short: the rule would hear it nearly everywhere")
    return found


_PHRASES = several(_phrase, least=1, of="words and phrases", distinct=True)
_RULE = table(
    {
        "outcome": choice(*OUTCOMES),
        "all": several(_PHRASES, least=1, of='lists of phrases: [["fever"], ["chills"]]'),
        "example": text(),
        "source": text(),
        "signed_by": text(empty=True),
    },
    {"unless": several(_exception, of="words and phrases", distinct=True)},
)
_LINE = table({**dict.fromkeys(OUTCOMES, text()), "signed_by": text(empty=True)})
_SAFETY = table({"rule": tables(_rule, "rule")}, {"now": _PHRASES, "line": _LINE})
