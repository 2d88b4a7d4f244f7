"""A paper printed in Arabic: its kind, whose it is, its day and where it is from. All of it is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checking.recognition import try_phrases
from bot.documents.recognition.reading import facts_of
from bot.documents.recognition.rules import Rules, rules_from_plain
from dialogs.content.files import Mistakes
from dialogs.content.guide import read_guide
from dialogs.content.recognition import read_recognition

CONTENT = Path(__file__).parents[2] / "content"
FILE = CONTENT / "ar" / "recognition.toml"
PAPER = """\
مستشفى الأمل التعليمي
قسم التشريح المرضي
تقرير التشريح المرضي
اسم المريض: ليلى محمود حداد    تاريخ الميلاد: ١٢/٠٥/١٩٦٤
رقم العينة: S24-1123    تاريخ العينة: 3 آذار 2024
الوصف العياني: خزعة في الفورمالين
الوصف المجهري: مقاطع تظهر سرطانة غدية
التشخيص النهائي: adenocarcinoma
أرسلت العينة إلى مختبر آخر، ويتبع تقرير
"""


@pytest.fixture(scope="module")
def rules() -> Rules:
    return rules_from_plain(read_recognition(FILE, read_guide(CONTENT / "guide.toml")))


def test_a_paper_is_recognised(rules: Rules):
    facts = facts_of([PAPER], rules)
    assert (facts.record, facts.date, facts.born) == ("pathology", "2024-03-03", "1964-05-12")
    assert (facts.patient, facts.institution) == ("ليلى محمود حداد", "مستشفى الأمل التعليمي")
    assert facts.identifiers == ("S24-1123",)
    assert len(facts.pointers) == 1


def test_a_bill_is_no_record(rules: Rules):
    assert facts_of(["مستشفى الأمل التعليمي\nفاتورة\nالتشريح المرضي\nالمبلغ المستحق: 300"], rules).record == ""


def test_every_phrase_finds_itself():
    mistakes = Mistakes(FILE)
    try_phrases(mistakes, read_recognition(FILE, read_guide(CONTENT / "guide.toml")))
    assert mistakes.noted == []
