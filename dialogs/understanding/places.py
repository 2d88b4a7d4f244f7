"""The places that were asked: requests whose lines name one and the same hospital belong together."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.request import Request
from dialogs.content.phrases import plain

LEAST_WORDS = 2
"""A word alone ("records") may be said of any place; two in a row are taken for its name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place, by the shortest line in which the patient named it, and all that was asked of it, the oldest first."""

    whom: str
    requests: tuple[Request, ...]

    @property
    def number(self) -> int:
        """What its buttons carry: the number of its first request."""
        return self.requests[0].number


def places(case: Case) -> tuple[Asked, ...]:
    """The places of which several things were asked, in the order in which the first of them was."""
    groups: list[list[Request]] = []
    for request in (each for each in case.requests if each.whom.strip()):
        group = next((group for group in groups if any(is_one_place(request.whom, each.whom) for each in group)), None)
        if group is None:
            groups.append([request])
        else:
            group.append(request)
    named = (Asked(min((each.whom for each in group), key=len), tuple(group)) for group in groups)
    return tuple(each for each in named if len(each.requests) > 1)


def place_of(case: Case, number: int) -> Asked | None:
    """The place of which the request of this number asks; None where it is the only one, or gone."""
    return next((each for each in places(case) if number in {one.number for one in each.requests}), None)


def is_one_place(one: str, other: str) -> bool:
    """Whether two lines name one place: they are alike, or the whole of the shorter stands in the longer."""
    short, long = sorted((plain(one).split(), plain(other).split()), key=len)
    if short == long:
        return True
    runs = (long[at : at + len(short)] for at in range(len(long) - len(short) + 1))
    return len(short) >= LEAST_WORDS and short in runs
