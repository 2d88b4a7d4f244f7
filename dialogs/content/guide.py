"""The guide: which records we ask for and in what order, read from `content/` and checked before anyone sees it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogs.content.files import Mistakes
from dialogs.content.profile import ANOTHER, Profile
from dialogs.content.shapes import Place, Shape, choice, flag, read, several, table, tables, whole
from dialogs.letters import COUNTRIES

ANSWERS = ("send", "elsewhere", "asked", "missing", "not_applicable", "unsure")
CLOCK_DAYS = (10, 25, 30)
"""Days of which a message tells how far the legal time is gone (`note_clock_10` …)."""
LETTERS = ("records", "disc", "slides", "doctor", "caregiver")
"""The letters that ask for a record, and the permission for someone who helps."""
TRACKED = ("disc", "transfer", "link", "shipped", "arrived", "returned")
"""Where a large original is that is never sent here: a disc of images, glass slides."""
KEY = re.compile(r"[a-z][a-z0-9_]{0,31}")
STORED = (
    *("pathology", "slides", "imaging_reports", "imaging_files", "labs", "staging", "biomarkers", "procedures"),
    *("treatment_plan", "medications", "visit_notes"),
)
"""The records we have asked for since the first version: cases hold answers and files under these keys."""


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
    right_of_access: bool = False
    """A hospital has it in writing and must give a copy by law, in time: nothing lent, nothing unwritten."""
    said: bool = False
    """It can be told in words: what is written at its step is kept as the patient's own words."""
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
    differing: tuple[str, ...] = ()
    """The questions worth asking where two opinions differ."""
    recent: tuple[str, ...] = ()
    """The records of which some centers ask for recent ones."""
    scan_reports: str = ""
    """The record of written results of scans, which are compared with the images that are here; empty: none."""
    legal_days: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By country: the days after a request on which something is told about the time that a hospital has by law."""
    retired: tuple[str, ...] = ()
    """Records that were asked for once, and are not any more."""
    destinations: Mapping[str, Profile] = field(default_factory=dict)
    """What each destination asks for, by its key: `content/destinations/`."""

    def destination(self, key: str) -> Profile:
        """What is known of a destination; of one that has no profile (any more), what is known of any."""
        return self.destinations.get(key) or self.destinations.get(ANOTHER) or Profile(ANOTHER)

    def legal_days_of(self, country: str, key: str) -> tuple[int, ...]:
        """Of a request for this record; none where no right of access covers it."""
        record = self.record(key)
        return self.legal_days.get(country, ()) if record and record.right_of_access else ()

    def record(self, key: str) -> Record | None:
        return next((record for record in self.records if record.key == key), None)

    @property
    def scan_images(self) -> str:
        """The record of the images that belong to the written results of scans; empty: none."""
        return next((each.key for each in self.records if each.follows and each.follows == self.scan_reports), "")

    @property
    def numbered(self) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.numbered)


def read_guide(file: Path, steps: Collection[str] = ()) -> Guide:
    """Read and check guide.toml; no record is called as one of the `steps`. Raises `ContentError` naming the keys."""
    plain = read(file, _GUIDE)
    guide = Guide(
        records=tuple(_record(each) for each in plain["record"]),
        most_important=plain["most_important"],
        start_with=tuple(plain["start_with"]),
        example_questions=tuple(plain["example_questions"]),
        bring_forward=tuple(plain["bring_forward"]),
        differing=tuple(plain.get("differing", ())),
        recent=tuple(plain.get("recent", ())),
        scan_reports=plain.get("scan_reports", ""),
        retired=tuple(plain.get("retired", ())),
        legal_days={country: tuple(days) for country, days in plain.get("legal_days", {}).items()},
    )
    mistakes = Mistakes(file)
    _check_records(mistakes, guide, steps)
    _check_lists(mistakes, guide)
    _check_stored(mistakes, guide, plain.get("retired", ()))
    mistakes.settle()
    return guide


def key_shape(place: Place, value: Any) -> Any:
    """A key: it stands in the data of buttons and, for ever, in stored cases."""
    if not isinstance(value, str) or not KEY.fullmatch(value):
        return place.wrong(f"{value!r} should be small letters, digits and _, at most 32, a letter first")
    return value


def _keys(least: int = 0) -> Shape:
    return several(key_shape, least, of="keys", distinct=True)


_RECORD = table(
    {"key": key_shape},
    {
        "answers": several(choice(*ANSWERS, *TRACKED), least=1, of="answers", distinct=True),
        "follows": key_shape,
        "numbered": flag,
        "letter": choice(*LETTERS),
        "loan": flag,
        "right_of_access": flag,
        "said": flag,
        "lead_days": whole(0, 365, of=" of days"),
    },
)


def _clock_day(place: Place, value: Any) -> Any:
    known = ", ".join(map(str, CLOCK_DAYS))
    return value if value in CLOCK_DAYS else place.wrong(f"{value!r} is a day of which no message tells: {known}")


_LEGAL_DAYS = table({}, dict.fromkeys(COUNTRIES, several(_clock_day, of="days", distinct=True)))
_GUIDE = table(
    {
        "record": tables(_RECORD, "record", named="key"),
        "most_important": key_shape,
        "start_with": _keys(least=1),
        "example_questions": _keys(least=1),
        "bring_forward": _keys(least=1),
    },
    {"differing": _keys(), "recent": _keys(), "scan_reports": key_shape, "retired": _keys(), "legal_days": _LEGAL_DAYS},
)


def _record(table: Mapping[str, Any]) -> Record:
    return Record(**{**table, "answers": tuple(table.get("answers", ANSWERS))})


def _check_records(mistakes: Mistakes, guide: Guide, steps: Collection[str]) -> None:
    earlier = set[str]()
    for record in guide.records:
        if record.key in earlier or record.key in steps:
            mistakes.note(record.key, "this key is taken")
        if record.follows and record.follows not in earlier:
            mistakes.note(f"{record.key}.follows", f"{record.follows!r} is not a record asked earlier")
        if not record.numbered and not record.follows:
            mistakes.note(f"{record.key}.numbered", "only a record that follows another may go without a number")
        if not set(record.answers) & {"elsewhere", "asked", "missing", "disc", "send"}:
            mistakes.note(f"{record.key}.answers", "leaves a patient no way to say where the record is")
        if record.loan and record.right_of_access:
            mistakes.note(f"{record.key}.right_of_access", "covers copies of records, not what a lab lends")
        earlier.add(record.key)


def _check_lists(mistakes: Mistakes, guide: Guide) -> None:
    named = {"most_important": (guide.most_important,), "start_with": guide.start_with, "recent": guide.recent}
    for name, keys in (*named.items(), ("scan_reports", (guide.scan_reports,) if guide.scan_reports else ())):
        for key in keys:
            if guide.record(key) is None:
                mistakes.note(name, f"{key!r} is not a record")


def _check_stored(mistakes: Mistakes, guide: Guide, retired: Collection[str]) -> None:
    """A key that is gone leaves answers and files behind; an author who means it says so."""
    for key in STORED:
        if guide.record(key) is None and key not in retired:
            problem = f"{key!r} is gone, and patients' answers and files are stored under it: a key is never renamed; "
            mistakes.note("record", f"{problem}if it shall not be asked any more, write retired = [{key!r}] at the top")
    for key in retired:
        if guide.record(key):
            mistakes.note("retired", f"{key!r} is asked for: it is a [[record]]")
