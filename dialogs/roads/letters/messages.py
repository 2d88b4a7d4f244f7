"""What is said about the letters, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "letters": {"country"},
    "letters_one": {"letter", "record"},
    "letters_more": {"letter"},
    "letters_to": {"letter", "addressed"},
    "letter_text": {"letter"},
    "phone_script": {"letter", "records"},
}
