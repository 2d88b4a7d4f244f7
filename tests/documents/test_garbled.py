"""Pages that an eye reads and a program does not: their fonts do not say which letters their shapes are."""

from __future__ import annotations

import json

import pytest
from babel import Locale

from bot.documents.recognition import facts_of, rules_from_plain
from bot.kinds.every import examine
from bot.kinds.findings import Finding
from bot.kinds.likeness_of_words import are_no_words, are_words
from tests import real
from tests.makers import made, untold

ENGLISH = """SURGICAL PATHOLOGY REPORT
Patient Name: Fontaine, Alma
DOB: 03/14/1961   Collected: 02/03/2026
GROSS DESCRIPTION: Received in formalin. The margins are free.
DIAGNOSIS: Carcinoma, biopsy."""
SPANISH = """INFORME DE ANATOMIA PATOLOGICA
Paciente: Alma Fontaine
Fecha de nacimiento: 14/03/1961   Fecha: 03/02/2026
DESCRIPCION MACROSCOPICA: Se recibe en formol.
DIAGNOSTICO: Carcinoma, biopsia."""
ARABIC = """تقرير علم الأمراض
اسم المريضة: سارة الأحمد
تاريخ الميلاد: 14/03/1961   التاريخ: 03/02/2026
التشخيص: سرطان الثدي"""
RESULTS = """WBC 5.2 4.0-10.0 RBC 4.11 3.90-5.20 HGB 12.9 11.5-15.5
HCT 38.8 35-45 MCV 94.4 80-100 MCH 31.4 27-33 MCHC 33.2 32-36
RDW 13.1 11.5-14.5 PLT 250 150-400 TSH 1.20 0.40-4.50 CA19-9 <2.0 <37
EGFR KRAS BRAF BRCA1 p.Leu858Arg c.2573T>G HbA1c 5.4 %"""
SHORT = "Hb 12.9\n03/02/2026"


def seen(content: bytes) -> Finding:
    return [*examine(content)][-1]


ONE_BYTE_A_LETTER = [ENGLISH, SPANISH, RESULTS, SHORT]
"""What can be written with a font of the kind "private"."""


@pytest.mark.parametrize(
    ("how", "text"),
    [
        *(("in order", text) for text in (*ONE_BYTE_A_LETTER, ARABIC)),
        *(("private", text) for text in ONE_BYTE_A_LETTER),
    ],
)
def test_a_page_whose_font_tells_no_letter_is_taken_as_a_picture(how: untold.How, text: str) -> None:
    found = seen(untold.a_pdf_of_untold_letters(text, how))
    assert (found.text, found.remarks) == (("",), ("scan",))


@pytest.mark.parametrize("by", [1, 29, 31])
@pytest.mark.parametrize("text", [ENGLISH, SPANISH])
def test_a_page_whose_font_tells_other_letters_is_taken_as_a_picture(text: str, by: int) -> None:
    found = seen(untold.a_pdf_of_shifted_letters(text, by))
    assert (found.text, found.remarks) == (("",), ("scan",))


def test_of_a_page_of_which_only_the_letter_head_is_told_neither_is_read() -> None:
    found = seen(
        untold.a_pdf_of_untold_letters(ENGLISH, head="Clinic of Nowhere, 1 Nowhere Street\nTelephone 555 0100")
    )
    assert (found.text, found.remarks) == (("",), ("scan",))


def test_of_a_page_that_is_told_but_for_a_line_that_line_is_not_read() -> None:
    found = seen(untold.a_pdf_of_untold_letters("Collected: 02/03/2026", head=ENGLISH.replace("(", "")))
    assert [line.split()[0] for line in found.text[0].splitlines() if line.strip()] == [
        line.split()[0] for line in ENGLISH.splitlines()
    ]
    assert found.remarks == ()


@pytest.mark.parametrize("text", [ENGLISH, SPANISH, RESULTS, SHORT])
def test_a_page_that_is_told_is_read_and_a_table_or_a_short_paper_is_no_gibberish(text: str) -> None:
    found = seen(made.a_printed_pdf(text))
    assert (found.text[0].split(), found.remarks) == (text.split(), ())


def test_letters_whose_names_say_nothing_are_read_where_they_make_words_all_the_same() -> None:
    found = seen(untold.a_pdf_of_untold_letters(ENGLISH, "right codes"))
    assert (found.text[0].split(), found.remarks) == (ENGLISH.split(), ())


def test_no_day_and_no_name_is_told_of_a_page_that_is_not_told() -> None:
    rules = rules_from_plain(json.loads(json.dumps(real.content().recognition)))
    for content in (untold.a_pdf_of_untold_letters(ENGLISH), untold.a_pdf_of_shifted_letters(ENGLISH)):
        facts = facts_of(seen(content).text, rules)
        assert (facts.date, facts.patient, facts.born, facts.identifiers, facts.record) == ("", "", "", (), "")


@pytest.mark.parametrize("language", ["de", "pl", "vi", "fi", "cs", "tr", "eu", "cy", "sw", "ga", "hu"])
def test_other_languages_in_latin_letters_are_words(language: str) -> None:
    locale = Locale(language)
    text = " ".join([*locale.languages.values(), *locale.territories.values()])
    assert are_words(text)
    assert not are_no_words(text)


def test_arabic_that_was_taken_for_western_letters_is_no_words() -> None:
    assert are_no_words((ARABIC * 2).encode("cp1256", "ignore").decode("cp1252", "ignore"))


def test_lines_and_addresses_are_no_gibberish() -> None:
    rules = "-------- ........ ________ ******** ======== " * 4
    assert not are_no_words(rules + "https://portal.example/?a=1&b=2#c (T2N0M0) [H] <0.01 %CV +++ a@b.example " * 3)
