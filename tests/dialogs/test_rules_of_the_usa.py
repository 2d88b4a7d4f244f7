"""What holds in the USA alone is told to who may gather records there, and to nobody who surely does not."""

import pytest

from dialogs.case.case import Case
from dialogs.case.stored import from_json, to_json
from dialogs.understanding.rules_of_the_usa import may_hold
from tests import real

WITH_A_RULE = ("imaging_reports", "labs", "visit_notes")


@pytest.mark.parametrize(
    ("country", "zone", "told"),
    [
        ("", "", True),
        ("us", "", True),
        ("us", "Asia/Amman", True),
        ("uk", "", False),
        ("other", "America/New_York", False),
        ("", "America/Chicago", True),
        ("", "Pacific/Honolulu", True),
        ("", "Asia/Amman", False),
        ("", "America/Mexico_City", False),
        ("", "America/Toronto", False),
        ("", "Nowhere/At_All", True),
    ],
)
def test_the_hospital_comes_first_then_the_clock_and_who_told_neither_may_be_there(country: str, zone: str, told: bool):
    assert may_hold(Case(country=country, zone=zone)) is told


def test_a_destination_in_the_usa_says_nothing_of_where_the_records_are():
    case = Case(zone="Asia/Amman", destination="MD Anderson", destinations=("md_anderson",))
    assert not may_hold(from_json(to_json(case)))


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("record", WITH_A_RULE)
def test_the_rule_names_its_country_and_stands_nowhere_else(language: str, record: str):
    where = real.content(language).wording.where
    usa = {"en": "in the USA", "es": "en EE. UU.", "ar": "في الولايات المتحدة"}[language].casefold()
    assert usa in where(record).casefold()
    assert usa not in where(record, False).casefold()
    assert where(record, False) != where(record)
