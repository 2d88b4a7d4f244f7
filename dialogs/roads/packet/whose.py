"""Whose papers these are: the name on the cover."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.understanding.names import same_person
from dialogs.understanding.suggestions import strangers

MAX_NAME = 60
"""Characters of the name on the cover."""


def name_on_cover(case: Case) -> str:
    """The name the patient wrote; else the one that is printed on their files; empty if they want none."""
    return case.name or ("" if case.unnamed else _printed(case))


def needs_name(case: Case) -> bool:
    """A helper makes a packet of somebody else's papers, and nothing says whose they are."""
    return case.for_another and not case.unnamed and not name_on_cover(case)


def _printed(case: Case) -> str:
    """The name as most files have it, if all that have one agree; empty where there is any doubt."""
    others = strangers(case)
    files = [each for each in readable(case.documents) if each.facts.patient and each.number not in others]
    names = Counter(" ".join(each.facts.patient.split()) for each in files)
    if not all(same_person(one, other) for one, other in combinations(names, 2)):
        return ""
    fitting = (name for name, _ in names.most_common() if len(name) <= MAX_NAME)
    return next(fitting, "")
