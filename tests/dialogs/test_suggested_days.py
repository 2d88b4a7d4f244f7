"""A file may have no date, or one too long ago for a new doctor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.case.facts import Facts
from tests.dialogs.suggesting import RECENT_DAY, a_file, kinds


def test_no_date_is_told_only_where_the_head_of_a_paper_was_read():
    assert kinds(a_file(1, patient="Ana Bell")) == [], "what kind of paper it is was not read"
    headed = replace(a_file(1), facts=Facts(record="report", patient="Ana Bell"))
    assert kinds(headed) == ["no_date"]
    assert kinds(replace(headed, date=RECENT_DAY)) == []


@pytest.mark.parametrize(("day", "told"), [("2026-05-01", ["older"]), ("2026-06-01", []), ("2026-11-24", [])])
def test_six_months_make_a_paper_older(day: str, told: list[str]):
    assert kinds(a_file(1, "scans", date=day)) == told


def test_age_is_told_of_the_newest_paper_of_some_records_only():
    old = {"date": "2025-01-01"}
    assert kinds(a_file(1, "report", **old)) == []
    assert kinds(a_file(1, "scans", **old), a_file(2, "scans", date=RECENT_DAY)) == []
    assert kinds(a_file(1, "scans", **old), a_file(2, "scans")) == [], "the other one may be recent"
    assert kinds(replace(a_file(1, "scans", **old), date=RECENT_DAY)) == [], "what the patient says counts more"
