"""Outlook's own files: what they say in whichever letters, what was attached, and what lies within that."""

from __future__ import annotations

import compressed_rtf  # type: ignore[import-untyped]  # it brings no types
import pytest

from tests.documents.containing import found, names, taken
from tests.makers import containers, made, outlook


def test_outlook_s_own_file_gives_the_same() -> None:
    within = outlook.a_message(containers.WORDS, {"inner.pdf": made.a_pdf(2)}, "A letter within")
    attached: dict[str, bytes | outlook.Tree] = {"scan.pdf": made.a_pdf(), "short.txt": b"a note", "within": within}
    content = outlook.an_outlook_message(containers.WORDS, attached)
    assert (found(content).state, found(content).kind) == ("opened", "outlook")
    expected = ["Your report.txt", "scan.pdf", "short.txt", "A letter within.txt", "inner.pdf"]
    assert names(content) == expected
    assert [taken(content, name) for name in ("scan.pdf", "short.txt", "inner.pdf")] == [
        made.a_pdf(),
        b"a note",
        made.a_pdf(2),
    ]
    said = taken(content, "Your report.txt").decode()
    assert "Clinic of Nowhere" in said
    assert "12 Mar 2026" in said


ARABIC = (
    "تقرير الأشعة المقطعية للصدر: لا توجد عقد لمفاوية متضخمة، ويوصى بالمتابعة بعد ثلاثة أشهر في العيادة. "
    "نرجو إحضار الصور الأصلية والشرائح الزجاجية معكم عند الحضور إلى موعدكم القادم."
)
SUBJECT, BODY, RICH, PAGE = 0x0037, 0x1000, 0x1009, 0x1013
CODE_PAGE, SENT_IN, LANGUAGE = 0x3FFD0003, 0x3FDE0003, 0x3FF10003


@pytest.mark.parametrize(
    "numbers",
    [{CODE_PAGE: 1256}, {SENT_IN: 1256}, {LANGUAGE: 0x0401}, {LANGUAGE: 0x0C01}],
    ids=["its code page", "that it was sent in", "its language", "Arabic of Egypt"],
)
def test_one_byte_a_letter_is_read_by_what_the_message_says_of_itself(numbers: dict[int, int]) -> None:
    said = {SUBJECT: "تقرير".encode("cp1256"), BODY: ARABIC.encode("cp1256")}
    content = outlook.an_old_message(said, numbers, {"نتيجة.pdf".encode("cp1256"): made.a_pdf()})
    assert names(content) == ["تقرير.txt", "نتيجة.pdf"]
    assert ARABIC in taken(content, "تقرير.txt").decode()


@pytest.mark.parametrize(
    ("language", "page", "words"),
    [(0x0419, "cp1251", "Заключение гистолога"), (0x0408, "cp1253", "Ιστολογική"), (0x0411, "cp932", "病理検査報告書")],
)
def test_other_languages_have_letters_of_their_own(language: int, page: str, words: str) -> None:
    content = outlook.an_old_message({SUBJECT: words.encode(page), BODY: words.encode(page)}, {LANGUAGE: language})
    assert names(content) == [f"{words}.txt"]


def test_letters_that_nobody_names_are_unicode_or_of_western_europe() -> None:
    for page in ("utf-8", "cp1252"):
        content = outlook.an_old_message({SUBJECT: "Informe médico".encode(page), BODY: b"Sin cambios."}, {})
        assert names(content) == ["Informe médico.txt"]


def test_a_page_is_read_in_the_letters_that_it_names() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p></body></html>'
    content = outlook.an_old_message({SUBJECT: b"Report", PAGE: page.encode("cp1256")}, {})
    assert ARABIC in taken(content, "Report.txt").decode()


def test_an_outlook_that_keeps_only_rich_text_is_read() -> None:
    written = b"{\\rtf1\\ansi\\ansicpg1252 Dear patient,\\par the margin is clear by 2 mm; bring the slides.\\par}"
    for packed in (True, False):
        rich = compressed_rtf.compress(written, packed)
        content = outlook.an_old_message({SUBJECT: b"Report", RICH: rich}, {})
        assert "the margin is clear by 2 mm" in taken(content, "Report.txt").decode()
    torn = outlook.an_old_message({SUBJECT: b"Report", RICH: rich[:40]}, {}, {b"scan.pdf": made.a_pdf()})
    assert names(torn) == ["scan.pdf"]
