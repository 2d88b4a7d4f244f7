"""What stands on a letter, and on the page to take back: filled from what is known, and from nothing else."""

from dataclasses import replace

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.effects import SendPaper
from tests.conversations.letters import finds, letter

READ = Facts(patient="Alex  Example", born="1961-04-09", identifiers=("S26-1", "R9", "S26-2"), date="2026-03-12")
READ = replace(READ, specimens=("S26-1", "S26-2"))


def has_read(chat, record, **changes):
    number = len(chat.case.documents) + 1
    document = Document(number, "a", "x.pdf", record, "readable", 1, facts=replace(READ, **changes))
    chat.case = chat.case.with_document(document)


def test_a_letter_lists_what_the_patient_said_is_missing_and_nothing_else(chat):
    chat.patient_walks_to("report")
    chat.patient_presses("report/more", "report.more/elsewhere", "scans/missing", "scans.missing/go_on")
    chat.happens_at("slides", lambda: chat.patient_presses_data("slides/unsure"))  # a button of before
    chat.patient_commands("letters")
    chat.patient_presses("write/records", "us")
    assert letter(chat)["records"] == ["scans"], "nobody asked about the plan yet"


def test_a_letter_takes_the_name_and_the_numbers_from_papers_that_agree(chat):
    finds(chat, "slides")
    has_read(chat, "report")
    has_read(chat, "scans", patient="ALEX EXAMPLE", specimens=("CT-9",))
    chat.patient_presses("pdf")
    known = letter(chat)["known"]
    assert known["name"].casefold() == "alex example"
    assert known["born"] == "1961-04-09"
    assert known["specimens"] == ["S26-1", "S26-2"], "the numbers of the tissue, not of the scans or an order"


def test_papers_that_disagree_leave_the_name_to_the_patient(chat):
    finds(chat, "slides")
    has_read(chat, "report")
    has_read(chat, "report", patient="Sam Sample", born="not a day")
    chat.patient_presses("pdf")
    assert letter(chat)["known"]["name"] == letter(chat)["known"]["born"] == "", "it may be somebody else's"


def test_a_disc_is_asked_for_by_what_was_examined_and_when_a_line_each(chat):
    finds(chat, "discs")
    has_read(chat, "scans", study="CT chest")
    has_read(chat, "scans", study="PET/CT")
    has_read(chat, "scans", date="2026-04", study="MRI brain")
    has_read(chat, "scans", date="2026-01-05")
    chat.patient_presses("us")
    assert letter(chat)["studies"] == [
        {"study": "CT chest", "day": "2026-03-12"},
        {"study": "PET/CT", "day": "2026-03-12"},
        {"study": "", "day": "2026-01-05"},
        {"study": "MRI brain", "day": ""},
    ], "two scans of one day are two, and a month alone is no day"


def test_the_day_of_the_visit_is_the_day_it_is_needed_by(chat):
    chat.case = replace(chat.case, date="2026-04-30")
    finds(chat, "slides")
    assert letter(chat)["known"]["needed_by"] == "2026-04-30"
    assert letter(chat)["day"] == "2026-03-02"


def test_the_page_to_take_back_has_the_questions_and_what_is_on_loan(chat):
    chat.patient_walks_to("slides")
    chat.patient_presses("slides/more", "slides.more/elsewhere")
    chat.patient_commands("questions")
    chat.patient_writes("When do we meet again?")
    chat.patient_presses("questions/done")
    chat.patient_commands("letters")
    chat.patient_presses("take_back")
    (paper,) = [effect for effect in chat.turn.effects if isinstance(effect, SendPaper)]
    assert paper.kind == "back"
    assert paper.values["loans"] == ["slides"]
    assert [question.text for question in paper.values["questions"]] == ["When do we meet again?"]
