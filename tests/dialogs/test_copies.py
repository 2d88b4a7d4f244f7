"""Copies with a difference are those that the standard library makes."""

from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any

import pytest

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document
from dialogs.effects import Say


@dataclass(frozen=True)
class OneField:
    name: str = ""


@dataclass(frozen=True)
class Odd:
    """Made in none of the plain ways."""

    first: int
    _: KW_ONLY
    second: int = 2
    made: int = field(default=0, init=False)


@dataclass
class Given:
    first: int
    seed: InitVar[int] = 0
    sum_: int = 0

    def __post_init__(self, seed: int) -> None:
        self.sum_ += seed


@dataclass(frozen=True, slots=True)
class Checked:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError


@dataclass(frozen=True)
class CheckedInOnePlace:
    low: int = 0
    high: int = 0

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError


@pytest.mark.parametrize(
    ("made", "changes"),
    [
        (Case(), {"decision": "which", "step": "x", "files_seen": 3}),
        (Case(), {}),
        (Document(1, "labs", "a.pdf", "a"), {"state": "readable"}),
        (Say("help"), {"lead": Say("other"), "values": {"a": 1}}),
        (OneField("a"), {"name": "b"}),
        (Odd(1), {"second": 5}),
        (Given(1), {"first": 3, "seed": 4}),
    ],
)
def test_a_copy_differs_in_what_was_named_and_in_nothing_else(made, changes) -> None:
    copy = replace(made, **changes)
    assert copy == dataclasses.replace(made, **changes)
    assert type(copy) is type(made)
    assert copy is not made


def test_a_name_that_it_has_not_is_a_mistake() -> None:
    unknown: dict[str, Any] = {"nothing_like_it": 1}
    with pytest.raises(TypeError):
        replace(Case(), **unknown)
    with pytest.raises(TypeError):
        replace(OneField(), **unknown)


@pytest.mark.parametrize("made", [Checked(1, 2), CheckedInOnePlace(1, 2)])
def test_what_a_class_demands_of_itself_is_demanded_of_a_copy(made) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 # it says nothing more
        replace(made, low=3)


def test_what_is_copied_at_once_stays_as_it_was() -> None:
    case = Case(step="welcome")
    copy = replace(case, step="date")
    assert (case.step, copy.step) == ("welcome", "date")
    with pytest.raises(dataclasses.FrozenInstanceError):
        copy.step = "another"  # type: ignore[misc]
