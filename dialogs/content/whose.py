"""Whose records they are: what is said of the patient to themselves, and to somebody who cares for them.

A language names such words itself in [whose] of its words.toml, once for each reader. Wherever its words or letters
have one of the names in curly brackets, and its messages in double ones, the reader's word stands there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes, read_toml
from dialogs.content.shapes import Place, any_keys, table, text

OWN, OTHER = "own", "other"
"""To the patient themselves, and to who gathers the records of another."""
NAME = re.compile(r"[A-Za-z_]+")


def read_whose(file: Path, taken: Collection[str], form: str, wanting: bool = False) -> Mapping[str, str]:
    """[whose.own] or [whose.other]: both have the same names, and none is `taken`. Raises `ContentError`.

    `wanting`: the language is not finished, and may have none.
    """
    mistakes = Mistakes(file)
    if wanting and (not file.exists() or "whose" not in read_toml(file)):
        return {}
    each = any_keys(text(empty=True))
    whose = table({OWN: each, OTHER: each})(Place(mistakes, "whose"), read_toml(file).get("whose", {}))
    mistakes.settle()
    for here, there in ((OWN, OTHER), (OTHER, OWN)):
        for name in whose[here]:
            if not NAME.fullmatch(name):
                mistakes.note(f"whose.{here}.{name}", "is not a name: it should be of letters and _ alone")
            if name in taken:
                mistakes.note(f"whose.{here}.{name}", "is the name of something else that is filled in")
            if name not in whose[there]:
                mistakes.note(f"whose.{there}.{name}", f"is missing; whose.{here} has it")
    mistakes.settle()
    return dict(whose[form])


def filled(written: Any, whose: Mapping[str, str]) -> Any:
    """What stands in a file, with the words of `whose` in the place of their names; other names stay."""
    if isinstance(written, str):
        return re.sub(r"{([^{}]*)}", lambda found: whose.get(found[1], found[0]), written)
    if isinstance(written, list):
        return [filled(each, whose) for each in written]
    return {key: filled(each, whose) for key, each in written.items()} if isinstance(written, Mapping) else written


def laid_over(below: Mapping[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
    """What is written, and what is not written as it stands below."""
    both = dict(below)
    for key, each in written.items():
        under = below.get(key)
        both[key] = laid_over(under, each) if isinstance(each, Mapping) and isinstance(under, Mapping) else each
    return both
