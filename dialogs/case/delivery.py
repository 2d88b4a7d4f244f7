"""What was sent to whom: the way of the packet, of images and of slides after they have left the patient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sent = Literal["packet", "images", "slides"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing sent to one destination. Days are ISO 8601, or empty."""

    number: int
    destination: str
    """The key of the destination; empty: the one in the patient's words."""
    what: Sent
    how: str = ""
    """How it went, as the destination's content names it; empty: they did not say."""
    sent: str = ""
    arrived: str = ""
    """The day on which the other side said that it is there, and opens."""
    returned: str = ""
    """The day on which what was lent was back where it belongs."""
    reference: str = ""
    """A tracking number, or the name of whom to ask."""
    told: bool = False
    """It was asked before the day of the visit whether it is there."""
