"""Every road there is: one line each."""

from __future__ import annotations

from dialogs.journey.road import CHOICES
from dialogs.roads.afterwards.road import ROAD as AFTERWARDS
from dialogs.roads.country.road import ROAD as COUNTRY
from dialogs.roads.decision.road import ROAD as DECISION
from dialogs.roads.deliveries.road import ROAD as DELIVERIES
from dialogs.roads.destination.road import ROAD as DESTINATION
from dialogs.roads.errands.road import ROAD as ERRANDS
from dialogs.roads.files.road import ROAD as FILES
from dialogs.roads.keeping.road import ROAD as KEEPING
from dialogs.roads.letters.road import ROAD as LETTERS
from dialogs.roads.packet.road import ROAD as PACKET
from dialogs.roads.patient.road import ROAD as PATIENT
from dialogs.roads.records.road import ROAD as RECORDS
from dialogs.roads.reminders.road import ROAD as REMINDERS
from dialogs.roads.requests.road import ROAD as REQUESTS
from dialogs.roads.road import Road
from dialogs.roads.the_date.road import ROAD as THE_DATE
from dialogs.roads.walk.road import ROAD as WALK

ROADS: tuple[Road, ...] = (
    *(WALK, THE_DATE, DESTINATION, RECORDS, DECISION),
    *(FILES, PACKET, LETTERS, ERRANDS, REQUESTS, REMINDERS, DELIVERIES, AFTERWARDS, COUNTRY, PATIENT, KEEPING),
)
MOVES = frozenset(
    move for road in ROADS for rows in road.layout.values() for row in rows if row != CHOICES for move in row
)
"""Every move that a button can make."""
BUTTONS = frozenset(MOVES.union(*(road.buttons for road in ROADS)))
"""Every label of a button that a road needs."""
COMMANDS = {command: move for road in ROADS for command, move in road.commands.items()}
"""The commands that lead to a road, and the detour that each is."""
SAID = {wish: move for road in ROADS for wish, move in road.said.items()}
"""What leads to a road when it is asked for in words, beside the commands."""
STEPS = frozenset(step for road in ROADS for step in road.layout)
"""What no record may be called: the steps of all roads, and those that every record has."""
