"""What can be wrong in what the bot listens for: words that must not wait, words said plainly, words of a button."""

from __future__ import annotations

IN_THE_SAFETY_RULES = {
    "not TOML": ("[[rule]]", "[[rule]", "rule", "cannot be read"),
    "a kind there is not": ('kind = "emergency"', 'kind = "panic"', "rule 1.kind", "emergency, crisis, call_team"),
    "a rule without a source": ("source = ", "origin = ", "rule 1.origin", "misspelt"),
    "a rule nobody could sign": ('signed_by = ""', "", "rule 1.signed_by", "is missing"),
    "a rule that is no list of lists": (
        "all = [",
        "all = []\nlost = [",
        "rule 1.all",
        "needs at least 1 (lists of phras",
    ),
    "al for all": ("\nall = [", "\nal = [", "rule 1.al", "misspelt"),
    "phrases as one string": ('["breath", "breathe", "breathing", "air"]', '"breath, air"', "rule 1.all", "a list of"),
    "phrases in one list only": (
        'all = [\n    ["breath", "breathe", "breathing", "air"],',
        'all = [\n    "breath",',
        "rule 1.all",
        "a list of",
    ),
    "an empty phrase": ('"breathe", ', '"", ', "rule 1.all", "should be a word"),
    "a star alone": ('"breathe", ', '"*", ', "rule 1.all", "star"),
    "a star after one letter": ('"struggl*"', '"s*"', "rule 1.all", "star"),
    "a star in the middle": ('"struggl*"', '"str*gle"', "rule 1.all", "star"),
    "unless as one letter": ("unless = [\n", 'unless = [ "i",\n', "rule 1.unless", "too short"),
    "unless as a string": ('unless = ["years ago", "last year"]', 'unless = "i"', "rule 2.unless", "a list of"),
    "a rule that is deaf": ('"I can\'t breathe"', '"What if I can\'t breathe?"', "rule 1.example", "does not hear"),
    "a rule without an example": ('example = "I can\'t breathe"\n', "", "rule 1.example", "missing"),
    "unlses for unless": ("unless = [", "unlses = [", "rule 1.unlses", "misspelt"),
    "a phrase of two sentences": ('"breathe", ', '"cant. breathe", ', "rule 1.all", "never be found"),
    "a kind of another word": ('kind = "call_team"', 'kind = "call team"', "rule 37.kind", "call team"),
    "one bracket": ("[[rule]] # trouble breathing", "[rule] # trouble breathing", "rule", "twice"),
}

IN_THE_PLAIN_WORDS = {
    "no word that joins": ("\njoins = [", "\nconnected = [", "joins", "is missing"),
    "no strength of a medicine": ("\nstrengths = [", "\nmilligrams = [", "own_words.strengths", "is missing"),
    "not TOML": ("\n[[stop]]", "\n[[stop]", "stop", "cannot be read"),
    "a meaning there is not": ("\n[[gone]]", "\n[[left]]", "left", "not a key we know"),
    "a misspelt setting": ("only = [", "olny = [", "worse 1.olny", "misspelt"),
    "words that are no list": (
        'begins = [\n    ["is"',
        'begins = "is"\nunused = [\n    ["is"',
        "question 1.begins",
        "should be a list",
    ),
    "an empty phrase": ('["forget me"', '["", "forget me"', "delete 2.all", "should be a word or a phrase"),
    "nothing to find": ('all = [["forget me"', 'most = [["forget me"', "delete 2", "needs all or begins"),
    "an example that is not heard": ('example = "Please stop"', 'example = "Go on"', "stop 1.example", "is not heard"),
    "no example": ('example = "Please stop"', "", "stop 1.example", "is missing"),
}

IN_WHAT_IS_PRESSED = {
    "no word that denies": ("\ndenials = [", "\ndeny = [", "denials", "is missing"),
    "a word that denies in two words": ('denials = ["not",', 'denials = ["not any",', "denials", "a single word"),
    "not TOML": ("gives_way = [", "gives_way = = [", "gives_way", "cannot be read"),
    "a button there is not": ('keys = ["checklist_only"]', 'keys = ["checklist_olny"]', "pressed 6.keys", "not one of"),
    "a command there is not": ('command = "packet"', 'command = "parcel"', "asked_for 4.command", "not one of"),
    "a list there is not": (
        'all = [["@delete", "undo"]',
        'all = [["@delte", "undo"]',
        "pressed 53.all",
        "@delte is not",
    ),
    "a list that names one below it": (
        'who = ["i", ',
        'who = ["@day", "i", ',
        "list.who",
        "not one of the lists above it",
    ),
    "an example that is not understood": (
        'example = "It\'s for me"',
        'example = "It is for my mother"',
        "pressed 1.example",
        "is not understood",
    ),
    "a topic there is not": ("\n[about]\npathology", "\n[about]\npathlogy", "about.pathlogy", "is not a record"),
    "a topic without a button": (
        "\n[about]\npathology",
        '\n[about]\nlanguages = ["tongue"]\npathology',
        "about.languages",
        "button",
    ),
    "a command that no button has": (
        "\n[about]\npathology",
        '\n[about]\ncancel = ["cancel"]\npathology',
        "about.cancel",
        "button",
    ),
    "a misspelt setting": ('command = "packet"\nall', 'command = "packet"\nal', "asked_for 4.al", "misspelt"),
    "an empty phrase": ('delete = ["', 'delete = ["", "', "list.delete", "should be a word or a phrase"),
}

IN_WHAT_IS_GUESSED = {
    "not TOML": ('continue = """', 'continue = = """', "continue", "cannot be read"),
    "a way there is not": ('errands = """', 'erands = """', "erands", "misspelt"),
    "a way without a sentence": ('errands = """', 'errands = ""\nerands = """', "errands", "is empty"),
    "a list in the place of lines": (
        'errands = """',
        'errands = ["my son"]\nerands = """',
        "errands",
        "words in quotes",
    ),
    "a sentence that stands twice": ("\nnow what\n", "\nnow what\nAre we done?\n", "checklist", "'are we done'"),
    "a sentence without a word": ("\nnow what\n", "\nnow what\n…\n", "continue", "no word"),
}
