"""What is said about the packet, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.packet.plan import PART_MEGABYTES
from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "packet": {"files", "pages", "own_words", "missing", "refused", "left_out", "name", "destinations", "destination"},
    "packet_choosing": {"files", "inside", "not_asked", "left_out", "more"},
    "packet_for": {"destinations"},
    "packet_settings": {"name", "destinations", "destination", "megabytes"},
    "packet_naming": {"name", "at_most"},
    "packet_sizes": {"megabytes"},
    "packet_progress": {"done", "of"},
    "packet_under_way": set(),
    "packet_again": set(),
    "packet_sent": {"pages", "parts", "originals", "left_out", "more", "kept_out"},
    "packet_failed": set(),
}
BUTTONS = frozenset({"pack", *(f"size_{size}" for size in PART_MEGABYTES)})
