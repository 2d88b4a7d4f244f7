"""What is seen to be wrong only when it is said, tried and printed, as `check` alone does with everything."""

from __future__ import annotations

from tests.content.files import NOTED, SAFETY, Mistake, message

SEEN_WHEN_SAID: list[Mistake] = [
    ("a noun there is not", message("sorted"), 'count("file")', 'count("fiel")', "line 1", "fiel"),
    ("a filter of something else", NOTED, "| title", "| day", "line 1", "cannot be said"),
    ("a part of a value there is not", message("plan"), "step.now", "step.nwo", "line 6", "nwo"),
    (
        "a list that is too long when it is full",
        message("requests"),
        "• {{ each",
        "N" * 120 + " {{ each",
        "file",
        "Telegram takes",
    ),
    ("a rule that hears a button", SAFETY, '"gasping", ', '"gasping", "original scan*", ', "rule 2", "Original scan"),
    (
        "an example of something graver",
        SAFETY,
        "breath on the stairs",
        "breath at rest",
        "rule 59.example",
        "emergency",
    ),
    (
        "a letter that fits no page",
        "en/letters/doctor.toml",
        "Thank you for looking",
        "Thank you. " * 600,
        "file",
        "holds less",
    ),
]
