"""What can be wrong in the words for days, for how a record was asked for, and for places."""

from __future__ import annotations

IN_THE_DAYS = {
    "not TOML": ("months = [", "months = [[", "weekdays", "cannot be read"),
    "a month missing": ('    ["may"],\n', "", "months", "12 lists"),
    "no word for money": ("\nmoney = [", "\nwhat_it_costs = [", "money", "is missing"),
    "a weekday missing": ('    ["friday", "fri", "fridays"],\n', "", "weekdays", "7 lists"),
    "no word for tomorrow": ("tomorrow = [", "tommorrow = [", "words.tommorrow", "misspelt"),
    "only a phrase": ('overmorrow = ["overmorrow", ', "overmorrow = [", "words.overmorrow", "single word"),
    "two months exchanged": ('["january", "jan"]', '["february", "feb"]', "months", "belongs in 2nd"),
    "weekdays from Sunday": ("weekdays = [\n", 'weekdays = [\n    ["sunday", "sun"],\n', "weekdays", "7 is the most"),
    "a weekday under another's name": ('["monday", "mon", "mondays"]', '["sunday"]', "weekdays", "belongs in 7th"),
    "a word in two lists": (
        'tomorrow = ["tomorrow"',
        'tomorrow = ["today", "tomorrow"',
        "words.tomorrow",
        "one meaning",
    ),
    "a number as text": ("two = 2", 'two = "2"', "numbers.two", "without quotes"),
    "a number that is no day": ("two = 2", "two = -2", "numbers.two", "from 0 to"),
    "a month without names": ('["may"]', "[]", "months", "at least 1"),
    "names without brackets": ('["may"]', '"may"', "months", "a list of"),
    "a list nobody knows": ("[words]", '[words]\nyesterdays = ["yesterday"]', "words.yesterdays", "misspelt"),
    "an empty phrase about asking": ('of = ["of"]', 'of = ["…"]', "asking.of", "a word or a phrase"),
    "asked and promised at once": ('"promised", ', '"asked", ', "asking.promised", "something else in asking.asked"),
    "two ways at once": (
        '"not", "no", "never"',
        '"portal", "no", "never"',
        "asking.not",
        "something else in asking.by_portal",
    ),
    "a way to ask nobody knows": ("by_phone =", "by_telegram =", "asking.by_telegram", "misspelt"),
    "a number twice": ("two = 2\n", "two = 2\ntwo = 3\n", "numbers.two", "twice"),
}

IN_THE_PLACES = {
    "not TOML": ("[place]", "[place", "place", "cannot be read"),
    "a zone that does not exist": ('"Europe/Paris"', '"Europe/Lutetia"', "known", "not a time zone"),
    "a place in no zone": (
        '"boston" = ["America/New_York"]',
        '"boston" = ["America/Boston"]',
        "place.boston",
        "'America/Boston' is not a time z",
    ),
    "a zone without brackets": (
        '"boston" = ["America/New_York"]',
        '"boston" = "America/New_York"',
        "place.boston",
        "a list of",
    ),
    "a place of no zone": ('"boston" = ["America/New_York"]', '"boston" = []', "place.boston", "at least 1"),
    "a place twice, with an accent": (
        '"boston" =',
        '"Böston" = ["Europe/Berlin"]\n"boston" =',
        "place.boston",
        "twice",
    ),
    "no known places": ("known = [", "known = []\nlost = [", "known", "at least 1"),
}
