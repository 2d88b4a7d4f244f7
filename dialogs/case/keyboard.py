"""The buttons that stand below the newest question: what is written may be one of them in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """One of them: its label, what a tap sends, and the record its card is about."""

    label: str
    data: str
    record: str = ""
