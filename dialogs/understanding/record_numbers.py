"""The numbers under which hospitals keep one patient: as they stand on the files, and on one line of the patient's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.case.document import Document
from dialogs.content.phrases import figures_alike
from dialogs.understanding.places import is_one_place

MOST = 3
"""Different numbers that are offered: of more of them something was misread."""
_WITH_PLACE = re.compile(r"(?P<number>[^()]+?)\s*\((?P<place>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class RecordNumber:
    """One number, and where it was read as far as that is known."""

    number: str
    place: str = ""
    """The hospital whose number it is."""
    records: tuple[str, ...] = ()
    """The keys of the records on whose files it stands."""


def read_numbers(files: Sequence[Document]) -> tuple[RecordNumber, ...]:
    """The different numbers on these files, in their order; none if they are too many. 0042-7 and 42 7 are one."""
    found: dict[str, list[Document]] = {}
    for each in files:
        if key := _told_apart(each.facts.number):
            found.setdefault(key, []).append(each)
    numbers = tuple(map(_together, found.values()))
    return numbers if len(numbers) <= MOST else ()


def on_one_line(numbers: Sequence[RecordNumber], most: int) -> str:
    """All of them as one line of at most so many characters, each with its hospital where that fits; else none."""
    if len(numbers) == 1:
        lines = [numbers[0].number]
    else:
        lines = ["; ".join(map(written, numbers)), "; ".join(each.number for each in numbers)]
    return next((line for line in lines if len(line) <= most), "")


def written(number: RecordNumber) -> str:
    return f"{number.number} ({number.place})" if number.place else number.number


def numbers_in(line: str) -> tuple[RecordNumber, ...]:
    """The numbers of a line that was agreed to; what a patient wrote otherwise is one."""
    parts = [part.strip() for part in line.split(";") if part.strip()]
    return tuple(
        RecordNumber(match["number"], match["place"]) if (match := _WITH_PLACE.fullmatch(part)) else RecordNumber(part)
        for part in parts
    )


def number_at(line: str, whom: str) -> str:
    """What of a line is for one hospital: its own number if it is named there, else the line as it stands."""
    own = [each.number for each in numbers_in(line) if each.place and whom and is_one_place(each.place, whom)]
    return own[0] if len(own) == 1 else line


def _together(files: Sequence[Document]) -> RecordNumber:
    """One number, as most files spell it and with the hospital that stands on most of them."""
    spelled = Counter(" ".join(each.facts.number.split()) for each in files)
    places = Counter(" ".join(each.facts.institution.split()) for each in files if each.facts.institution.strip())
    ((number, _),) = spelled.most_common(1)
    place = next((re.sub(r"[();]", " ", each) for each, _ in places.most_common(1)), "")
    return RecordNumber(
        number, " ".join(place.split()), tuple(dict.fromkeys(filter(None, (each.record for each in files))))
    )


def _told_apart(number: str) -> str:
    return "".join(filter(str.isalnum, figures_alike(number).casefold())).lstrip("0")
