"""What is said about what is kept, and the values that each message may use."""

from __future__ import annotations

from dialogs.journey.steps import CONSENT
from dialogs.roads.keeping.consent import AGAIN
from dialogs.roads.keeping.expiry import WARNINGS
from dialogs.roads.road import Messages

MESSAGES: Messages = {
    **dict.fromkeys(WARNINGS, frozenset({"days", "day"})),
    "expired": set(),
    "deleted_done": set(),
    "records_kept": {"days"},
    "export": {"parts"},
    "export_failed": set(),
    "accesses": {"accesses", "more", "zone"},
    AGAIN: set(),
    "consent_declined": set(),
}
BUTTONS = frozenset({"keep_records", "export", "accesses"})
ASKS_ASIDE = frozenset({CONSENT, *WARNINGS})
