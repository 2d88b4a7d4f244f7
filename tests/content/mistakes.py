"""Mistakes an author can make in content/: what is changed into what, and the key and the problem to be named."""

from __future__ import annotations

GUIDE, WORDS, SAFETY = "guide.toml", "en/words.toml", "en/safety.toml"
RECOGNITION = "en/recognition.toml"
DAYS, PLACES = "en/days.toml", "en/places.toml"
SOURCES, WELCOME = "en/sources.toml", "en/messages/welcome.html.j2"

IN_THE_GUIDE = {
    "not TOML": ("most_important =", "most_important = =", "file", "cannot be read"),
    "a misspelt list": ("start_with =", "start_wiht =", "guide.start_wiht", "misspelt"),
    "a key of capitals": ('key = "pathology"', 'key = "Pathology"', "record 1", "small letters"),
    "a record without a key": ('key = "labs"', "numbered = true", "record 5", "needs a key"),
    "a key that is taken": ('key = "labs"', 'key = "pathology"', "pathology", "taken"),
    "a key that is a step": ('key = "labs"', 'key = "review"', "review", "taken"),
    "a misspelt setting": ('follows = "pathology"', 'folows = "pathology"', "slides.folows", "misspelt"),
    "following nothing": ('follows = "pathology"', 'follows = "nothing"', "slides.follows", "not a record"),
    "following a later one": ('follows = "pathology"', 'follows = "labs"', "slides.follows", "asked earlier"),
    "a number that is no choice": ("numbered = false", 'numbered = "no"', "slides.numbered", "true or false"),
    "no number, following nothing": ('follows = "pathology"\n', "", "slides.numbered", "only a record that follows"),
    "a loan that is no choice": ("loan = true", 'loan = "yes"', "slides.loan", "true or false"),
    "days that are no number": ("lead_days = 35", 'lead_days = "35"', "slides.lead_days", "number of days"),
    "days without an end": ("lead_days = 35", "lead_days = 3500", "slides.lead_days", "at most 365"),
    "an answer there is not": ('"elsewhere", "shipped"', '"nowhere", "shipped"', "slides.answers", "'nowhere'"),
    "answers that are no list": ('key = "labs"', 'key = "labs"\nanswers = "send"', "labs.answers", "list of keys"),
    "an important record that is none": ('= "pathology"', '= "x"', "most_important", "not a record"),
    "a start with what is none": ('"imaging_reports", "treatment_plan"', '"x"', "start_with", "not a record"),
    "a start that is no list": ('start_with = ["pathology", ', 'start_with = [1, "pathology", ', "start_with", "list"),
    "a letter there is not": ('letter = "disc"', 'letter = "disk"', "imaging_files.letter", "'disk' is not one of"),
    "a question named twice": ('"complete", "stage"', '"stage", "stage"', "example_questions", "twice"),
}

IN_THE_WORDS = {
    "not TOML": ("[about]", "[about", "file", "cannot be read"),
    "a button without a label": ('begin = "Begin"', "", "button.begin", "missing or empty"),
    "a button that is empty": ('begin = "Begin"', 'begin = " "', "button.begin", "missing or empty"),
    "a button that is too long": ('begin = "Begin"', f'begin = "{"B" * 41}"', "button.begin", "41 characters"),
    "a table nobody knows": ("[count]", "[counts]", "counts", "misspelt"),
    "a noun of one form": ('file = ["file", "files"]', 'file = ["files"]', "count.file", "two forms"),
    "no words for a place in the review": ('decision = "My decision"', "", "open.decision", "missing"),
    "a question without words": ('trial = "Is there', 'trail = "Is there', "question.trial", "missing"),
    "a question to bring without words": ('support = "Which', 'suport = "Which', "bring_forward.support", "missing"),
    "a standing without words": ('asked = "asked for"', "", "standing.asked", "missing"),
    "a standing without a mark": ('unanswered = "○"', "", "mark.unanswered", "missing"),
    "a group without a heading": ('ready = "Ready"', "", "group.ready", "missing"),
    "a next step without a sentence": ('share = "Share', 'shared = "Share', "next_step.share", "missing"),
    "a file in trouble, and nothing to do": ('locked = "Locked', 'looked = "Locked', "trouble.locked", "missing"),
    "a kind of message without a name": ('poll = "a poll"', "", "kind.poll", "missing"),
    "a command without a description": ('help = "What', 'hepl = "What', "command.help", "missing"),
    "no short description": ("short_description =", "shorter_description =", "about.short_description", "missing"),
    "a sheet without a title": ('title = "Summary for', 'titel = "Summary for', "sheet.title", "missing"),
    "a sheet without a disclaimer": ("disclaimers = [", "disclaimers = []\nlost = [", "sheet.disclaimers", "at least"),
    "a letter without a name": ('doctor = "A note', 'docter = "A note', "letter.doctor", "missing"),
    "a day without words for a calendar": ('ask = "Something', 'aks = "Something', "calendar.ask", "missing"),
    "a record without an explanation": (
        'why = "They say in',
        'wye = "They say in',
        "record.imaging_reports.why",
        "mis",
    ),
    "words of no record": ("[record.pathology]", "[record.pathologie]", "record.pathology.title", "missing"),
    "words of one record too many": ("[question]", '[record.x]\ntitle = "X"\n[question]', "record.x", "not a record"),
    "a title that fits no button": ("Pathology slides", "P" * 41, "record.slides.title", "41 characters"),
    "a button of a record's own, too long": ("I have asked the lab", "I" * 41, "record.slides.button.asked", "41"),
}

