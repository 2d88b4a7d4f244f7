"""What can be wrong in the guide that says which records are asked for, and in the sources of what it says."""

from __future__ import annotations

IN_THE_GUIDE = {
    "not TOML": ("most_important =", "most_important = =", "most_important", "cannot be read"),
    "a misspelt list": ("start_with =", "start_wiht =", "start_wiht", "misspelt"),
    "a key of capitals": (
        'key = "pathology"',
        'key = "Pathology"',
        "Pathology.key",
        "'Pathology' should be small lett",
    ),
    "a record without a key": ('key = "labs"', "numbered = true", "record 5.key", "is missing"),
    "a key that is taken": ('key = "labs"', 'key = "pathology"', "pathology", "taken"),
    "a legal day of which no message tells": (
        "us = [10, 25, 30]",
        "us = [10, 20]",
        "legal_days.us",
        "no message tells",
    ),
    "legal days of a country nobody is asked about": ("us = [10", "fr = [10", "legal_days.fr", "not"),
    "a key that is a step": ('key = "labs"', 'key = "review"', "review", "taken"),
    "a misspelt setting": ('follows = "pathology"', 'folows = "pathology"', "slides.folows", "misspelt"),
    "following nothing": ('follows = "pathology"', 'follows = "nothing"', "slides.follows", "not a record"),
    "following a later one": ('follows = "pathology"', 'follows = "labs"', "slides.follows", "asked earlier"),
    "a number that is no choice": ("numbered = false", 'numbered = "no"', "slides.numbered", "true or false"),
    "no number, following nothing": ('follows = "pathology"\n', "", "slides.numbered", "only a record that follows"),
    "a loan that is no choice": ("loan = true", 'loan = "yes"', "slides.loan", "true or false"),
    "a right to what is lent": (
        "loan = true",
        "loan = true\nright_of_access = true",
        "slides.right_of_access",
        "not what a lab lends",
    ),
    "days that are no number": ("lead_days = 35", 'lead_days = "35"', "slides.lead_days", "number of days"),
    "days without an end": (
        "lead_days = 35",
        "lead_days = 3500",
        "slides.lead_days",
        "must be a number of days from 0",
    ),
    "an answer there is not": ('"elsewhere", "shipped"', '"nowhere", "shipped"', "slides.answers", "'nowhere'"),
    "answers that are no list": (
        'key = "labs"',
        'key = "labs"\nanswers = "send"',
        "labs.answers",
        "should be a list of answers: ['s",
    ),
    "an important record that is none": ('= "pathology"', '= "x"', "most_important", "not a record"),
    "a start with what is none": ('"imaging_reports", "treatment_plan"', '"x"', "start_with", "not a record"),
    "a start that is no list": (
        'start_with = ["pathology", ',
        'start_with = [1, "pathology", ',
        "start_with",
        "1 should be small letters, digit",
    ),
    "a letter there is not": ('letter = "disc"', 'letter = "disk"', "imaging_files.letter", "'disk' is not one of"),
    "a question named twice": ('"complete", "stage"', '"stage", "stage"', "example_questions", "twice"),
    "[record] for the first [[record]]": (
        '[[record]]\nkey = "pathology"',
        '[record]\nkey = "pathology"',
        "record",
        "twice",
    ),
    "no answers": ('key = "labs"', 'key = "labs"\nanswers = []', "labs.answers", "at least 1"),
    "one useless answer": ('key = "labs"', 'key = "labs"\nanswers = ["unsure"]', "labs.answers", "no way"),
    "a word for a flag": ("numbered = false", "numbered = 0", "slides.numbered", "true or false"),
    "days with a fraction": ("lead_days = 14", "lead_days = 14.5", "labs.lead_days", "number"),
    "no questions": (
        '["complete", "stage", "start", "alternatives", "trial"]',
        "[]",
        "example_questions",
        "at least 1",
    ),
    "recent ones of nothing": ('recent = ["visit_notes"', 'recent = ["vist_notes"', "recent", "'vist_notes'"),
    "scans of nothing": ('scan_reports = "imaging_reports"', 'scan_reports = "imaging"', "scan_reports", "'imaging'"),
}

IN_THE_SOURCES = {
    "a source without a title": ('title = "UCLA Health"', 'titel = "UCLA Health"', "source 1.titel", "misspelt"),
    "a source without https": ('"https://www.ucla', '"www.ucla', "source 1.address", "https://"),
    "one source alone in brackets": ("[[source]]", "[source]", "source", "twice"),
}
