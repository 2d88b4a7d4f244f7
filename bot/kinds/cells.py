"""A cell of a sheet as it is shown: with as many decimals as its format has, in per cent where it says so."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

_FORMAT = re.compile(r'(?:"([^"]*)"|\\(.))?[#,]*0?(?:(\.)([0#]+))?(%)?(?:"([^"]*)"|\\?( ?[^\w#"\\;\[\]]{0,4}))?')
_GENERAL = ".15g"  # as many digits as a sheet shows
MOST_DECIMALS = 15


def shown(cell: Any) -> str:
    """What stands in a cell of openpyxl's."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return number(value, str(cell.number_format or "General"))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else " ".join(str(value).split(" ")).strip()


def number(value: float, how: str) -> str:
    """A number in a format of its sheet (ECMA-376, part 1, 18.8.31); in one we do not know, all its digits."""
    first = how.split(";")[0]
    found = _FORMAT.fullmatch(first)
    if not found or first in ("General", "@", ""):
        return format(value, _GENERAL)
    before, sign, _, decimals, percent, after, bare = found.groups()
    places = min((decimals or "").count("0"), MOST_DECIMALS)
    most = min(len(decimals or ""), MOST_DECIMALS)
    said = f"{value * 100 if percent else value:.{most}f}"
    for _ in range(most - places):
        said = said[:-1] if said.endswith("0") else said
    return f"{before or sign or ''}{said.removesuffix('.')}{percent or ''}{after or bare or ''}"
