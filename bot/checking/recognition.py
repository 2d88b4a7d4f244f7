"""Every phrase by which papers are recognised, tried on a paper that has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.documents.recognition.dates import date_in
from bot.documents.recognition.labels import labelled
from bot.documents.recognition.lines import lines_of, whole
from bot.documents.recognition.plain_lists import Phrases
from bot.documents.recognition.rules import Rules, rules_from_plain
from dialogs.content.files import Mistakes


def try_phrases(mistakes: Mistakes, plain: Mapping[str, Any]) -> int:
    """Each phrase, label and month finds itself in a line of print. How many."""
    try:
        rules = rules_from_plain(plain)
    except ValueError as error:
        key, _, problem = str(error).partition(": ")
        mistakes.note(key, problem)
        return 0
    tried = 0
    for key, written, phrases in _lists(plain, rules):
        for phrase, ready in zip(written, phrases, strict=True):
            tried += 1
            if ready not in whole(lines_of([phrase.replace("*", "")])):
                mistakes.note(key, f"{phrase!r} would not be found in a paper that says it")
    for kind, labels in plain["label"].items():
        for label in labels:
            tried += 1
            if kind not in {each.kind for each in labelled(lines_of([f"{label.capitalize()}: 1"]), rules)}:
                mistakes.note(f"label.{kind}", f"{label!r} would not be found in a paper that says it")
    for number, names in enumerate(plain["dates"]["months"], start=1):
        for name in names:
            tried += 1
            if date_in(f"3 {name} 2025", rules.order, rules) != date(2025, number, 3):
                mistakes.note("dates.months", f"'3 {name} 2025' would not be read as a date")
    return tried


def _lists(plain: Mapping[str, Any], rules: Rules) -> Iterator[tuple[str, list[str], Phrases]]:
    for kind in rules.kinds:
        for side, phrases in (("strong", kind.strong), ("weak", kind.weak), ("against", kind.against)):
            yield f"record.{kind.record}.{side}", plain["record"][kind.record][side], phrases
        for written, phrases in zip(plain["record"][kind.record].get("parts", ()), kind.parts, strict=True):
            yield f"record.{kind.record}.parts", written, phrases
        yield f"record.{kind.record}.unless", plain["record"][kind.record].get("unless", []), kind.unless
    yield "no_record.phrases", plain["no_record"]["phrases"], rules.no_record
    for key, reference in zip(("to_come", "waiting", "phrases", "compared"), rules.references, strict=True):
        yield f"pointer.{key}", plain["pointer"][key], reference.phrases
    yield "pointer.unless", plain["pointer"]["unless"], rules.no_pointers
    yield "place.endings", plain["place"]["endings"], rules.places
