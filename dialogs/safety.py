"""What must not wait: every free text is looked at first, in every step, before it can become an answer.

The rules are content, with a source each, and wait for a clinician's signature. They only choose between messages that
were written beforehand; they never decide anything, and one tap leads back to where the patient was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dialogs.guide import ContentError, read_toml

OUTCOMES = ("emergency", "call_team")
"""The graver first. Each is the name of the message that is said."""


@dataclass(frozen=True, slots=True)
class Rule:
    """If every group has a word or phrase in one sentence of the text, the outcome is said."""

    outcome: str
    groups: tuple[tuple[re.Pattern[str], ...], ...]
    unless: tuple[re.Pattern[str], ...]

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
        sentences = [plain(sentence) for sentence in re.split(r"[.!?]+(?:\s|$)|\n", text)]
        found = {rule.outcome for rule in self.rules for sentence in sentences if rule.matches(sentence)}
        return next((outcome for outcome in OUTCOMES if outcome in found), None)


def plain(text: str) -> str:
    """Small letters without accents or apostrophes; every other mark becomes a space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(re.sub(r"[^\w.]+", " ", re.sub(r"['’`]", "", letters)).split())


def read_safety(file: Path) -> Safety:
    """Read and check safety.toml: `[[rule]]` tables with `outcome`, `all` (lists of phrases) and a `source`."""
    rules = []
    for number, table in enumerate(read_toml(file).get("rule", ()), start=1):
        where = f"rule {number}"
        if table.get("outcome") not in OUTCOMES:
            raise ContentError(file, f"{where}.outcome", f"must be one of {', '.join(OUTCOMES)}")
        if not table.get("source") or "signed_by" not in table:
            raise ContentError(file, where, 'needs a source, and signed_by (empty: "awaiting a clinician")')
        groups = table.get("all")
        if not isinstance(groups, list) or not groups or not all(isinstance(group, list) and group for group in groups):
            raise ContentError(file, f"{where}.all", "must be a list of lists of phrases")
        rules.append(
            Rule(
                outcome=table["outcome"],
                groups=tuple(tuple(_patterns(group)) for group in groups),
                unless=tuple(_patterns(table.get("unless", ()))),
            )
        )
    return Safety(tuple(rules))


def _patterns(phrases: Iterable[str]) -> Iterable[re.Pattern[str]]:
    """A phrase stands for whole words; a star at the end of a word stands for any ending."""
    for phrase in phrases:
        words = (re.escape(plain(word.rstrip("*"))) + (r"\w*" if word.endswith("*") else "") for word in phrase.split())
        yield re.compile(r"(?<!\w)" + " ".join(words) + r"(?!\w)")
