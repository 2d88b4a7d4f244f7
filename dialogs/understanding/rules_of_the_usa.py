"""Whether what is true of hospitals in the USA alone is worth telling somebody."""

from __future__ import annotations

from babel.core import get_global

from dialogs.case.case import Case
from dialogs.case.countries import TERRITORIES

_USA = "US"


def may_hold(case: Case) -> bool:
    """Whether the records may be gathered in the USA: unless the hospital, or the patient's clock, is elsewhere.

    Where the second opinion is to be says nothing of it: many ask a hospital in the USA from far away.
    """
    if case.country:
        return TERRITORIES.get(case.country) == _USA
    territory: str = get_global("zone_territories").get(case.zone, "")
    return territory in ("", _USA)
