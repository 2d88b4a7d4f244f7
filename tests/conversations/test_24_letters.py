"""Letters in one tap: from a record or from the menu, filled from what is known, and never a step more than needed."""

from dataclasses import replace

import pytest

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.case.request import Request
from dialogs.content.guide import LETTERS
from dialogs.effects import Say, SendPaper
from dialogs.letters import COUNTRIES
from tests.chat import Chat
from tests.ears import EARS

READ = Facts(patient="Alex  Example", born="1961-04-09", identifiers=("S26-1", "R9", "S26-2"), date="2026-03-12")
READ = replace(READ, specimens=("S26-1", "S26-2"))


def letter(chat):
    """The values of the letter that was just sent."""
    (paper,) = [effect for effect in chat.turn.effects if isinstance(effect, SendPaper)]
    assert paper.kind == "letter"
    return paper.values


def finds(chat, record):
    chat.patient_walks_to(record)
    chat.patient_presses(f"{record}/missing", f"{record}.missing/letter")


def has_read(chat, record, **changes):
    number = len(chat.case.documents) + 1
    document = Document(number, "a", "x.pdf", record, "readable", 1, facts=replace(READ, **changes))
    chat.case = chat.case.with_document(document)


def test_the_letter_for_a_record_comes_after_one_question_about_the_country(chat):
    finds(chat, "report")
    chat.bot_says("country")
    chat.patient_presses("us")
    chat.bot_says("letters_one")
    assert letter(chat)["country"] == "us"
    assert letter(chat)["records"] == ["report"]


def test_the_country_is_asked_once(chat):
    finds(chat, "report")
    chat.patient_presses("uk", "done")
    chat.patient_is_at("report")
    chat.patient_presses("report/missing", "report.missing/letter")
    chat.bot_sends_a_paper("letter")
    assert letter(chat)["country"] == "uk"


@pytest.mark.parametrize("country", COUNTRIES)
def test_where_the_hospital_is_is_kept(chat, country):
    finds(chat, "report")
    chat.patient_presses(country)
    assert chat.case.country == country


def test_the_country_can_be_changed(chat):
    finds(chat, "report")
    chat.patient_presses("uk", "letters", "country", "us")
    chat.patient_is_at("letters")
    assert chat.case.country == "us"


def test_a_letter_that_quotes_no_rule_does_not_wait_for_a_country(chat):
    finds(chat, "slides")
    chat.bot_sends_a_paper("letter")
    assert letter(chat)["letter"] == "slides"
    assert chat.case.country == ""


@pytest.mark.parametrize(("record", "kind"), [("report", "records"), ("slides", "slides"), ("discs", "disc")])
def test_each_record_has_the_letter_that_asks_for_it(chat, record, kind):
    finds(chat, record)
    if chat.case.step == "country":
        chat.patient_presses("other")
    assert letter(chat)["letter"] == kind


def test_i_have_asked_leads_on_as_if_the_patient_had_said_so_at_the_record(chat):
    finds(chat, "scans")
    chat.patient_presses("us", "asked")
    chat.patient_is_at("scans.asked")
    chat.checklist_says(scans="asked")
    assert [(each.record, each.when) for each in chat.case.requests] == [("scans", "2026-03-02")], "noted at once"
    assert chat.case.returns_to == ()
    chat.patient_writes("The records office, on Monday")
    chat.patient_is_at("plan")
    assert chat.case.answers["scans"].note == "The records office, on Monday"
    assert [each.whom for each in chat.case.requests] == ["The records office, on Monday"]


