"""Who the records are of, as the files say it and as the patient agreed to it."""

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.case.patient import NOBODY_YET, Patient
from dialogs.understanding.patient import about_patient, agreed, name_for_readers, offered, shown, with_line

ANA = Facts(
    patient="EXAMPLE, ANA",
    born="1954-02-07",
    number="12345678",
    institution="Example Hospital",
    doctor="Dr. Sample",
)


def a_case(*facts: Facts, **changes: object) -> Case:
    documents = tuple(
        Document(number, "batch", "a.pdf", "labs", "readable", facts=each) for number, each in enumerate(facts, 1)
    )
    return Case(documents=documents, **changes)  # type: ignore[arg-type]


def test_what_all_files_say_is_offered() -> None:
    case = a_case(ANA, Facts(patient="Ana Example", born="1954-02-07"), Facts(patient="Ana Example"), Facts())
    assert offered(case) == Patient("Ana Example", "", "1954-02-07", "12345678", "Dr. Sample", "Example Hospital", "")


def test_where_two_names_may_be_two_people_nothing_that_tells_them_apart_is_offered() -> None:
    for other in ("Bert Sample", "Ana Sample"):
        found = offered(a_case(ANA, Facts(patient=other, institution="Example hospital")))
        assert (found.name, found.born, found.number) == ("", "", "")
        assert found.hospital.casefold() == "example hospital"


def test_a_line_on_which_files_do_not_agree_is_not_offered() -> None:
    other = Facts(
        patient="Ana Example", born="1954-07-02", number="99", institution="Sample Laboratory", doctor="Dr. B"
    )
    assert offered(a_case(ANA, other)) == Patient(name="EXAMPLE, ANA")


def test_a_strangers_file_among_others_changes_nothing() -> None:
    stranger = Facts(patient="Bert Sample", born="1980-01-01", number="7", institution="Example Hospital")
    assert offered(a_case(ANA, ANA, stranger)).number == "12345678"


def test_a_birth_year_alone_is_no_date_of_birth() -> None:
    assert offered(a_case(Facts(patient="Ana Example", born="1954"))).born == ""


def test_nothing_is_said_of_a_patient_before_they_agreed_to_it() -> None:
    assert about_patient(a_case(ANA)) == NOBODY_YET
    agreed = Patient(name="Ana Example", number="1")
    assert about_patient(a_case(ANA, patient=agreed)) == agreed


def test_a_name_that_was_written_for_the_cover_in_an_earlier_version_is_theirs() -> None:
    assert about_patient(a_case(ANA, name="Ana B. Example")).name == "Ana B. Example"


def test_a_letter_has_what_was_agreed_to_and_what_was_read_and_not_turned_down() -> None:
    assert shown(a_case(ANA)).number == "12345678"
    assert shown(a_case(ANA, name="Ana B.", patient=Patient(number="1"))).name == "Ana B."
    assert shown(a_case(ANA, patient=Patient(number="1"))).number == "1"
    assert shown(with_line(a_case(ANA), "number", "")).number == ""
    assert about_patient(agreed(a_case(ANA))) == offered(a_case(ANA))


def test_the_cover_has_the_name_that_was_agreed_to() -> None:
    case = a_case(ANA, patient=Patient(name="Ana Example"))
    assert name_for_readers(case) == "Ana Example"
    assert name_for_readers(a_case(ANA, patient=Patient(name="Ana Example"), unnamed=True)) == ""


def test_hundreds_of_spellings_are_not_compared_one_by_one() -> None:
    names = [Facts(patient=f"Ana {'x' * number} Example") for number in range(300)]
    assert offered(a_case(*names)).name == ""
