"""Every road there is: one line each."""

from __future__ import annotations

from dialogs import side_screens
from dialogs.journey.room import CHOICES, Room
from dialogs.roads.errands import screens as errands
from dialogs.roads.files import screens as files
from dialogs.roads.letters import screens as letters
from dialogs.roads.packet import screens as packet
from dialogs.roads.records import screens as records

ROOMS: tuple[Room, ...] = (records, files, packet, letters, errands, side_screens)
"""The screens of the roads."""
MOVES = frozenset(
    move for room in ROOMS for rows in room.LAYOUT.values() for row in rows if row != CHOICES for move in row
)
"""Every move that a button can make."""
