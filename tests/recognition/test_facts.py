"""What is read from a paper, one fact at a time, and where it stays silent."""

from __future__ import annotations

from typing import Any

import pytest

from bot.documents.recognition import rules_from_plain
from dialogs.case.facts import Facts


@pytest.mark.parametrize(
    "printed",
    [
        "12 March 2026", "March 12, 2026", "Mar. 12, 2026", "12 Mar 2026", "12-MAR-2026", "12-Mar-26",
        "12th of March 2026", "2026-03-12", "2026/03/12", "12.03.2026", "2026-03-12T08:15", "12 MARCH 2026 at 14:20",
        "March 12, 2026 2:20 PM", "Thursday, 12 March 2026", "Thursday, March 12, 2026",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_printed(read: Any, printed: str):
    assert read(f"Exam date: {printed}").date == "2026-03-12"


def test_a_date_that_could_be_two_days_is_none(read: Any):
    assert read("Exam date: 03/05/2026").date == ""
    assert read("Exam date: 03/05/2026\nDOB: 05/06/1970").date == ""


def test_another_date_on_the_same_paper_settles_which_comes_first(read: Any):
    assert read("Exam date: 03/05/2026\nDOB: 23/06/1970").date == "2026-05-03"
    assert read("Exam date: 03/05/2026\nDOB: 06/23/1970").date == "2026-03-05"


def test_two_dates_that_settle_it_differently_settle_nothing(read: Any):
    assert read("Exam date: 03/05/2026\nDOB: 23/06/1970\nPrinted: 06/23/2026").date == ""


def test_a_day_that_reads_the_same_both_ways_is_certain(read: Any):
    assert read("Exam date: 05/05/2026").date == "2026-05-05"


@pytest.mark.parametrize(
    "printed", ["31 February 2026", "03/32/2026", "45 March 2026", "12 March 1026", "12-MAR-58", "soon"]
)
def test_what_is_no_day_is_no_date(read: Any, printed: str):
    assert read(f"Exam date: {printed}").date == ""


def test_the_day_of_the_examination_goes_before_the_day_it_was_reported(read: Any):
    assert read("Reported: 14 March 2026\nCollected: 9 March 2026\nDate: 20 March 2026").date == "2026-03-09"
    assert read("Reported: 14 March 2026\nDate: 20 March 2026").date == "2026-03-14"


def test_two_days_of_the_same_weight_are_none(read: Any):
    assert read("Collected: 9 March 2026\nCollected: 10 April 2026").date == ""


@pytest.mark.parametrize("label", ["Printed", "DOB", "Start date", "Next appointment", "Received", "Due date"])
def test_the_day_of_something_else_is_not_the_papers(read: Any, label: str):
    assert read(f"{label}: 9 March 2026").date == ""


def test_a_letter_is_of_the_date_alone_in_its_head(read: Any):
    assert read("Dr. Marsh\n19 June 2026\nRe: Jane Doe").date == "2026-06-19"
    assert read("We met on 19 June 2026 and spoke of Jane.").date == ""


def test_a_birth_needs_its_whole_year(read: Any):
    assert read("DOB: 12-MAR-1958").born == "1958-03-12"
    assert read("DOB: 12-MAR-25").born == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Patient: DOE, JANE M", "DOE, JANE M"),
        ("Patient Name: Jane Doe   DOB: 12 March 1958", "Jane Doe"),
        ("Patient: Jane Doe DOB: 12 March 1958", "Jane Doe"),
        ("Patient\nJane Doe\nDate of birth\n12 March 1958", "Jane Doe"),
        ("Mrs Jane O'Doe-Smith   DOB 12 March 1958", "Mrs Jane O'Doe-Smith"),
        ("DOE, JANE   F   DOB 12 March 1958", "DOE, JANE"),
        ("Re: Ms Jane van der Doe, DOB 12 March 1958", "Ms Jane van der Doe"),
        ("Name: José Núñez", "José Núñez"),
        ("Patient: Jane Doe, Female", "Jane Doe"),
        ("The patient Jane Doe was seen.", ""),
        ("Patient: was brought to the operating room", ""),
        ("Provider name: Ann Example", ""),
        ("Patient: Jane Doe\nPatient: John Roe", ""),
        ("Patient: DOE, JANE M\nRe: Mrs Jane Mary Doe", "DOE, JANE M"),
        ("Patient: ____________", ""),
        ("Patient: Jane", ""),
        ("Patient Information", ""),
        ("Patient Relations Office", ""),
        ("Patient Jane Doe  DOB 12 March 1958", "Jane Doe"),
        ("Name: Complete Blood Count", ""),
    ],
)
def test_the_patients_name_is_taken_as_printed_or_not_at_all(read: Any, text: str, name: str):
    assert read(text).patient == name


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Status: Final", "final"),
        ("Report status: PRELIMINARY", "preliminary"),
        ("*** PRELIMINARY REPORT ***", "preliminary"),
        ("CORRECTED REPORT (supersedes 3 May)\nStatus: Final", "amended"),
        ("ADDENDUM #1: the side is left", "amended"),
        ("Final diagnosis: see below", ""),
        ("Addendum to follow.", ""),
        ("An addendum will be issued", ""),
        ("Final report\nPreliminary report", ""),
        ("Status: Final\nPreliminary report", "final"),
    ],
)
def test_a_status_is_what_the_paper_says_of_itself(read: Any, text: str, status: str):
    assert read(f"Patient: Jane Doe\n{text}").status == status


