"""Who the records are of: what the patient agreed to, and before that what their files say as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from dialogs.case.case import Case
from dialogs.case.document import Document, readable
from dialogs.case.patient import NOBODY_YET, Patient
from dialogs.understanding.names import same_person
from dialogs.understanding.suggestions import MOST_NAMES, strangers

MAX_LINE = 120
"""Characters of a line about the patient; more would be a mistake of reading rather than a name."""


def about_patient(case: Case) -> Patient:
    """What the patient agreed to, line by line; a name that they wrote for the cover is theirs too."""
    return replace(case.patient, name=case.name or case.patient.name)


def offered(case: Case) -> Patient:
    """What is printed on the files, each line only where all files that have it agree; nobody agreed to it yet.

    Files that are surely somebody else's do not count. Where two names may be two people, nothing that tells one person
    from another is offered.
    """
    others = strangers(case)
    files = [each for each in readable(case.documents) if each.number not in others]
    is_one = _is_one(each.facts.patient for each in files)
    return Patient(
        name=_name(files) if is_one else "",
        former=_agreed(each.facts.former for each in files) if is_one else "",
        born=_agreed(each.facts.born for each in files if len(each.facts.born) == len("1954-02-07")) if is_one else "",
        number=_agreed(each.facts.number for each in files) if is_one else "",
        doctor=_agreed(each.facts.doctor for each in files),
        hospital=_agreed(each.facts.institution for each in files),
    )


def for_papers(case: Case) -> Patient:
    """What a paper says of the patient: what was agreed to, or what was read as long as nobody asked them."""
    if case.patient_seen or case.patient != NOBODY_YET:
        return about_patient(case)
    return replace(offered(case), **({"name": case.name} if case.name else {}))


def printed_name(case: Case) -> str:
    """The name that the files give as one; empty where there is any doubt."""
    return offered(case).name


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
