"""The letters of one language, read from their folder in `content/` and checked before anyone signs one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialogs.guide import LETTERS, ContentError, read_toml
from dialogs.letters import BACK, BY_COUNTRY, COUNTRIES, LISTS, Blank, Letter, Letters, Part

_LETTER = {"reviewed_by", "title", "to", "sender", "greeting", "closing", "phone", "part", "rule", "sign"}
_PAGE = {"reviewed_by", "title", "file_name", "intro", "foot", "part"}
_HOLDS = {"blanks", "choices", "points", "list", "rule"}


def read_letters(folder: Path) -> Letters:
    """Read and check the letters of one language. Raises `ContentError` naming the file and the key that is wrong."""
    for file in sorted(folder.glob("*")):
        if file.name not in {f"{kind}.toml" for kind in (*LETTERS, BACK, "labels")}:
            raise ContentError(file, "file", "is not a letter the bot writes; is its name misspelt?")
    labels = folder / "labels.toml"
    shared = read_toml(labels)
    _only(labels, "", shared, {"to", "sign", "file_name", "blank"})
    blanks = {key: _blank(labels, f"blank.{key}", table) for key, table in shared.get("blank", {}).items()}
    page = read_toml(folder / f"{BACK}.toml")
    return Letters(
        kinds={kind: _letter(folder / f"{kind}.toml", kind, blanks) for kind in LETTERS},
        back=_back(folder / f"{BACK}.toml", page, blanks),
        blanks=blanks,
        to=_text(labels, shared, "to"),
        sign=_texts(labels, shared, "sign", at_least=1),
        file_name=_text(labels, shared, "file_name"),
        back_file_name=_text(folder / f"{BACK}.toml", page, "file_name"),
    )


def _letter(file: Path, kind: str, blanks: Mapping[str, Blank]) -> Letter:
    plain = read_toml(file)
    _only(file, "", plain, _LETTER)
    _reviewed(file, plain)
    parts = _parts(file, plain, blanks)
    rules = _rules(file, plain, kind)
    if bool(rules) != any(part.rule for part in parts):
        raise ContentError(file, "rule", "needs one part with rule = true, and a [[rule]] for each country")
    return Letter(
        title=_text(file, plain, "title"),
        to=_texts(file, plain, "to"),
        sender=_known_blanks(file, "sender", _texts(file, plain, "sender", at_least=1), blanks),
        greeting=_text(file, plain, "greeting"),
        closing=_text(file, plain, "closing"),
        phone=_texts(file, plain, "phone", at_least=1),
        parts=parts,
        rules=rules,
        sign=_texts(file, plain, "sign"),
    )


def _back(file: Path, plain: Mapping[str, Any], blanks: Mapping[str, Blank]) -> Letter:
    _only(file, "", plain, _PAGE)
    _reviewed(file, plain)
    return Letter(
        title=_text(file, plain, "title"),
        greeting=_text(file, plain, "intro"),
        closing=_text(file, plain, "foot"),
        parts=_parts(file, plain, blanks),
    )


def _parts(file: Path, plain: Mapping[str, Any], blanks: Mapping[str, Blank]) -> tuple[Part, ...]:
    tables = plain.get("part")
    if not isinstance(tables, list) or not tables:
        raise ContentError(file, "part", "at least one [[part]] is needed")
    return tuple(_part(file, f"part {number}", table, blanks) for number, table in enumerate(tables, start=1))


def _part(file: Path, where: str, table: Mapping[str, Any], blanks: Mapping[str, Blank]) -> Part:
    _only(file, f"{where}.", table, {"heading", "say", "spare", *_HOLDS})
    if len(table.keys() & _HOLDS) > 1 or not table.keys() & {"say", *_HOLDS}:
        raise ContentError(file, where, f"needs words to say or one of {', '.join(sorted(_HOLDS))}")
    if "list" in table and table["list"] not in LISTS:
        raise ContentError(file, f"{where}.list", f"{table['list']!r} is not one of {', '.join(LISTS)}")
    return Part(
        heading=_text(file, table, "heading", where) if "heading" in table else "",
        say=_text(file, table, "say", where) if "say" in table else "",
        blanks=_known_blanks(file, f"{where}.blanks", _texts(file, table, "blanks", where), blanks),
        choices=_texts(file, table, "choices", where),
        points=_texts(file, table, "points", where),
        list=table.get("list", ""),
        rule=table.get("rule", False) is True,
        spare=_number(file, f"{where}.spare", table.get("spare", 0), 0),
    )


def _rules(file: Path, plain: Mapping[str, Any], kind: str) -> dict[str, str]:
    rules: dict[str, str] = {}
    for number, table in enumerate(plain.get("rule", []), start=1):
        where = f"rule {number}"
        _only(file, f"{where}.", table, {"country", "says", "source", "reviewed_by"})
        country = table.get("country")
        if country not in COUNTRIES:
            raise ContentError(file, f"{where}.country", f"{country!r} is not one of {', '.join(COUNTRIES)}")
        if country != "other":
            if not str(table.get("source", "")).startswith("https://"):
                raise ContentError(file, f"{where}.source", "needs the address of the page that states the rule")
            _reviewed(file, table, f"{where}.")
        rules[country] = _text(file, table, "says", where)
    for country in COUNTRIES if kind in BY_COUNTRY else ():
        if country not in rules:
            raise ContentError(file, "rule", f"has none for {country!r}")
    if rules and kind not in BY_COUNTRY:
        raise ContentError(file, "rule", "this letter is written without asking for a country")
    return rules


def _blank(file: Path, where: str, table: Mapping[str, Any]) -> Blank:
    _only(file, f"{where}.", table, {"label", "lines"})
    if not isinstance(label := table.get("label"), str):
        raise ContentError(file, f"{where}.label", "is missing")
    return Blank(label, _number(file, f"{where}.lines", table.get("lines", 1), 1))


def _known_blanks(file: Path, where: str, keys: tuple[str, ...], blanks: Mapping[str, Blank]) -> tuple[str, ...]:
    for key in keys:
        if key not in blanks:
            raise ContentError(file, where, f"{key!r} has no [blank.{key}] in labels.toml")
    return keys


def _reviewed(file: Path, table: Mapping[str, Any], where: str = "") -> None:
    if not isinstance(table.get("reviewed_by"), str):
        raise ContentError(file, f"{where}reviewed_by", "is missing; it is empty until someone has signed")


def _text(file: Path, table: Mapping[str, Any], key: str, where: str = "") -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ContentError(file, f"{where}.{key}".lstrip("."), "is missing or empty")
    return value.strip()


def _texts(file: Path, table: Mapping[str, Any], key: str, where: str = "", at_least: int = 0) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise ContentError(file, f"{where}.{key}".lstrip("."), "must be a list of sentences")
    if len(value) < at_least:
        raise ContentError(file, f"{where}.{key}".lstrip("."), "is missing or empty")
    return tuple(value)


def _number(file: Path, key: str, value: Any, at_least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not at_least <= value <= 6:
        raise ContentError(file, key, f"must be a number from {at_least} to 6")
    return value


def _only(file: Path, where: str, table: Mapping[str, Any], allowed: set[str]) -> None:
    for key in table:
        if key not in allowed:
            raise ContentError(file, f"{where}{key}", "is not a setting we know; is it misspelt?")
