"""Something may be missing: pages, the final report, images, or the paper that a line points to."""

from __future__ import annotations

from dialogs.case.document import Document
from dialogs.case.facts import Study, Target
from tests.dialogs.suggesting import a_file, kinds, suggested


def test_missing_pages_are_told_unless_they_came_as_another_file():
    assert kinds(a_file(1, pages_missing=(2,))) == ["pages_missing"]
    first = a_file(1, pages_missing=(2,), identifiers=("A1",))
    second = a_file(2, pages_missing=(1,), identifiers=("A1",))
    assert kinds(first, second) == []


def test_a_preliminary_report_is_told_unless_the_final_one_is_here():
    preliminary = a_file(1, status="preliminary", identifiers=("A1",))
    assert kinds(preliminary) == ["preliminary"]
    assert kinds(preliminary, a_file(2, status="final", identifiers=("A9",))) == ["preliminary"]
    assert kinds(preliminary, a_file(2, status="final", identifiers=("A1",))) == []


def test_what_has_to_be_asked_for_is_told_once_it_is_known_of_whom():
    for record in ("", "unheard_of"):
        facts = {"status": "preliminary", "pages_missing": (2,), "pointers": ("outside slides",)}
        assert kinds(a_file(1, record, **facts)) == []


def test_images_are_missed_only_where_those_that_are_here_belong_to_a_report():
    reports = [a_file(number, "scans", date=f"2026-11-0{number}") for number in (1, 2, 3)]

    def disc(*days: str) -> Document:
        return a_file(9, "scans", studies=tuple(Study("CT", day, 1, 10) for day in days))

    (found,) = suggested(*reports, disc("2026-11-01", "2026-11-02"))
    assert (found.kind, found.numbers, found.record) == ("images", (3, 2), "discs")
    assert kinds(*reports) == []
    assert kinds(*reports, disc("2026-11-01", "2026-11-02", "2026-11-03")) == []
    assert kinds(*reports, disc("2026-11-01", "2020-01-01")) == [], "images of another day: who knows what is missing"
    assert kinds(*reports, disc("")) == []
    assert kinds(*reports, a_file(4, "scans"), disc("2026-11-01")) == [], "a report without a day"


# A line that points to another paper


def test_each_line_that_points_to_another_paper_is_quoted_as_printed():
    lines = ("compared with CT of 03/05", "outside slides")
    found = suggested(a_file(1, pointers=lines))
    assert [each.detail for each in found] == list(lines)
    assert len({each.key for each in found}) == 2


def points(number: int, target: Target, **facts: object) -> Document:
    return a_file(number, "report", pointers=("It speaks of another.",), targets=(target,), **facts)


def test_a_reference_is_open_until_the_paper_of_that_day_is_here():
    target = Target("scans", "2026-01-02")
    assert kinds(points(1, target)) == ["pointer"]
    assert "pointer" in kinds(points(1, target), a_file(2, "scans", date="2026-01-03"))
    assert "pointer" in kinds(points(1, target), a_file(2, "plan", date="2026-01-02"))
    assert "pointer" not in kinds(points(1, target), a_file(2, "scans", date="2026-01-02"))


def test_what_was_sent_is_here_if_its_report_came_soon_after():
    target, sent = Target("plan"), {"date": "2026-10-01"}
    assert "pointer" not in kinds(points(1, target, **sent), a_file(2, "plan", date="2026-10-09"))
    assert "pointer" in kinds(points(1, target, **sent), a_file(2, "plan", date="2026-09-09"))
    assert "pointer" in kinds(points(1, target), a_file(2, "plan", date="2026-10-09")), "nobody knows when"


def test_an_addendum_is_here_if_it_has_the_number_of_the_report():
    report = points(1, Target(part=True), identifiers=("A1",))
    assert kinds(report) == ["pointer"]
    assert "pointer" in kinds(report, a_file(2, status="amended", identifiers=("B2",)))
    assert "pointer" not in kinds(report, a_file(2, status="amended", identifiers=("A1",)))


def test_a_reference_read_before_its_target_was_known_is_still_told():
    assert kinds(a_file(1, pointers=("outside slides",))) == ["pointer"]
