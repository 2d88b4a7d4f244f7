"""Mistakes an author can make in content/: what is changed into what, and the key and the problem to be named."""

from __future__ import annotations

GUIDE, WORDS, SAFETY = "guide.toml", "en/words.toml", "en/safety/rules.toml"
SAID, PRESSED = "en/said.toml", "en/pressed.toml"
RECOGNITION = "en/recognition.toml"
DAYS, PLACES = "en/days.toml", "en/places.toml"
SOURCES, WELCOME = "en/sources.toml", "en/messages/welcome.html.j2"

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
}

IN_THE_WORDS = {
    "not TOML": ("[about]", "[about", "about", "cannot be read"),
    "a button without a label": ('begin = "For me"', "", "button.begin", "is missing"),
    "a button that is empty": ('begin = "For me"', 'begin = " "', "button.begin", "is empty"),
    "a button that is too long": ('begin = "For me"', f'begin = "{"B" * 41}"', "button.begin", "41 characters"),
    "a field that says nothing": ('note = "In a few words"', "", "placeholder.note", "is missing"),
    "a field that says too much": (
        'note = "In a few words"',
        f'note = "{"W" * 65}"',
        "placeholder.note",
        "65 characters; 64",
    ),
    "a table nobody knows": ("[hours]", "[hour]", "hour", "misspelt"),
    "a noun of one form": ('one = "{number} file"', "", "count.file.one", "missing"),
    "a form without its number": ('other = "{number} pages"', 'other = "pages"', "count.page.other", "{number}"),
    "no words for a place in the review": ('decision = "{My_decision}"', "", "open.decision", "missing"),
    "a question without words": ('trial = "Is there', 'trail = "Is there', "question.trail", "misspelt"),
    "a question to bring without words": ('support = "Which', 'suport = "Which', "bring_forward.suport", "misspelt"),
    "a standing without words": ('asked = "asked for"', "", "standing.asked", "missing"),
    "a standing without a mark": ('unanswered = "○"', "", "mark.unanswered", "missing"),
    "a group without a heading": ('ready = "Ready"', "", "group.ready", "missing"),
    "a next step without a sentence": ('share = "Share', 'shared = "Share', "next_step.shared", "misspelt"),
    "a file in trouble, and nothing to do": ('locked = "It is', 'looked = "It is', "trouble.looked", "misspelt"),
    "a kind of message without a name": ('poll = "a poll"', "", "kind.poll", "missing"),
    "a command without a description": ('help = "Help', 'hepl = "Help', "command.hepl", "misspelt"),
    "no short description": ("short_description =", "shorter_description =", "about.shorter_description", "misspelt"),
    "a sheet without a title": ('title = "Summary for', 'titel = "Summary for', "sheet.titel", "misspelt"),
    "a sheet without a disclaimer": ("disclaimers = [", "disclaimers = []\nlost = [", "sheet.disclaimers", "at least"),
    "a letter without a name": ('doctor = "A letter', 'docter = "A letter', "letter.docter", "misspelt"),
    "a day without words for a calendar": ('ask = "Something', 'aks = "Something', "calendar.aks", "misspelt"),
    "a record without an explanation": (
        'why = "They say in',
        'wye = "They say in',
        "record.imaging_reports.wye",
        "misspelt",
    ),
    "words of no record": ("[record.pathology]", "[record.pathologie]", "record.pathologie", "misspelt"),
    "words of one record too many": ("[question]", '[record.x]\ntitle = "X"\n[question]', "record.x", "misspelt"),
    "a title that fits no button": ("Pathology slides", "P" * 41, "record.slides.title", "41 characters"),
    "a word for who cares for a patient, missing": (
        'yours = "the patient',
        'your_s = "the patient',
        "whose.other.yours",
        "is missing",
    ),
    "a word for a patient that stands for a value": (
        'yours = "yours"',
        'record = "yours"',
        "whose.own.record",
        "something else",
    ),
    "a word for a patient with a name that is none": (
        'yours = "yours"',
        '"your-s" = "yours"',
        "whose.own.your-s",
        "letters and _",
    ),
    "no words for who cares for a patient": ("[whose.other]", "[whose.others]", "whose.others", "misspelt"),
    "a word of whose that is misspelt": ("on {your} biopsy", "on {yuor} biopsy", "record.pathology.what", "{yuor}"),
    "a button too long for who cares for a patient": (
        'I_was = "The patient was"',
        'I_was = "The patient that you care for was"',
        "button.not_applicable",
        "characters; 40",
    ),
    "a button of a record's own, too long": ("I asked for them", "I" * 41, "record.slides.button.asked", "41"),
}

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
}

