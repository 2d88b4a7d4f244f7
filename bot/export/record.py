"""All that is kept about a patient as JSON, in the names under which it is stored; docs/export.md explains each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogs.case.case import Case
from dialogs.case.stored import to_json

FORMAT = 1
"""Counted up when something has another name or another meaning; what is only added does not count."""


def record(case: Case, rows: Mapping[str, Any], now: datetime, days: int) -> str:
    """The case, and the rows about it, readable for people too."""
    head = {"format": FORMAT, "made": now.isoformat(), "kept_for_days": days}
    return json.dumps({**head, **rows, "case": json.loads(to_json(case))}, ensure_ascii=False, indent=2)
