"""What is said about errands, to the patient and to the helper, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

MESSAGES: Messages = {
    # As the patient sees them
    "errands": {"errands", "most"},
    "errands_new": {"days"},
    "errands_given": {"days"},
    "errands_one": {"record", "state", "helper", "files"},
    "errands_own_link": set(),
    "errand_ended": set(),
    "errand_taken": {"helper"},
    "errand_done": {"helper"},
    "errand_file": {"helper"},
    "errand_returned": {"helper"},
    "errand_left": {"helper"},
    "errand_over": {"helper"},
    # As a helper sees them
    "errand_link": {"link", "days"},
    "errand_hello": {"days"},
    "errand_card": {"record", "takes_files"},
    "errand_only": set(),
    "errand_which": set(),
    "errand_send": set(),
    "errand_passed_on": set(),
    "errand_unreadable": {"state"},
    "errand_no_files": set(),
    "errand_thanks": set(),
    "errand_given_back": set(),
    "errand_gone": set(),
    "errand_call_team": {"line", "country"},
    "errand_unwell": {"lines", "country"},
    "errand_forgotten": set(),
}
BUTTONS = frozenset(
    {
        *("hand_out", "errand_new", "errand_see", "errand_here", "errand_asked", "errand_not_yet", "errand_end"),
        *("errand_off", "errand_list", "errand_done", "errand_send", "errand_return"),
    }
)
ASKS_ASIDE = frozenset({"errand_done"})