def test_the_numbers_of_the_paper_are_kept_and_those_of_the_patient_are_not(read: Any):
    text = "Accession: 7654321   MRN: 5550001\nCase #: S26-01234\nSpecimen: breast, left\nNHS number: 999 000 1111"
    assert read(text).identifiers == ("7654321", "S26-01234")


def test_at_most_five_numbers_are_kept_and_each_once(read: Any):
    assert read("\n".join(f"Accession: A-100{n // 2}" for n in range(20))).identifiers == (
        "A-1000", "A-1001", "A-1002", "A-1003", "A-1004",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "page"),
    [
        ("Page 2 of 6", (2, 6)), ("General Hospital   p. 2/6", (2, 6)), ("2/6", (2, 6)), ("- 2 / 6 -", (2, 6)),
        ("2 of 6", (2, 6)), ("Page 2", (0, 0)), ("7/6", (0, 0)), ("1/1", (0, 0)), ("03/06/2026", (0, 0)),
        ("Strength 2/6", (0, 0)), ("Page 2 of 6\nPage 3 of 6", (0, 0)),
    ],
)  # fmt: skip
def test_a_page_of_its_own_says_which_of_how_many_it_is(read: Any, printed: str, page: tuple[int, int]):
    facts = read(f"Pathology report\nGross description\nOne\nTwo\n{printed}")
    assert (facts.page, facts.of) == page


def test_two_numbers_in_the_middle_of_a_page_are_no_page_number(read: Any):
    assert read("One\nTwo\n2/6\nThree\nFour").page == 0


def test_of_several_pages_in_one_file_none_is_the_files_own(read: Any):
    assert read("Page 1 of 2", "Page 2 of 2").page == 0


def test_pages_that_are_promised_and_not_there_are_missing(read: Any):
    assert read("Page 1 of 4", "Page 3 of 4").pages_missing == (2, 4)
    assert read("p. 2/3").pages_missing == (1, 3)
    assert read("Page 1 of 2", "Page 2 of 2").pages_missing == ()


@pytest.mark.parametrize(
    "pages",
    [
        ("Page 1 of 4", "no number on this one"),
        ("Page 1 of 4", "Page 1 of 4"),
        ("Page 1 of 4", "Page 2 of 5"),
        ("Page 1 of 4\nPage 2 of 9",),
        ("Page 5 of 4",),
        ("Page 1 of 900",),
        ("Page 212",),
    ],
)
def test_page_numbers_that_leave_a_doubt_say_nothing(read: Any, pages: tuple[str, ...]):
    assert read(*pages).pages_missing == ()


def test_a_line_that_points_to_another_paper_is_quoted_as_printed(read: Any):
    text = "Patient: Jane Doe\nA1 was   sent for molecular testing.\nComparison: None available.\nAddendum to follow"
    assert read(text).pointers == ("A1 was sent for molecular testing.", "Addendum to follow")


def test_of_a_long_line_the_sentence_that_points_is_quoted(read: Any):
    text = f"Patient: Jane Doe\n{'The lungs are clear. ' * 9}This was compared with the CT of May. {'Clear. ' * 9}"
    assert read(text).pointers == ("This was compared with the CT of May.",)


def test_a_paper_about_nobody_is_no_record_and_points_nowhere(read: Any):
    text = (
        "Surgical pathology report\nGross description: in formalin\nMargins free. Specimen. Sent for molecular tests."
    )
    assert (read(text).record, read(text).pointers) == ("", ())
    assert read(f"Patient: Jane Doe\n{text}").record == "pathology"


def test_a_bill_for_a_record_is_not_the_record(read: Any):
    text = "Patient: Jane Doe\nSurgical pathology\nGross description: in formalin\nMargins, specimen, biopsy"
    assert read(text).record == "pathology"
    assert read(f"{text}\nAmount due: 40.00").record == ""


def test_an_empty_file_has_no_facts(read: Any):
    assert read() == read("") == read("", " \n ") == Facts()


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [("dates", "order", "sometimes"), ("label", "born", "DOB"), ("status", "final", None), ("page", "of", [1])],
)
def test_rules_that_are_not_whole_are_refused_by_the_name_of_their_key(plain: Any, table: str, key: str, value: Any):
    broken = {**plain, table: {**plain[table], key: value}}
    with pytest.raises(ValueError, match=f"^{table}.{key}: "):
        rules_from_plain(broken)


def test_rules_without_a_table_are_refused_in_every_language(plain: Any):
    others = plain["others"]
    english = {name: value for name, value in plain.items() if name != "others"}
    for language in (english, *others):
        for table in english:
            with pytest.raises(ValueError, match=f"^{table}"):
                rules_from_plain({name: value for name, value in language.items() if name != table})
    with pytest.raises(ValueError, match=r"^page"):
        rules_from_plain({**english, "others": [{**others[0], "page": None}]})
