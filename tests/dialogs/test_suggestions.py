"""When a suggestion is made, and above all when it is not: being unsure means being silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Facts, Study, Target
from dialogs.understanding import suggestions as module
from dialogs.understanding.suggestions import KINDS, Suggestion, suggestions
from tests.chat import SMALL_GUIDE

TODAY = date(2026, 11, 25)
RECENT_DAY = "2026-11-01"
PRINT = tuple(range(1, 33))


def a_file(number: int, record: str = "report", **facts: object) -> Document:
    """A readable file with these facts; it is like no other."""
    digest = f"{number:032x}"
    read = Facts(**facts)  # type: ignore[arg-type]
    return Document(number, "b", f"{number}.pdf", record, "readable", 1, facts=read, kind="pdf", digest=digest)


def suggested(*documents: Document, **case: object) -> list[Suggestion]:
    return list(suggestions(SMALL_GUIDE, replace(Case(documents=documents), **case), TODAY))  # type: ignore[arg-type]


def kinds(*documents: Document, **case: object) -> list[str]:
    return [each.kind for each in suggested(*documents, **case)]


def test_a_file_we_could_read_nothing_of_gets_no_suggestion():
    assert kinds(a_file(1), a_file(2)) == []


def test_only_readable_files_are_spoken_about():
    blurred = replace(a_file(1, record="report"), remarks=("blurred",))
    for state in ("arriving", "locked", "unreadable", "too_big"):
        assert kinds(replace(blurred, state=state)) == []
    assert kinds(blurred) == ["unclear"]


# Another person's name


def people(*names: str, born: tuple[str, ...] = ()) -> list[Document]:
    births = (*born, *("" for _ in names))
    return [
        a_file(number, patient=name, born=birth)
        for number, (name, birth) in enumerate(zip(names, births, strict=False), 1)
    ]


def test_a_name_unlike_that_of_most_others_is_mentioned():
    (found,) = suggested(*people("Ana Bell", "BELL, ANA", "Ana M. Bell", "Boris Kahn"))
    assert (found.kind, found.document, found.detail) == ("other_person", 4, "Boris Kahn")


@pytest.mark.parametrize(
    "names",
    [
        ("Ana Bell",),
        ("Ana Bell", "Boris Kahn"),
        ("Ana Bell", "Boris Kahn", "Carla Moss"),
        ("Ana Bell", "Ana Bell", "Boris Kahn", "Boris Kahn"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "A. Bell"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "Ana Kahn"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "Ana Bel"),
        ("Ana Bell", "Ana Bell", "Ana Bell", "Bell"),
        ("Ana Bell", "Ana Bell", "Ana Bell", ""),
    ],
)
def test_without_a_clear_majority_or_with_a_name_that_may_be_the_same_nothing_is_said(names: tuple[str, ...]):
    assert "other_person" not in kinds(*people(*names))


def test_one_date_of_birth_on_both_papers_speaks_against_another_person():
    same = ("1960-01-01",) * 4
    assert kinds(*people("Ana Bell", "Ana Bell", "Ana Bell", "Nora Kahn", born=same)) == []


def test_the_name_for_the_packet_counts_where_papers_alone_decide_nothing():
    assert kinds(*people("Boris Kahn"), name="Ana Bell") == ["other_person"]
    assert kinds(*people("Ana Maria Bell"), name="Ana Bell") == []
    assert kinds(*people("Boris Kahn", "Boris Kahn"), name="Ana Bell") == [], "or is it the name that is wrong?"


# Which record


def test_what_looks_like_another_record_may_be_moved():
    (found,) = suggested(replace(a_file(1), facts=Facts(record="plan")))
    assert (found.kind, found.record) == ("looks_like", "plan")


@pytest.mark.parametrize("record", ["report", "", "discs", "unheard_of"])
def test_what_fits_what_is_unknown_or_takes_no_file_stays(record: str):
    assert kinds(replace(a_file(1), facts=Facts(record=record))) == []


def test_a_file_that_belongs_nowhere_yet_is_asked_about_already():
    assert kinds(replace(a_file(1, record=""), facts=Facts(record="plan"))) == []


# Twice


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


# Pages, versions, pointers


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


def test_each_line_that_points_to_another_paper_is_quoted_as_printed():
    lines = ("compared with CT of 03/05", "outside slides")
    found = suggested(a_file(1, pointers=lines))
    assert [each.detail for each in found] == list(lines)
    assert len({each.key for each in found}) == 2


# Days


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


# Reports and images


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


# Order and memory


def test_what_weighs_most_comes_first_and_what_was_settled_is_gone():
    number = count(1)
    files = [
        *(a_file(next(number), patient="Ana Bell") for _ in range(3)),
        a_file(next(number), patient="Boris Kahn", status="preliminary", pages_missing=(2,)),
        replace(a_file(next(number)), remarks=("small",)),
        replace(a_file(next(number)), facts=Facts(record="plan")),
    ]
    found = kinds(*files)
    assert found == ["other_person", "looks_like", "unclear", "pages_missing", "preliminary"]
    assert found == sorted(found, key=KINDS.index)
    assert kinds(*files, settled=("other_person.4", "unclear.5")) == ["looks_like", "pages_missing", "preliminary"]


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


# References that are answered


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
