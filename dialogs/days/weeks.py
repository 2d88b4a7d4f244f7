"""On which day a week begins, where a patient is: on Sunday in the USA, on Saturday in Egypt, on Monday in Spain."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from dialogs.case.case import Case
from dialogs.case.countries import TERRITORIES
from dialogs.case.languages import ENGLISH, spoken


def first_day(case: Case) -> int:
    """0 for Monday. By their country; as long as that is not known by where their language is spoken most."""
    return _first_day(spoken(case), TERRITORIES.get(case.country, ""))


@lru_cache(maxsize=64)
def _first_day(language: str, territory: str) -> int:
    if not territory and language != ENGLISH:  # where English is spoken it may be either
        territory = str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]
    try:
        return Locale(language, territory or None).first_week_day
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language).first_week_day
