"""The guide: which records we ask for and in what order, read from `content/` and checked before anyone sees it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANSWERS = ("send", "elsewhere", "asked", "missing", "not_applicable", "unsure")
LETTERS = ("records", "disc", "slides", "doctor", "caregiver")
"""The letters that ask for a record, and the permission for someone who helps."""
TRACKED = ("disc", "transfer", "link", "shipped", "arrived", "returned")
"""Where a large original is that is never sent here: a disc of images, glass slides."""
KEY = re.compile(r"[a-z][a-z0-9_]{0,31}")
RESERVED = frozenset(
    {"welcome", "consent", "decision", "questions", "review", "reminders", "summary"}
    | {"letters", "files", "packet", "requests", "date", "after", "errands"}
)

LISTS = ("start_with", "example_questions", "bring_forward", "recent")


class ContentError(Exception):
    """A mistake in content/, named by file and key so that its author can mend it."""

    def __init__(self, file: Path | str, key: str, problem: str) -> None:
        super().__init__(f"{file}: {key}: {problem}")
        self.file, self.key, self.problem = str(file), key, problem


@dataclass(frozen=True, slots=True)
class Record:
    """One kind of record a reviewing doctor may want to see."""

    key: str
    answers: tuple[str, ...] = ANSWERS
    follows: str = ""
    """The record it hangs on: asked about only where that one applies."""
    numbered: bool = True
    """Counted in "3 of 10"; a record that is not is one more question about the record it follows."""
    letter: str = LETTERS[0]
    """The letter that asks for it."""
    loan: bool = False
    """It belongs to a lab and must go back, like glass slides."""
    lead_days: int = 0
    """How many days before the date that matters it should be asked for; 0: no need to ask ahead."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The records and questions, in the order we ask."""

    records: tuple[Record, ...]
    most_important: str
    start_with: tuple[str, ...]
    """What to gather first when not everything can be had."""
    example_questions: tuple[str, ...] = ()
    bring_forward: tuple[str, ...] = ()
    """The questions worth bringing to any conversation with a doctor."""
    recent: tuple[str, ...] = ()
    """The records of which some centers ask for recent ones."""
    scan_reports: str = ""
    """The record of written results of scans, which are compared with the images that are here; empty: none."""

    def record(self, key: str) -> Record | None:
        return next((record for record in self.records if record.key == key), None)

    def after(self, record: Record) -> tuple[Record, ...]:
        return self.records[self.records.index(record) + 1 :]

    def before(self, record: Record) -> tuple[Record, ...]:
        """The records before this one, the nearest first."""
        return self.records[: self.records.index(record)][::-1]

    @property
    def numbered(self) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.numbered)

    def number(self, record: Record) -> int:
        """The place of a record among the counted ones, from 1; one that is not counted shares its parent's."""
        counted = [each for each in self.records[: self.records.index(record) + 1] if each.numbered]
        return len(counted)


def read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(file, "file", "is not there") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(file, "file", f"cannot be read as TOML: {error}") from None


def read_guide(file: Path) -> Guide:
    """Read and check guide.toml. Raises `ContentError` naming the key that is wrong."""
    plain = read_toml(file)
    _only(file, "guide", plain, {"record", "most_important", "scan_reports", *LISTS})
    tables = plain.get("record")
    if not isinstance(tables, list) or not tables:
        raise ContentError(file, "record", "at least one [[record]] is needed")
    records: list[Record] = []
    for number, table in enumerate(tables, start=1):
        records.append(_record(file, f"record {number}", table, records))
    keys = {record.key for record in records}
    lists = {name: _keys(file, name, plain) for name in LISTS}
    for key in (*lists["start_with"], plain.get("most_important")):
        if key not in keys:
            where = "most_important" if key == plain.get("most_important") else "start_with"
            raise ContentError(file, where, f"{key!r} is not a record")
    scan_reports = plain.get("scan_reports", "")
    for name, named in (("recent", lists["recent"]), ("scan_reports", (scan_reports,) if scan_reports else ())):
        for key in named:
            if key not in keys:
                raise ContentError(file, name, f"{key!r} is not a record")
    return Guide(tuple(records), plain["most_important"], scan_reports=scan_reports, **lists)


def _record(file: Path, where: str, table: Mapping[str, Any], earlier: list[Record]) -> Record:
    key = table.get("key")
    if not isinstance(key, str) or not KEY.fullmatch(key):
        raise ContentError(file, where, "needs a key of small letters, digits and _, at most 32, a letter first")
    _only(file, key, table, {"key", "answers", "follows", "numbered", "letter", "loan", "lead_days"})
    known = {record.key for record in earlier}
    if key in known or key in RESERVED:
        raise ContentError(file, key, "this key is taken")
    answers = _keys(file, "answers", table, where=key) if "answers" in table else ANSWERS
    for answer in answers:
        if answer not in (*ANSWERS, *TRACKED):
            raise ContentError(file, f"{key}.answers", f"{answer!r} is not one of {', '.join((*ANSWERS, *TRACKED))}")
    follows, numbered = table.get("follows", ""), table.get("numbered", True)
    if follows and follows not in known:
        raise ContentError(file, f"{key}.follows", f"{follows!r} is not a record asked earlier")
    if not isinstance(numbered, bool):
        raise ContentError(file, f"{key}.numbered", "must be true or false")
    if not numbered and not follows:
        raise ContentError(file, f"{key}.numbered", "only a record that follows another may go without a number")
    letter = table.get("letter", LETTERS[0])
    if letter not in LETTERS:
        raise ContentError(file, f"{key}.letter", f"{letter!r} is not one of {', '.join(LETTERS)}")
    loan, lead_days = table.get("loan", False), table.get("lead_days", 0)
    if not isinstance(loan, bool):
        raise ContentError(file, f"{key}.loan", "must be true or false")
    if not isinstance(lead_days, int) or isinstance(lead_days, bool) or not 0 <= lead_days <= 365:
        raise ContentError(file, f"{key}.lead_days", "must be a number of days, at most 365")
    return Record(key, answers, follows, numbered, letter, loan, lead_days)


def _keys(file: Path, name: str, table: Mapping[str, Any], where: str = "") -> tuple[str, ...]:
    value = table.get(name, [])
    key = f"{where}.{name}" if where else name
    if not isinstance(value, list) or not all(isinstance(each, str) and KEY.fullmatch(each) for each in value):
        raise ContentError(file, key, "must be a list of keys")
    if len(set(value)) != len(value):
        raise ContentError(file, key, "names something twice")
    return tuple(value)


def _only(file: Path, where: str, table: Mapping[str, Any], allowed: set[str]) -> None:
    for key in table:
        if key not in allowed:
            raise ContentError(file, f"{where}.{key}", "is not a setting we know; is it misspelt?")
