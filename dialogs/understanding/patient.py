"""Who the records are of: what the patient agreed to, and before that what their files say as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from itertools import combinations

from dialogs.case.case import Case
from dialogs.case.document import Document, readable
from dialogs.case.patient import Patient
from dialogs.understanding.names import same_person
from dialogs.understanding.record_numbers import RecordNumber, on_one_line, read_numbers
from dialogs.understanding.suggestions import MOST_NAMES, strangers

MAX_LINE = 120
"""Characters of a line about the patient; more would be a mistake of reading rather than a name."""

LINES = tuple(each.name for each in fields(Patient))
"""The lines about a patient, in the order of their cards and papers."""


def about_patient(case: Case) -> Patient:
    """What the patient agreed to, line by line; a name that they wrote for the cover is theirs too."""
    return replace(case.patient, name=case.name or case.patient.name)


def offered(case: Case) -> Patient:
    """What is printed on the files, each line only where all files that have it agree; nobody agreed to it yet.

    Files that are surely somebody else's do not count. Where two names may be two people, nothing that tells one person
    from another is offered. Two hospitals have two numbers for one patient: those are offered together.
    """
    files = _own(case)
    is_one = _is_one(each.facts.patient for each in files)
    return Patient(
        name=_name(files) if is_one else "",
        former=_agreed(each.facts.former for each in files) if is_one else "",
        born=_agreed(each.facts.born for each in files if len(each.facts.born) == len("1954-02-07")) if is_one else "",
        number=on_one_line(offered_numbers(case), MAX_LINE),
        doctor=_agreed(each.facts.doctor for each in files),
        hospital=_agreed(each.facts.institution for each in files),
    )


def offered_numbers(case: Case) -> tuple[RecordNumber, ...]:
    """The numbers on the files, if those are surely one person's: the name and the date of birth say nothing else."""
    files = _own(case)
    births = {each.facts.born for each in files if len(each.facts.born) == len("1954-02-07")}
    numbers = read_numbers(files)
    is_one = _is_one(each.facts.patient for each in files) and (len(numbers) == 1 or len(births) < 2)
    return numbers if is_one else ()


def names_differ(case: Case) -> bool:
    """Names are printed on the files, and may be those of two people: that is not the same as no name."""
    return not _is_one(each.facts.patient for each in _own(case))


def shown(case: Case) -> Patient:
    """What the card shows, and a letter that its patient reads before they sign it.

    That is what was agreed to, and beside it what was read and not turned down.
    """
    known, read = asdict(about_patient(case)), asdict(offered(case))
    return Patient(**{line: known[line] or ("" if _declined(line) in case.settled else read[line]) for line in LINES})


def agreed(case: Case) -> Case:
    """The case once all that the card shows is right."""
    return replace(case, patient=shown(case))


def with_line(case: Case, line: str, text: str) -> Case:
    """The case with one line as its patient wrote it; an empty one is not offered again.

    A name that was written for the cover of an earlier packet gives way to it.
    """
    settled = (*(each for each in case.settled if each != _declined(line)), *(() if text else (_declined(line),)))
    case = replace(case, patient=Patient(**{**asdict(case.patient), line: text}), settled=settled)
    return replace(case, name="", unnamed=not text) if line == "name" else case


def line_in(patient: Patient, line: str) -> str:
    """One of the `LINES`."""
    return str(asdict(patient)[line])


def _declined(line: str) -> str:
    """How it is kept that a line which was read is not to stand there."""
    return f"patient.{line}"


def name_for_readers(case: Case) -> str:
    """The name on the cover and the summary: written or agreed to, else printed on the files as one; or none at all."""
    return case.name or ("" if case.unnamed else case.patient.name or offered(case).name)


def _own(case: Case) -> list[Document]:
    """The files that are not surely somebody else's."""
    others = strangers(case)
    return [each for each in readable(case.documents) if each.number not in others]


def _is_one(names: Iterable[str]) -> bool:
    """Whether all names are surely one person's; of very many spellings nobody can say."""
    spelled = {_plain(each) for each in names} - {""}
    if len(spelled) > MOST_NAMES:
        return False
    return all(one.casefold() == other.casefold() or same_person(one, other) for one, other in combinations(spelled, 2))


def _name(files: Iterable[Document]) -> str:
    """The name as most files spell it."""
    names = Counter(_plain(each.facts.patient) for each in files if each.facts.patient)
    return next((name for name, _ in names.most_common() if len(name) <= MAX_LINE), "")


def _agreed(found: Iterable[str]) -> str:
    """What all that have something say, whatever its capitals; else nothing."""
    spelled = {_plain(each).casefold(): _plain(each) for each in found if each.strip()}
    (one,) = spelled.values() if len(spelled) == 1 else ("",)
    return one if len(one) <= MAX_LINE else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
