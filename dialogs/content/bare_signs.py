"""The plainest signs of one language, read from content/: what is heard when it is said alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes, unless_changed
from dialogs.content.phrases import plain_phrase
from dialogs.content.shapes import Place, read, several, table, text
from dialogs.understanding.safety.bare import Bare
from dialogs.understanding.safety.heard import URGENT
from dialogs.understanding.safety.letters import tokens

OTHERS = ("around", "begins", "denies", "falls", "thinners", "burdens", "joins", "dead")
"""What stands there beside the signs, as `Bare` has it."""


@unless_changed
def read_bare(file: Path) -> Bare:
    """Read and check bare.toml: phrases under a kind that must not wait, and those that may stand around them.

    Raises `ContentError` naming every key that is wrong.
    """
    known = read(file, _BARE)
    mistakes, stands = Mistakes(file), dict[tuple[str, ...], str]()
    for key in (*URGENT, "around", "denies", "falls", "thinners", "burdens", "joins", "dead"):
        for phrase in known.get(key, ()):
            before = stands.setdefault(tuple(tokens(phrase)), key)
            if before != key:
                mistakes.note(key, f"{phrase!r} stands in {before}, too: it is one or the other")
    mistakes.settle()
    signs = tuple((kind, tuple(known[kind])) for kind in URGENT if kind in known)
    return Bare(signs, *(tuple(known.get(key, ())) for key in OTHERS))


def _phrase(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not plain_phrase(value):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    return value


_PHRASES = several(_phrase, least=1, of="words and phrases", distinct=True)
_BARE = table({"around": _PHRASES, "signed_by": text(empty=True)}, dict.fromkeys((*URGENT, *OTHERS[1:]), _PHRASES))
