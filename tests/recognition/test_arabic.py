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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("اسم المريض: علي حسن\nتاريخ الفحص: 23 آب 2026", "2026-08-23"),
        ("اسم المريض: علي حسن\nتاريخ الفحص: ٢٣ آب ٢٠٢٦", "2026-08-23"),
        ("اسم المريض: علي حسن\nتاريخ الفحص: الخميس، 8 كانون الثاني 2026", "2026-01-08"),
        ("اسم المريض: علي حسن\nتاريخ الفحص: يوم الخميس الموافق 8/1/2026م", "2026-01-08"),
        ("اسم المريض: علي حسن\nتاريخ التقرير: 4 تشرين الأول 2025", "2025-10-04"),
        ("اسم المريض: علي حسن\nتاريخ الخروج: 23 آب/أغسطس 2026", "2026-08-23"),
        ("اسم المريض: علي حسن\nحرر في دمشق بتاريخ 23 آب 2026", "2026-08-23"),
        ("دمشق في 5 نيسان 2026\nاسم المريض: علي حسن", "2026-04-05"),
        ("اسم المريض: علي حسن\nتاريخ الفحص: \u200f23\u200f/\u200f8\u200f/\u200f2026", "2026-08-23"),
        ("اسم المريضة: هدى سليم\nتاريخ العملية: الأحد 12 تموز 2026", "2026-07-12"),
        ("اسم المريضة: هدى سليم\nتاريخ الزيارة: الثلاثاء ٣ تشرين الثاني ٢٠٢٥", "2025-11-03"),
        ("اسم المريضة: هدى سليم\nالتاريخ: ١٧ كانون الأول ٢٠٢٥م", "2025-12-17"),
        ("بيروت، 9 أيلول 2025\nاسم المريضة: هدى سليم", "2025-09-09"),
        ("عمّان في 9/9/2025\nاسم المريضة: هدى سليم", "2025-09-09"),
        ("اسم المريضة: هدى سليم\nتاريخ التقرير: الموافق 20 / 11 / 2025", "2025-11-20"),
        ("اسم المريضة: هدى سليم\nتاريخ أخذ العينة: يوم السبت 4 من شهر يناير عام 2025", "2025-01-04"),
        ("اسم المريضة: هدى سليم\nتاريخ الخروج: 5 آذار (مارس) 2026", "2026-03-05"),
    ],
)
def test_a_day_is_read_with_weekdays_the_months_of_the_levant_and_arabic_digits(rules: Rules, text: str, day: str):
    assert facts_of([text], rules).date == day


@pytest.mark.parametrize(
    "text",
    [
        "اسم المريض: علي حسن\nقال إنه آب إلى بيته 23 مرة سنة 2026",
        "اسم المريضة: هدى سليم\nوأعيدت في آب 2026 الصورة 3 مرات",
    ],
)
def test_a_month_without_a_day_and_a_year_beside_it_is_a_word(rules: Rules, text: str):
    assert facts_of([text], rules).date == ""


def test_vowel_marks_make_no_difference(rules: Rules):
    facts = facts_of(
        ["تَقْرِيرُ الأَشِعَّةِ\nاسم المريضة: مَرْيَم عَبْدُ اللهِ\nتاريخ الفحص: 3 شباط 2026\nالموجودَات: لا آفة\nالانطِباع: سليم"], rules
    )
    assert (facts.record, facts.patient, facts.date) == ("imaging_reports", "مريم عبد الله", "2026-02-03")


@pytest.mark.parametrize("name", ["هالة مصطفى السيد", "محمد السيد علي"])
def test_a_title_of_patients_may_be_a_name_as_well(rules: Rules, name: str):
    assert facts_of([f"اسم المريض : {name}    السن : ٥٤ سنة"], rules).patient == name
    assert facts_of([f"السيد: {name}"], rules).patient == name
