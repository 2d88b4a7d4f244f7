"""A second opinion that came, as the patient told of it: never what it means."""

from __future__ import annotations

from dataclasses import dataclass

OUTCOMES = ("agrees", "differs", "more_tests")


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion, and what it comes to beside the first one."""

    destination: str
    """The key of the destination; empty: the one in the patient's words."""
    outcome: str = ""
    """One of `OUTCOMES`, or empty."""
    day: str = ""
    """The day (ISO 8601) on which the patient told of it."""
