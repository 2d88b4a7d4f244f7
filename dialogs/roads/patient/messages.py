"""What is said about the lines about the patient, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.patient.path import STEP_OF
from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "patient": {"lines", "is_read", "unsure", "date", "destination", "destinations"},
    "patient_more": set(),
    **{step.replace(".", "_"): {"line"} for step in STEP_OF.values()},
    "patient_number": {"line", "read"},
    "name_unclear": set(),
    "born_unclear": set(),
    "born_either": set(),
    "contact_unclear": set(),
}
BUTTONS = frozenset({"patient", "patient_change", "patient_add", "patient_all"})
ASKS_MORE = frozenset({"born_either"})
