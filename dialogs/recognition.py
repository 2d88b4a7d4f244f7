"""The words by which a paper is recognised, read from `content/` and checked before they are used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialogs.guide import ContentError, Guide, read_toml

TABLES: Mapping[str, frozenset[str]] = {
    "no_record": frozenset({"phrases"}),
    "label": frozenset({"patient", "born", "examined", "reported", "dated", "identifier", "status", "other"}),
    "status": frozenset({"preliminary", "final", "amended"}),
    "pointer": frozenset({"phrases", "unless"}),
    "place": frozenset({"endings", "never_first", "joining"}),
    "name": frozenset({"titles", "particles", "never"}),
    "page": frozenset({"words", "of"}),
}
SIDES = frozenset({"strong", "weak", "against"})
ORDERS = ("", "day_first", "month_first")
SINGLE_WORDS = frozenset(
    {"place.never_first", "place.joining", "name.titles", "name.particles", "name.never", "page.words", "page.of"}
)


def read_recognition(file: Path, guide: Guide) -> dict[str, Any]:
    """Read and check recognition.toml; as plain as JSON, for whoever recognises. Raises `ContentError`."""
    plain = read_toml(file)
    _exactly(file, "", plain, {*TABLES, "record", "dates"})
    for record, sides in _table(file, "record", plain["record"]).items():
        if guide.record(record) is None:
            raise ContentError(file, f"record.{record}", "is not a record of the guide")
        _lists(file, f"record.{record}", sides, SIDES)
        if not sides["strong"]:
            raise ContentError(file, f"record.{record}.strong", "is empty: this record would never be recognised")
        _different(file, f"record.{record}", sides, "is also on another side")
    for name, keys in TABLES.items():
        _lists(file, name, plain[name], keys)
    _different(file, "label", plain["label"], "is also a label of something else")
    _different(file, "status", plain["status"], "is also another status")
    _dates(file, plain["dates"])
    return plain


def _dates(file: Path, dates: Any) -> None:
    _exactly(file, "dates.", dates, {"months", "order", "dotted_order"})
    months = dates["months"]
    if not isinstance(months, list) or len(months) != 12:
        raise ContentError(file, "dates.months", "must be twelve lists of names")
    for names in months:
        _phrases(file, "dates.months", names, single=True)
    _different(file, "dates", {"months": [name for names in months for name in names]}, "is two months")
    for key in ("order", "dotted_order"):
        if dates[key] not in ORDERS:
            raise ContentError(file, f"dates.{key}", 'must be "day_first", "month_first" or ""')


def _lists(file: Path, where: str, table: Any, keys: frozenset[str]) -> None:
    _exactly(file, f"{where}.", table, keys)
    for key in sorted(keys):
        _phrases(file, f"{where}.{key}", table[key], single=f"{where}.{key}" in SINGLE_WORDS)


def _phrases(file: Path, where: str, phrases: Any, single: bool = False) -> None:
    if not isinstance(phrases, list) or not all(isinstance(each, str) and each.strip() for each in phrases):
        raise ContentError(file, where, "must be a list of words or phrases")
    for phrase in phrases:
        words = phrase.removesuffix("*").split()
        if phrase != phrase.lower() or not words or not all(word.isalnum() for word in words):
            raise ContentError(file, where, f"{phrase!r} must be small letters and digits, with spaces between words")
        if single and (len(words) > 1 or phrase.endswith("*")):
            raise ContentError(file, where, f"{phrase!r} must be one word")


def _different(file: Path, where: str, lists: Mapping[str, list[str]], problem: str) -> None:
    """No phrase stands in two lists, or twice in one."""
    seen: dict[str, str] = {}
    for key, phrases in lists.items():
        for phrase in phrases:
            if phrase in seen:
                twice = seen[phrase] == key
                raise ContentError(file, f"{where}.{key}", f"{phrase!r} {'stands there twice' if twice else problem}")
            seen[phrase] = key


def _exactly(file: Path, where: str, table: Any, keys: set[str] | frozenset[str]) -> None:
    """A table with these keys and no others."""
    _table(file, where.rstrip("."), table)
    for key in table:
        if key not in keys:
            raise ContentError(file, f"{where}{key}", "is not a setting we know; is it misspelt?")
    for key in sorted(keys):
        if key not in table:
            raise ContentError(file, f"{where}{key}", "is missing")


def _table(file: Path, where: str, table: Any) -> Mapping[str, Any]:
    if not isinstance(table, Mapping):
        raise ContentError(file, where, "must be a table")
    return table