IN_THE_SAFETY_RULES = {
    "not TOML": ("[[rule]]", "[[rule]", "file", "cannot be read"),
    "an outcome there is not": ('outcome = "emergency"', 'outcome = "panic"', "rule 1.outcome", "emergency, call_team"),
    "a rule without a source": ("source = ", "origin = ", "rule 1", "needs a source"),
    "a rule nobody could sign": ('signed_by = ""', "", "rule 1", "signed_by"),
    "a rule that is no list of lists": ("all = [", "all = []\nlost = [", "rule 1.all", "list of lists"),
}

LABELS, RECORDS, SLIDES, BACK = (f"en/letters/{name}.toml" for name in ("labels", "records", "slides", "back"))

IN_THE_LABELS = {
    "not TOML": ("[blank.name]", "[blank.name", "file", "cannot be read"),
    "a misspelt setting": ('to = "To"', 'too = "To"', "too", "misspelt"),
    "no word for the address": ('to = "To"', 'to = " "', "to", "missing or empty"),
    "nobody signs": ('sign = ["My signature", "Date"]', "sign = []", "sign", "missing or empty"),
    "no name for the file": ('file_name = "letter.pdf"', "", "file_name", "missing or empty"),
    "a blank without a label": ('label = "Phone"', "lines = 1", "blank.phone.label", "is missing"),
    "a misspelt line": ("lines = 3", "lins = 3", "blank.recipient.lins", "misspelt"),
    "more lines than a page has room for": ("lines = 3", "lines = 30", "blank.recipient.lines", "from 1 to 6"),
}