def test_from_the_review_the_letter_leads_back_to_the_review(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/scans", "scans/missing", "scans.missing/letter", "us", "letters.one/asked")
    chat.patient_presses_here("skip")
    chat.patient_is_at("review")
    assert chat.case.returns_to == ()


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


def test_what_was_asked_of_the_same_office_stands_in_one_letter(chat):
    chat.patient_walks_to("report")
    requests = (Request(1, "report", "Mercy Hospital", "2026-03-01"), Request(2, "scans", "Other Clinic", "2026-03-01"))
    chat.case = replace(chat.case.answering("report", "asked").answering("scans", "asked"), requests=requests)
    chat.case = replace(chat.case, country="us", addressed={"records": "Mercy Hospital\nMain Street"})
    chat.patient_commands("letters")
    chat.patient_presses("write/records")
    assert letter(chat)["records"] == ["report"]
    chat.patient_presses("to")
    chat.patient_writes("Other Clinic")
    assert letter(chat)["records"] == ["scans"]


def test_the_day_of_the_visit_is_the_day_it_is_needed_by(chat):
    chat.case = replace(chat.case, date="2026-04-30")
    finds(chat, "slides")
    assert letter(chat)["known"]["needed_by"] == "2026-04-30"
    assert letter(chat)["day"] == "2026-03-02"


def test_whom_it_goes_to_can_be_added_and_is_on_the_letter_at_once(chat):
    finds(chat, "slides")
    assert letter(chat)["addressed"] == ""
    chat.patient_presses("to")
    chat.bot_says("letters_to")
    chat.patient_writes("Example Hospital\n1 Main Street")
    chat.bot_says("letters_one")
    assert letter(chat)["addressed"] == "Example Hospital\n1 Main Street"
    chat.patient_presses("letters", "write/doctor")
    assert letter(chat)["addressed"] == "", "another letter goes to someone else"


def test_whom_it_goes_to_can_be_left_blank(chat):
    finds(chat, "slides")
    chat.patient_presses("to", "back")
    chat.bot_says("letters_one")
    assert chat.case.addressed == {}


def test_an_address_that_is_too_long_is_told(chat):
    finds(chat, "slides")
    chat.patient_presses("to")
    chat.patient_writes("x" * 201)
    chat.bot_says("too_long", "letters_to")
    assert chat.case.addressed == {}


def test_words_that_must_not_wait_come_before_an_address():
    chat = Chat(ears=EARS)
    finds(chat, "slides")
    chat.patient_presses("to")
    chat.patient_writes("I cannot breathe")
    chat.bot_says("emergency")
    assert chat.case.addressed == {}
    chat.bot_does_not_offer("text/answer", "text/question")
    chat.patient_presses("here")
    chat.bot_says("letters_to")


def test_the_text_and_the_phone_script_stay_at_the_letter(chat):
    finds(chat, "slides")
    chat.patient_presses("text")
    chat.bot_says("letter_text")
    chat.bot_offers("pdf", "phone", "asked")
    chat.bot_does_not_offer("text")
    chat.patient_presses("phone")
    chat.bot_says("phone_script")
    chat.patient_is_at("letters.one")


@pytest.mark.parametrize("then", ["to", "asked", "letters", "done", "phone"])
def test_a_text_that_was_shown_stays_where_it_is(chat, then):
    finds(chat, "slides")
    chat.patient_presses("text", f"letters.one/{then}")
    assert not any(effect.replaces for effect in chat.turn.effects if isinstance(effect, Say))


@pytest.mark.parametrize("kind", LETTERS)
def test_every_letter_can_be_had_from_the_menu(chat, kind):
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.bot_says("letters")
    chat.patient_presses(f"write/{kind}")
    if chat.case.step == "country":
        chat.patient_presses("other")
    assert letter(chat)["letter"] == kind
    chat.bot_does_not_offer("asked")
    chat.patient_presses("done")
    chat.patient_is_at("review")


def test_a_letter_there_is_not_is_an_old_button(chat):
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.patient_presses_data("letters/write/ransom")
    chat.bot_says("old_button")
    chat.patient_presses("write/records", "uk", "letters")
    chat.patient_presses_data("letters/country/ransom")
    assert chat.case.letter == ""


def test_the_menu_leads_back_to_where_the_patient_was(chat):
    chat.patient_walks_to("discs")
    chat.patient_commands("letters")
    chat.patient_presses("done")
    chat.patient_is_at("discs")
    assert chat.case.returns_to == ()


def test_the_letter_of_another_record_does_not_offer_to_have_asked_for_this_one(chat):
    chat.patient_walks_to("discs")
    chat.patient_commands("letters")
    chat.patient_presses("write/slides")
    chat.bot_does_not_offer("asked")
    chat.patient_presses("letters", "write/disc", "us")
    chat.bot_offers("asked")


def test_a_side_road_from_the_letters_leads_back_to_them_and_then_home(chat):
    finds(chat, "discs")
    chat.patient_presses("us")
    chat.patient_commands("questions")
    chat.patient_presses("questions/done")
    chat.patient_is_at("letters")
    chat.patient_presses("letters/done")
    chat.patient_is_at("discs")
    assert chat.case.returns_to == ()


def test_cancel_leaves_the_letters(chat):
    finds(chat, "discs")
    chat.patient_presses("us")
    chat.patient_commands("cancel")
    chat.bot_says("cancelled")
    chat.patient_is_at("discs")


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


@pytest.mark.parametrize(
    ("step", "data", "goes_on"),
    [
        ("letters.country", "letters.country@records/us", "letters.one"),
        ("requests.country", "requests.country/us", "requests"),
        ("reminders.country", "reminders.country/us", "review"),
    ],
)
def test_the_country_was_asked_at_three_steps_and_their_buttons_still_answer(chat, step, data, goes_on):
    chat.patient_walks_to("review")
    chat.case = replace(chat.case, step=step, letter="records")
    chat.patient_presses_data(data)
    chat.patient_is_at(goes_on)
    assert chat.case.country == "us"
    assert not chat.case.returns_to


def test_who_would_rather_not_say_the_country_gets_the_neutral_words_and_is_not_asked_again(chat):
    finds(chat, "report")
    chat.patient_presses("country/skip")
    assert letter(chat)["country"] == "other"
    chat.patient_presses("done")
    chat.patient_commands("letters")
    chat.patient_presses("write/records")
    chat.bot_says("letters_one")


def test_the_question_about_the_country_can_be_left_and_the_patient_is_where_they_were(chat):
    finds(chat, "report")
    chat.bot_says("country")
    chat.patient_commands("cancel")
    chat.bot_says("cancelled")
    chat.patient_is_at("report")
    assert not chat.case.country
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.patient_presses("write/records")
    chat.bot_says("country")
    chat.patient_commands("cancel")
    chat.patient_is_at("review")


@pytest.mark.parametrize(("command", "leave"), [("files", "back"), ("letters", "done"), ("errands", "done")])
def test_who_looks_aside_at_the_question_about_the_country_is_not_led_back_to_it(chat, command, leave):
    finds(chat, "report")
    chat.patient_commands(command)
    chat.patient_presses(f"{command}/{leave}")
    chat.patient_is_at("report")
