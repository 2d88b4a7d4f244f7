"""What can be wrong in the letters, in the labels they share, and in the page that a patient takes back."""

from __future__ import annotations

IN_THE_LABELS = {
    "not TOML": ("[blank.name]", "[blank.name", "blank.name", "cannot be read"),
    "a misspelt setting": ('to = "To"', 'too = "To"', "too", "misspelt"),
    "no word for the address": ('to = "To"', 'to = " "', "to", "is empty"),
    "nobody signs": ('sign = ["My signature", "Date"]', "sign = []", "sign", "needs at least 1 (sentences), an"),
    "no name for the file": ('file_name = "letter.pdf"', "", "file_name", "is missing"),
    "a blank without a label": ('label = "Phone"', "lines = 1", "blank.phone.label", "is missing"),
    "a misspelt line": ("lines = 3", "lins = 3", "blank.recipient.lins", "misspelt"),
    "more lines than a page has room for": ("lines = 3", "lines = 30", "blank.recipient.lines", "from 1 to 6"),
    "lines in words": ("lines = 3", 'lines = "three"', "blank.recipient.lines", "without quotes"),
}

IN_A_LETTER = {
    "not TOML": ('title = "', 'title = = "', "title", "cannot be read"),
    "a misspelt setting": ("greeting =", "greting =", "greting", "misspelt"),
    "a review nobody could sign": ('reviewed_by = ""', "", "reviewed_by", "is missing"),
    "no title": ('title = "Request for', 'title = ""\n# "', "title", "is empty"),
    "an address that is no list": ('to = ["Medical', 'to = "Medical"\n# ["', "to", "list of sentences"),
    "no sender": ('sender = ["name"', 'sender = []\n# ["', "sender", "needs at least 1 (sentences), an"),
    "a sender's line there is not": ('sender = ["name"', 'sender = ["nam"', "sender", "'nam' has no [blank.nam]"),
    "no greeting": ('greeting = "Dear', 'greeting = ""\n# "', "greeting", "is empty"),
    "no end": ('closing = "If', 'closing = ""\n# "', "closing", "is empty"),
    "nothing to say on the phone": ("phone = [", "phone = []\nsign = [", "phone", "needs at least 1 (sentences), an"),
    "a part of nothing": ("rule = true", "", "part 5", "needs words to say or one of"),
    "a part of two kinds": ('list = "records"', 'list = "records"\nrule = true', "part 1", "one of"),
    "a misspelt part": ('list = "records"', 'lst = "records"', "part 1.lst", "misspelt"),
    "a list there is not": ('list = "records"', 'list = "secrets"', "part 1.list", "'secrets' is not one of"),
    "lines that are no number": ("spare = 1", 'spare = "one"', "part 1.spare", "from 0 to 6"),
    "a line there is not": ('"first", "last"', '"frist"', "part 2.blanks", "'frist' has no [blank.frist]"),
    "boxes without words": ('choices = ["as PDF', 'choices = ["", "as PDF', "part 4.choices", "is empty"),
    "no place for the rule": ("rule = true", 'say = "x"', "rule", "needs one part with rule = true"),
    "a rule of nowhere": ('country = "us"', 'country = "usa"', "rule 1.country", "'usa' is not one of us, uk, other"),
    "a rule without a country": ('country = "uk"', 'country = "us"', "rule", "has none for 'uk'"),
    "a rule without a source": ('source = "https://www.ecfr', 'source = "www.ecfr', "rule 1.source", "the address"),
    "a rule that says nothing": ('says = "Please tell', 'says = ""\n# "', "rule 3.says", "is empty"),
    "a misspelt rule": ('says = "Please tell', 'said = "Please tell', "rule 3.said", "misspelt"),
    "a placeholder in a letter": ("Dear records team", "Dear {name}", "greeting", "{name}"),
    "two rules at once": ("rule = true", "rule = true\n\n[[part]]\nrule = true", "rule", "needs one part"),
    "a rule that is a word": ("rule = true", 'rule = "yes"', "part 5.rule", "true or false"),
}

IN_ANOTHER_LETTER = {
    "a rule where no country is asked": (
        '[[part]]\nsay = "Please send it',
        '[[rule]]\ncountry = "other"\nsays = "x"\n[[part]]\nrule = true\n[[part]]\nsay = "Please send it',
        "rule",
        "without asking for a country",
    ),
}

IN_A_LETTER_FOR_THE_CAREGIVER = {
    "a list as a string": ("to = []", 'to = ""', "to", "a list of"),
}

IN_THE_PAGE_BACK = {
    "a misspelt setting": ("intro =", "intr =", "intr", "misspelt"),
    "no title": ('title = "After', 'title = ""\n# "', "title", "is empty"),
    "no name for the file": ('file_name = "page.pdf"', "", "file_name", "is missing"),
    "no intro": ('intro = "For', 'intro = ""\n# "', "intro", "is empty"),
    "no foot": ('foot = "Written', 'foot = ""\n# "', "foot", "is empty"),
    "a review nobody could sign": ('reviewed_by = ""', "", "reviewed_by", "is missing"),
    "a line there is not": ('"new_letter"', '"old_letter"', "part 1.blanks", "'old_letter' has no"),
    "a page without a place for its file": ('"page.pdf"', '"page"', "file_name", ".pdf"),
    "a part in one bracket": ("[[part]]\nblanks", "[part]\nblanks", "part", "twice"),
}