IN_A_LETTER = {
    "not TOML": ('title = "', 'title = = "', "file", "cannot be read"),
    "a misspelt setting": ("greeting =", "greting =", "greting", "misspelt"),
    "a review nobody could sign": ('reviewed_by = ""', "", "reviewed_by", "until someone has signed"),
    "no title": ('title = "Request for', 'title = ""\n# "', "title", "missing or empty"),
    "an address that is no list": ('to = ["Medical', 'to = "Medical"\n# ["', "to", "list of sentences"),
    "no sender": ('sender = ["name"', 'sender = []\n# ["', "sender", "missing or empty"),
    "a sender's line there is not": ('sender = ["name"', 'sender = ["nam"', "sender", "'nam' has no [blank.nam]"),
    "no greeting": ('greeting = "Dear', 'greeting = ""\n# "', "greeting", "missing or empty"),
    "no end": ('closing = "If', 'closing = ""\n# "', "closing", "missing or empty"),
    "nothing to say on the phone": ("phone = [", "phone = []\nsign = [", "phone", "missing or empty"),
    "a part of nothing": ("rule = true", "", "part 5", "needs words to say or one of"),
    "a part of two kinds": ('list = "records"', 'list = "records"\nrule = true', "part 1", "one of"),
    "a misspelt part": ('list = "records"', 'lst = "records"', "part 1.lst", "misspelt"),
    "a list there is not": ('list = "records"', 'list = "secrets"', "part 1.list", "'secrets' is not one of"),
    "lines that are no number": ("spare = 1", 'spare = "one"', "part 1.spare", "from 0 to 6"),
    "a line there is not": ('"number", "dates"', '"numbr"', "part 2.blanks", "'numbr' has no [blank.numbr]"),
    "boxes without words": ('choices = ["as PDF', 'choices = ["", "as PDF', "part 4.choices", "list of sentences"),
    "no place for the rule": ("rule = true", 'say = "x"', "rule", "needs one part with rule = true"),
    "a rule of nowhere": ('country = "us"', 'country = "usa"', "rule 1.country", "'usa' is not one of us, uk, other"),
    "a rule without a country": ('country = "uk"', 'country = "us"', "rule", "has none for 'uk'"),
    "a rule without a source": ('source = "https://www.ecfr', 'source = "www.ecfr', "rule 1.source", "the address"),
    "a rule that says nothing": ('says = "Please tell', 'says = ""\n# "', "rule 3.says", "missing or empty"),
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
    "no title": ('title = "After', 'title = ""\n# "', "title", "missing or empty"),
    "no name for the file": ('file_name = "page.pdf"', "", "file_name", "missing or empty"),
    "no intro": ('intro = "For', 'intro = ""\n# "', "intro", "missing or empty"),
    "no foot": ('foot = "Written', 'foot = ""\n# "', "foot", "missing or empty"),
    "a review nobody could sign": ('reviewed_by = ""', "", "reviewed_by", "until someone has signed"),
    "a line there is not": ('"new_letter"', '"old_letter"', "part 1.blanks", "'old_letter' has no"),
}

IN_THE_WORDS_TO_RECOGNISE = {
    "not TOML": ("[page]", "[page", "file", "cannot be read"),
    "a table nobody knows": ("[page]", "[pages]", "pages", "misspelt"),
    "a table that is missing": ("[page]", "[page.page]", "page.page", "misspelt"),
    "a record there is not": ("[record.labs]", "[record.laboratory]", "record.laboratory", "not a record of the guide"),
    "a side there is not": ("against = [", "agianst = [", "record.pathology.agianst", "misspelt"),
    "a phrase of capitals": ('"gross description"', '"Gross description"', "record.pathology.strong", "small letters"),
    "a phrase with a mark": ('"gross description"', '"gross-description"', "record.pathology.strong", "small letters"),
    "a phrase that is empty": ('"gross description"', '" "', "record.pathology.strong", "words or phrases"),
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
    "eleven months": ('["may"], ', "", "dates.months", "twelve"),
    "a month that is none": ('["may"]', '["the may"]', "dates.months", "one word"),
    "one name for two months": ('["may"]', '["march"]', "dates.months", "twice"),
    "an order there is not": ('order = ""', 'order = "american"', "dates.order", "day_first"),
    "no order": ('dotted_order = "day_first"', "", "dates.dotted_order", "missing"),
}

IN_THE_DAYS = {
    "not TOML": ("months = [", "months = [[", "file", "cannot be read"),
    "a month missing": ('    ["may"],\n', "", "months", "12 lists"),
    "a weekday missing": ('    ["friday", "fri"],\n', "", "weekdays", "7 lists"),
    "no word for tomorrow": ("tomorrow = [", "tommorrow = [", "words.tomorrow", "needs a list"),
    "only a phrase": ('overmorrow = ["overmorrow", ', "overmorrow = [", "words.overmorrow", "single word"),
}

IN_THE_PLACES = {
    "not TOML": ("[place]", "[place", "file", "cannot be read"),
    "a zone that does not exist": ('"Europe/Paris"', '"Europe/Lutetia"', "known", "not a time zone"),
    "a place in no zone": ('"boston" = ["America/New_York"]', '"boston" = ["America/Boston"]', "boston", "not a time"),
}

MISTAKES = (
    (GUIDE, IN_THE_GUIDE),
    (WORDS, IN_THE_WORDS),
    (SAFETY, IN_THE_SAFETY_RULES),
    (RECOGNITION, IN_THE_WORDS_TO_RECOGNISE),
    (DAYS, IN_THE_DAYS),
    (PLACES, IN_THE_PLACES),
    (LABELS, IN_THE_LABELS),
    (RECORDS, IN_A_LETTER),
    (SLIDES, IN_ANOTHER_LETTER),
    (BACK, IN_THE_PAGE_BACK),
)