IN_THE_PLAIN_WORDS = {
    "not TOML": ("\n[[stop]]", "\n[[stop]", "stop", "cannot be read"),
    "a meaning there is not": ("\n[[gone]]", "\n[[left]]", "left", "not a key we know"),
    "a misspelt setting": ("only = [", "olny = [", "delete 1.olny", "misspelt"),
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
    "not TOML": ("gives_way = [", "gives_way = = [", "gives_way", "cannot be read"),
    "a button there is not": ('keys = ["checklist_only"]', 'keys = ["checklist_olny"]', "pressed 5.keys", "not one of"),
    "a command there is not": ('command = "packet"', 'command = "parcel"', "asked_for 4.command", "not one of"),
    "a list there is not": (
        'all = [["@delete", "undo"]',
        'all = [["@delte", "undo"]',
        "pressed 50.all",
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
    "a misspelt setting": ('command = "packet"\nall', 'command = "packet"\nal', "asked_for 4.al", "misspelt"),
    "an empty phrase": ('delete = ["', 'delete = ["", "', "list.delete", "should be a word or a phrase"),
}

LABELS, RECORDS, SLIDES, BACK = (f"en/letters/{name}.toml" for name in ("labels", "records", "slides", "back"))

IN_THE_LABELS = {
    "not TOML": ("[blank.name]", "[blank.name", "blank.name", "cannot be read"),
    "a misspelt setting": ('to = "To"', 'too = "To"', "too", "misspelt"),
    "no word for the address": ('to = "To"', 'to = " "', "to", "is empty"),
    "nobody signs": ('sign = ["My signature", "Date"]', "sign = []", "sign", "needs at least 1 (sentences), an"),
    "no name for the file": ('file_name = "letter.pdf"', "", "file_name", "is missing"),
    "a blank without a label": ('label = "Phone"', "lines = 1", "blank.phone.label", "is missing"),
    "a misspelt line": ("lines = 3", "lins = 3", "blank.recipient.lins", "misspelt"),
    "more lines than a page has room for": ("lines = 3", "lines = 30", "blank.recipient.lines", "from 1 to 6"),
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
}

IN_ANOTHER_LETTER = {
    "a rule where no country is asked": (
        '[[part]]\nsay = "Please send it',
        '[[rule]]\ncountry = "other"\nsays = "x"\n[[part]]\nrule = true\n[[part]]\nsay = "Please send it',
        "rule",
        "without asking for a country",
    ),
}

IN_THE_PAGE_BACK = {
    "a misspelt setting": ("intro =", "intr =", "intr", "misspelt"),
    "no title": ('title = "After', 'title = ""\n# "', "title", "is empty"),
    "no name for the file": ('file_name = "page.pdf"', "", "file_name", "is missing"),
    "no intro": ('intro = "For', 'intro = ""\n# "', "intro", "is empty"),
    "no foot": ('foot = "Written', 'foot = ""\n# "', "foot", "is empty"),
    "a review nobody could sign": ('reviewed_by = ""', "", "reviewed_by", "is missing"),
    "a line there is not": ('"new_letter"', '"old_letter"', "part 1.blanks", "'old_letter' has no"),
}

IN_THE_WORDS_TO_RECOGNISE = {
    "not TOML": ("[page]", "[page", "page", "cannot be read"),
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
    "a month that is none": ('["may"]', '["the may"]', "dates.months", "one word"),
    "one name for two months": ('["may"]', '["march"]', "dates.months", "'march' is two months"),
    "an order there is not": ('order = ""', 'order = "american"', "dates.order", "day_first"),
    "no order": ('dotted_order = "day_first"', "", "dates.dotted_order", "missing"),
}

IN_THE_DAYS = {
    "not TOML": ("months = [", "months = [[", "weekdays", "cannot be read"),
    "a month missing": ('    ["may"],\n', "", "months", "12 lists"),
    "a weekday missing": ('    ["friday", "fri"],\n', "", "weekdays", "7 lists"),
    "no word for tomorrow": ("tomorrow = [", "tommorrow = [", "words.tommorrow", "misspelt"),
    "only a phrase": ('overmorrow = ["overmorrow", ', "overmorrow = [", "words.overmorrow", "single word"),
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
}

MISTAKES = (
    (GUIDE, IN_THE_GUIDE),
    (WORDS, IN_THE_WORDS),
    (SAFETY, IN_THE_SAFETY_RULES),
    (SAID, IN_THE_PLAIN_WORDS),
    (PRESSED, IN_WHAT_IS_PRESSED),
    (RECOGNITION, IN_THE_WORDS_TO_RECOGNISE),
    (DAYS, IN_THE_DAYS),
    (PLACES, IN_THE_PLACES),
    (LABELS, IN_THE_LABELS),
    (RECORDS, IN_A_LETTER),
    (SLIDES, IN_ANOTHER_LETTER),
    (BACK, IN_THE_PAGE_BACK),
)
