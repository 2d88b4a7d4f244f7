"""Two files may be one and the same: said only where nothing on them differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dialogs.understanding import suggestions as module
from tests.dialogs.suggesting import RECENT_DAY, a_file, kinds, suggested

PRINT = tuple(range(1, 33))


def test_the_same_bytes_are_the_same_file():
    twin = replace(a_file(2), digest=a_file(1).digest)
    (found,) = suggested(a_file(1), twin)
    assert (found.kind, found.document, found.other) == ("same_file", 2, 1)


def test_files_we_have_no_digest_of_are_not_called_the_same():
    assert kinds(replace(a_file(1), digest=""), replace(a_file(2), digest="")) == []


def test_the_same_number_and_day_or_nearly_the_same_words_are_the_same_report():
    numbered: dict[str, Any] = {"identifiers": ("S26-100",), "date": RECENT_DAY}
    assert kinds(a_file(1, **numbered), a_file(2, **numbered)) == ["same_report"]
    alike: dict[str, Any] = {"fingerprint": PRINT, "date": RECENT_DAY}
    assert kinds(a_file(1, **alike), a_file(2, **alike)) == ["same_report"]
    assert kinds(a_file(1, **alike | numbered), a_file(2, **alike | numbered)) == ["same_report"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"identifiers": ("A1",), "date": RECENT_DAY}, {"identifiers": ("A1",), "date": "2026-10-01"}),
        ({"identifiers": ("A1",), "date": RECENT_DAY}, {"identifiers": ("A1",)}),
        ({"identifiers": ("A1",), "date": RECENT_DAY}, {"identifiers": ("A2",), "date": RECENT_DAY}),
        ({"fingerprint": PRINT, "date": RECENT_DAY}, {"fingerprint": PRINT, "date": "2026-10-01"}),
        ({"fingerprint": PRINT, "status": "amended"}, {"fingerprint": PRINT, "status": "final"}),
        ({"fingerprint": PRINT, "patient": "Ana Bell"}, {"fingerprint": PRINT, "patient": "Boris Kahn"}),
        ({"fingerprint": PRINT}, {"fingerprint": (*PRINT[:20], *range(100, 112))}),
        ({"fingerprint": PRINT}, {"fingerprint": ()}),
        ({"fingerprint": PRINT}, {"fingerprint": PRINT}),
        ({"fingerprint": PRINT, "identifiers": ("A1",)}, {"fingerprint": PRINT, "identifiers": ("A2",)}),
        ({"fingerprint": PRINT, "identifiers": ("A1",)}, {"fingerprint": PRINT}),
        (
            {"fingerprint": PRINT, "identifiers": ("A1",), "date": RECENT_DAY},
            {"fingerprint": tuple(range(200, 232)), "identifiers": ("A1",), "date": RECENT_DAY},
        ),
        (
            {"identifiers": ("A1",), "date": RECENT_DAY, "pages_missing": (2,)},
            {"identifiers": ("A1",), "date": RECENT_DAY, "pages_missing": (1,)},
        ),
    ],
)
def test_reports_that_differ_in_anything_are_two(one: dict[str, Any], other: dict[str, Any]):
    assert "same_report" not in kinds(a_file(1, **one), a_file(2, **other))


def test_of_the_fullest_case_no_two_files_are_compared_that_have_nothing_in_common(monkeypatch: pytest.MonkeyPatch):
    compared: list[object] = []

    def differ(*two: object) -> bool:
        compared.append(two)
        return False

    monkeypatch.setattr(module, "same_report", differ)
    files = [
        a_file(
            number,
            "report",
            patient="Ana Bell",
            date=RECENT_DAY,
            identifiers=(f"S{number}",),
            fingerprint=tuple(range(number * 40, number * 40 + 32)),
        )
        for number in range(1, 301)
    ]
    assert kinds(*files) == []
    assert compared == []
