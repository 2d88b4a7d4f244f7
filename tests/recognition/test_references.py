"""Sentences that speak of other papers: whole, never torn, and only where another paper is meant."""

from __future__ import annotations

import pytest

from bot.documents.recognition import Rules, facts_of
from bot.documents.recognition.lines import lines_of
from bot.documents.recognition.sentences import sentences_of
from dialogs.case.facts import Facts, Target


@pytest.fixture
def read(rules: Rules):
    def read(text: str) -> Facts:
        return facts_of([f"Patient Name: Jane Doe\n{text}"], rules)

    return read


def sentences(*pages: str) -> list[str]:
    return [*sentences_of(lines_of(pages))]


def test_a_sentence_goes_on_in_the_next_line():
    assert sentences("The lesion was compared\nwith the CT of May. It is smaller.") == [
        "The lesion was compared with the CT of May.",
        "It is smaller.",
    ]


def test_a_sentence_goes_on_before_its_day_however_narrow_the_column_is():
    assert sentences("COMPARISON: CT chest dated\n6/11/2026 and PET.\nFINDINGS: Nodule.") == [
        "COMPARISON: CT chest dated 6/11/2026 and PET.",
        "FINDINGS: Nodule.",
    ]
    assert sentences("Collected\n08/23/2026") == ["Collected", "08/23/2026"]


def test_a_word_that_was_parted_at_the_end_of_a_line_is_one_again():
    assert sentences("It was sent for path-\nology.") == ["It was sent for pathology."]


def test_a_sentence_goes_on_over_the_end_of_a_page():
    assert sentences("The nodule was\n\n", "\nsent for culture.") == ["The nodule was sent for culture."]


def test_headings_lists_and_rows_end_what_stands_above():
    text = "FINDINGS: Clear\nIMPRESSION: Normal\n1. One\n2. Two\nSodium   140   mmol/L\nPotassium   4   mmol/L"
    assert len(sentences(text)) == 6


def test_a_title_and_a_number_end_no_sentence():
    assert sentences("Seen by Dr. Roe. Measures 3.5 cm.") == ["Seen by Dr. Roe.", "Measures 3.5 cm."]


@pytest.mark.parametrize(
    "text",
    [
        "No tissue was sent to pathology.",
        "Nothing was sent for culture.",
        "The infant was handed to the awaiting nurse.",
        "Grip strength is less on the left in comparison to the right.",
        "The left side was compared with the right.",
        "Comparison: None.",
        "COMPARISON: No prior studies available.",
        "Insurance approval is pending.",
        "If it grows it should be sent to pathology.",
    ],
)
def test_what_speaks_of_no_other_paper_is_not_quoted(read, text: str):
    assert read(text).pointers == ()


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("COMPARISON: 20 October 2025.", "imaging_reports"),
        ("COMPARISON: CT chest.", "imaging_reports"),
        ("A wedge of the tumor was sent for pathologic evaluation.", "pathology"),
        ("Ki-67 is pending; a report will be issued.", "biomarkers"),
        ("The specimen was sent to pathology.", "pathology"),
        ("Block A1 was sent for molecular testing.", "biomarkers"),
        ("Blood cultures are pending at discharge.", "labs"),
        ("The lesion is unchanged compared with the MRI of 3 December 2025.", "imaging_reports"),
    ],
)
def test_what_speaks_of_another_paper_is_quoted_whole_with_what_it_is(read, text: str, record: str):
    facts = read(text)
    assert facts.pointers == (text,)
    assert [target.record for target in facts.targets] == [record]


def test_the_day_of_the_other_paper_is_read(read):
    assert read("Compared with the MRI of 3 December 2025.").targets == (Target("imaging_reports", "2025-12-03"),)


def test_an_addendum_that_has_come_is_not_waited_for(read):
    assert read("An addendum will be issued.").targets == (Target(part=True),)
    assert read("An addendum will be issued.\nADDENDUM REPORT\nMelan-A is positive.").pointers == ()


def test_what_the_same_file_holds_is_not_pointed_at(read):
    text = """SURGICAL PATHOLOGY REPORT
GROSS DESCRIPTION: Received in formalin.
DIAGNOSIS: Carcinoma, margins free, biopsy. The block was sent for molecular testing."""
    receptors = "\nEstrogen receptor: Positive (95%)\nHER2: Negative (1+)\n"
    assert len(read(text).pointers) == 1
    assert read(text + receptors).also == ("biomarkers",)
    assert read(text + receptors).pointers == ()


def test_a_text_without_an_end_is_no_sentence_to_quote(read):
    assert read("sent for pathology and so on " * 200).pointers == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Pathology pending.", "Await pathology results.", "Histology awaited.", "Final pathology pending at discharge.",
        "Biopsy results to be communicated separately.",
    ],
)  # fmt: skip
def test_what_is_waited_for_in_the_shortest_words_is_heard(read, sentence: str):
    assert read(f"CT CHEST\nExam date: 08/23/2026\nFINDINGS: Nodule.\n{sentence}\nIMPRESSION: Nodule.").pointers == (
        sentence,
    )


@pytest.mark.parametrize(
    "sentence", ["Correlation with MRI is recommended.", "Comparison to the prior study would be helpful."]
)
def test_an_advice_is_no_other_paper(read, sentence: str):
    assert read(f"CT CHEST\nExam date: 08/23/2026\nFINDINGS: Nodule.\n{sentence}\nIMPRESSION: Nodule.").pointers == ()


def test_what_is_pending_is_waited_for_beside_what_was_found(read):
    facts = read(
        "SURGICAL PATHOLOGY REPORT\nFINAL DIAGNOSIS: Carcinoma.\nEstrogen receptor: positive (95%)\n"
        "Progesterone receptor: positive (40%)\nHER2: equivocal (2+)\n"
        "HER2 FISH is pending and will be reported separately."
    )
    assert "biomarkers" in facts.also
    assert facts.pointers == ("HER2 FISH is pending and will be reported separately.",)


@pytest.mark.parametrize("between", [". ", "\n"])
def test_every_paper_of_a_list_of_those_compared_with_is_one(read, between: str):
    studies = ["CT chest 6/11/2026", "PET/CT 6/25/2026", "MRI brain 7/15/2026"]
    facts = read(f"CT CHEST\nExam date: 08/23/2026\nCOMPARISON: {between.join(studies)}\nFINDINGS: Nodule of 4 mm.")
    assert [each.date for each in facts.targets] == ["2026-06-11", "2026-06-25", "2026-07-15"]
