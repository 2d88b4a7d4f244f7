"""What can be wrong in the words by which a record is recognised."""

from __future__ import annotations

IN_THE_WORDS_TO_RECOGNISE = {
    "not TOML": ("[page]", "[page", "page", "cannot be read"),
    "nothing between the ends of a range": ("\nbetween = [", "\nranges = [", "rows.between", "is missing"),
    "a table nobody knows": ("[page]", "[pages]", "pages", "misspelt"),
    "a table that is missing": ("[page]", "[page.page]", "page.page", "misspelt"),
    "a record there is not": ("[record.labs]", "[record.laboratory]", "record.laboratory", "not a record of the guide"),
    "a side there is not": ("against = [", "agianst = [", "record.pathology.agianst", "misspelt"),
    "a phrase of capitals": ('"gross description"', '"Gross description"', "record.pathology.strong", "small letters"),
    "a phrase with a mark": ('"gross description"', '"gross-description"', "record.pathology.strong", "small letters"),
    "a phrase that is empty": (
        '"gross description"',
        '" "',
        "record.pathology.strong",
        "' ' should be a word or a phrase",
    ),
    "a phrase on two sides": (
        'weak = [\n    "specimen"',
        'weak = [\n    "macroscopy"',
        "record.pathology.weak",
        "side",
    ),
    "a phrase that stands twice": (
        '"histology report", ',
        '"surgical pathology", ',
        "record.pathology.strong",
        "twice",
    ),
    "phrases that are no list": ('of = ["of"]', 'of = "of"', "page.of", "list of words"),
    "two words where one is asked": ('of = ["of"]', 'of = ["out of"]', "page.of", "one word"),
    "labels that are missing": ("identifier = [", "identifiers = [", "label.identifiers", "misspelt"),
    "a label of two things": ('dated = ["date", ', 'dated = ["dob", ', "label.dated", "something else"),
    "a status of two kinds": ('"provisional", ', '"final", ', "status.final", "another status"),
    "eleven months": ('["may"], ', "", "dates.months", "needs 12 (lists of names), and h"),
    "a month that is none": ('["may"]', '["the may"]', "dates.months", "should have 'may' in it"),
    "one name for two months": ('["may"]', '["march"]', "dates.months", "'march' is two months"),
    "an order there is not": ('order = ""', 'order = "american"', "dates.order", "day_first"),
    "no order": ('dotted_order = "day_first"', "", "dates.dotted_order", "missing"),
    "the months of papers exchanged": (
        '["january", "jan"], ["february", "feb"]',
        '["february", "feb"], ["january", "jan"]',
        "dates.months",
        "belongs in",
    ),
    "a phrase that is on every paper": ('"invoice"', '"of"', "no_record.phrases", "every paper"),
    "a spelling of nothing": ('["exam", "ex"]', '["exam"]', "spelling.words", "at least 2"),
    "a star after two letters": ('"ct1*"', '"ct*"', "record.staging.weak", "star"),
}
