"""What is printed on a paper, read by the rules that stand in `content/`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.facts import NOTHING_READ, Facts


@dataclass(frozen=True)
class Rules:
    """How facts are recognised; so far, none are."""


def rules_from_plain(plain: Mapping[str, Any]) -> Rules:
    """The rules as they stand in `content/`."""
    return Rules()


def facts_of(pages: Sequence[str], rules: Rules) -> Facts:
    """What is printed on these pages, a text each."""
    return NOTHING_READ
