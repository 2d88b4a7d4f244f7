"""What must not wait: every free text is looked at first, in every step, before it can become an answer.

The rules are content, with a source each, and wait for a clinician's signature. They only choose between messages that
were written beforehand; they never decide anything, and one tap leads back to where the patient was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dialogs.content_files import Mistakes
from dialogs.shapes import Place, choice, read, several, table, tables, text

OUTCOMES = ("emergency", "call_team")
"""The graver first. Each is the name of the message that is said."""
FEWEST_BEFORE_A_STAR = 3
"""Letters (of digits two): with fewer, a star stands for half of all words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """If every group has a word or phrase in one sentence of the text, the outcome is said."""

    outcome: str
    groups: tuple[tuple[re.Pattern[str], ...], ...]
    unless: tuple[re.Pattern[str], ...]
    example: str = ""
    """What somebody may write who means it."""

    def matches(self, sentence: str) -> bool:
        if any(pattern.search(sentence) for pattern in self.unless):
            return False
        return all(any(pattern.search(sentence) for pattern in group) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Safety:
    """The rules of one language."""

    rules: tuple[Rule, ...] = ()

    def outcome(self, text: str) -> str | None:
        """The gravest outcome whose rule matches a sentence of the text, or None."""
        said = sentences(text)
        found = {rule.outcome for rule in self.rules for sentence in said if rule.matches(sentence)}
        return next((outcome for outcome in OUTCOMES if outcome in found), None)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each in plain words."""
    return [plain(sentence) for sentence in re.split(r"[.!?]+(?:\s|$)|\n", text)]


def plain(text: str) -> str:
    """Small letters without accents or apostrophes; every other mark becomes a space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(re.sub(r"[^\w.]+", " ", re.sub(r"['’`]", "", letters)).split())


def read_safety(file: Path) -> Safety:
    """Read and check safety.toml: `[[rule]]` tables with `outcome`, `all` (lists of phrases), `example`, `source`."""
    rules = tuple(
        Rule(
            outcome=table["outcome"],
            groups=tuple(tuple(_patterns(group)) for group in table["all"]),
            unless=tuple(_patterns(table.get("unless", ()))),
            example=table["example"],
        )
        for table in read(file, _SAFETY)["rule"]
    )
    mistakes = Mistakes(file)
    for number, rule in enumerate(rules, start=1):
        if not any(rule.matches(sentence) for sentence in sentences(rule.example)):
            mistakes.note(f"rule {number}.example", f"the rule does not hear its own example: {rule.example!r}")
    mistakes.settle()
    return Safety(rules)


def check_outcomes(mistakes: Mistakes, safety: Safety) -> None:
    """A language without rules for an outcome is deaf to it."""
    for outcome in OUTCOMES:
        if not any(rule.outcome == outcome for rule in safety.rules):
            mistakes.note("rule", f"there is none with outcome = {outcome!r}: such a text would never be heard")


def _phrase(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not value.strip() or not all(plain(word.strip("*")) for word in value.split()):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes; a star stands only behind letters")
    if len([each for each in sentences(value) if each]) > 1:
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
_SAFETY = table({"rule": tables(_rule, "rule")})


def _patterns(phrases: Iterable[str]) -> Iterable[re.Pattern[str]]:
    return map(_pattern, phrases)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase stands for whole words; a star at the end of a word stands for any ending."""
    words = (re.escape(plain(word.rstrip("*"))) + (r"\w*" if word.endswith("*") else "") for word in phrase.split())
    return re.compile(r"(?<!\w)" + " ".join(words) + r"(?!\w)")
