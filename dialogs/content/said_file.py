"""The plain words of one language read from content/: said.toml, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dialogs.content.decision_words import DECIDING, DecisionWords
from dialogs.content.files import Mistakes, unless_changed
from dialogs.content.meanings import (
    DROPPED,
    DYING,
    GLAD,
    GRAVER,
    HEAVY,
    HELPED,
    HOPE,
    KINDS,
    MEANINGS,
    NEWS,
    ON_ITS_WAY,
    PAPERS,
    TAKES_OVER,
    UNMOURNED,
    UNREACHED,
)
from dialogs.content.phrases import Phrases, plain, spelling
from dialogs.content.place_words import PLACING, PlaceWords
from dialogs.content.record_words import NEEDED, OWN_WORDS, record_words
from dialogs.content.said import Said
from dialogs.content.sayings import saying, secret_told
from dialogs.content.shapes import Place, read, several, table, tables, text

_WORDS = ("telling", "living", "figurative", "mourning", "withholding", "nobody")
"""What says whether a text may answer what is asked, and who tells of a death."""


@unless_changed
def read_said(file: Path) -> Said:
    """Read and check said.toml. Raises `ContentError` naming every key that is wrong."""
    known = read(file, _SAID)
    sayings = {kind: tuple(map(saying, known.get(kind, ()))) for kind in KINDS}
    all_tables = [each for kind in KINDS for each in known.get(kind, ())]
    vocabulary = [phrase for each in all_tables for group in each.get("all", ()) for phrase in group]
    beside = [phrase for each in all_tables for group in each.get("begins", ()) for phrase in group]
    # "Pásame el pdf" is no slip for "pésame": a word that says it is none is written as it is meant.
    beside += [phrase for each in all_tables for phrase in each.get("unless", ())]
    beside += [phrase for key in DECIDING for phrase in known.get(key, ())]  # "esperar" decides, and is no "esperara"
    lists: dict[str, Any] = {key: Phrases(known.get(key, ())) for key in ("courtesy", *_WORDS)}
    decision = DecisionWords(**{key: Phrases(known.get(key, ())) for key in DECIDING})
    lists["places"] = PlaceWords(**{key: Phrases(known.get(key, ())) for key in PLACING})
    secret = secret_told(known.get("secret", ()), known["secret_is"])
    lists["joins"] = tuple(known["joins"])
    lists |= {"decision": decision, "record": record_words(known.get("own_words", {}), known["joins"])}
    said = Said(sayings, **lists, secret=secret, spelling=spelling(vocabulary, beside))
    mistakes = Mistakes(file)
    for kind in KINDS:
        for number, one in enumerate(sayings[kind], start=1):
            if not _says(replace(said, sayings={kind: (one,)}), kind, one.example):
                mistakes.note(f"{kind} {number}.example", f"{one.example!r} is not heard by it")
    mistakes.settle()
    return said


def _says(said: Said, kind: str, text: str) -> bool:
    """Whether a text says one of `KINDS`, as it is listened for."""
    whole = {DROPPED: said.lets_go, DYING: said.tells_of_dying, HEAVY: said.carries_a_lot}
    if kind in (GLAD, HOPE):
        return said.is_said(kind, text)
    if kind in whole:
        return whole[kind](text)
    if kind in (NEWS, TAKES_OVER, ON_ITS_WAY, PAPERS, UNMOURNED):
        return said.is_all(text, kind)
    is_meaning = kind in (*MEANINGS, UNREACHED, HELPED, *GRAVER)
    return kind in said.says(text, (kind,)) if is_meaning else said.is_no_answer(text) == kind


def _phrase(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not plain(value):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    return value


def _one(place: Place, value: Any) -> Any:
    found = _TABLE(place, value)
    if isinstance(value, Mapping) and not {"all", "begins"} & value.keys():
        return place.wrong("needs all or begins: lists of phrases")
    return found


_PHRASES = several(_phrase, least=1, of="words and phrases")
_GROUPS = several(_PHRASES, least=1, of='lists of phrases: [["leave", "let"], ["me alone"]]')
_TABLE = table({"example": text()}, {"all": _GROUPS, "begins": _GROUPS, "only": _PHRASES, "unless": _PHRASES})
_SAID = table(
    dict.fromkeys(("joins", "secret_is"), _PHRASES),
    {
        **{kind: tables(_one, kind) for kind in KINDS},
        **dict.fromkeys(("courtesy", *_WORDS, *PLACING, *DECIDING, "secret"), _PHRASES),
        "own_words": table(dict.fromkeys(NEEDED, _PHRASES), dict.fromkeys(OWN_WORDS, _PHRASES)),
    },
)
