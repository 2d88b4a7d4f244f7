"""A text is filed only where it answers the newest question: what stands below another, a question or a cry is none."""

from dataclasses import replace

import pytest

from dialogs.proofreading.chat import Chat as Played
from tests import real
from tests.chat import Chat
from tests.conversations.listening import listened_to, stands_at


@pytest.fixture
def chat() -> Chat:
    return listened_to()


# The newest question


def test_a_text_below_the_question_what_a_file_is_is_not_the_decision(chat):
    chat.patient_walks_to("decision")
    chat.patient_sends("a.pdf", "b.pdf")
    chat.bot_says("receipt", "sort_one")
    chat.patient_writes("The first one is pathology and the second is labs")
    chat.bot_says("text_unplaced")
    chat.bot_offers("text/answer")
    assert chat.case.decision == ""
    chat.patient_commands("start")
    chat.patient_writes("Surgery or radiation first")
    assert chat.case.decision == "Surgery or radiation first"


def test_neither_is_one_below_a_reminder(reminded):
    stands_at(reminded, "decision")
    reminded.patient_commands("start")
    assert reminded.days_pass(3) == ["reminder"]
    reminded.patient_writes("They said Friday at the latest")
    reminded.bot_says("text_unplaced")
    assert reminded.case.decision == ""


def test_nor_one_after_an_emergency(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("I cannot breathe")
    chat.patient_writes("The other disc is at St Mary's")
    assert chat.case.decision == ""
    chat.patient_presses("aside/here")
    chat.patient_writes("Surgery or radiation first")
    chat.bot_says("decision_noted")


def test_what_became_the_decision_is_shown_and_can_be_changed_on_the_spot(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Surgery first")
    assert chat.said("decision_noted").values["decision"] == "Surgery first"
    chat.patient_presses("enough/back")
    chat.bot_says("decision")
    chat.patient_writes("Surgery or radiation first")
    chat.patient_is_at("enough")
    assert chat.case.decision == "Surgery or radiation first"


def test_a_decision_that_is_changed_from_elsewhere_can_be_changed_once_more(chat):
    chat.patient_walks_to("review")
    chat.patient_presses("open/decision")
    chat.patient_writes("Surgery first")
    chat.patient_is_at("review")
    chat.patient_presses("aside/decide")
    chat.bot_says("decision")


# A question, a cry


@pytest.mark.parametrize("text", ["is it bad?", "am i going to die", "help", "how long do I have", "hello", "why me"])
@pytest.mark.parametrize("step", ["decision", "report.asked", "packet.naming", "letters.to", "requests.reference"])
def test_a_question_a_greeting_or_a_cry_is_filed_nowhere(chat, text, step):
    chat.patient_walks_to("report")
    stands_at(chat, step)
    chat.case = replace(chat.case, letter="slides")
    before = chat.case.decision, chat.case.answers, chat.case.name, chat.case.addressed
    chat.patient_writes(text)
    lead = chat.said_now()[0].lead
    said = {say.name for say in chat.said_now()} | {lead.name if lead else ""}
    assert said & {"text_unplaced", "not_ours", "maybe_urgent", "greeted"}
    assert (chat.case.decision, chat.case.answers, chat.case.name, chat.case.addressed) == before
    chat.patient_is_at(step)


def test_a_question_for_the_doctor_is_said_to_be_one_and_one_tap_keeps_it(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("is it bad?")
    chat.bot_says("not_ours")
    chat.patient_presses("text/question")
    assert [question.text for question in chat.case.questions] == ["is it bad?"]
    chat.patient_is_at("decision")


@pytest.mark.parametrize("text", ["hello", "Thank you so much", "ok", "dunno"])
@pytest.mark.parametrize("step", ["gather", "decision", "review", "summary"])
def test_a_greeting_is_returned_and_the_question_is_asked_again(chat, text, step):
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    chat.bot_says("greeted")
    chat.bot_does_not_offer("text/question")
    assert chat.case.texts == ()
    chat.patient_is_at(step)


def test_what_is_told_beside_the_question_is_not_taken_for_one_that_we_cannot_answer(chat):
    chat.patient_walks_to("gather")
    chat.patient_writes("my scans are in another city")
    assert not chat.said("text_unplaced").values["cry"]
    chat.patient_writes("why me")
    assert chat.said("text_unplaced").values["cry"]


def test_a_decision_may_be_a_question(chat):
    chat.patient_walks_to("decision")
    chat.patient_writes("Should I have surgery or radiation first?")
    chat.bot_says("decision_noted")


def test_where_questions_are_asked_for_they_are_taken(chat):
    chat.patient_walks_to("questions")
    chat.patient_writes("Is it bad?")
    chat.bot_says("question_added")
    chat.patient_writes("help")
    assert {say.name for say in chat.said_now()} & {"text_unplaced", "maybe_urgent"}
    assert len(chat.case.questions) == 1


@pytest.mark.parametrize(
    ("language", "told", "on"),
    [
        ("en", "my mom has a folder full of papers", "next"),
        ("es", "mi mamá tiene una carpeta llena de papeles", "siguiente"),
        ("ar", "عند أمي ملف مليء بالأوراق", "التالي"),
    ],
)
def test_below_a_card_about_a_text_the_step_can_be_answered_all_the_same(language, told, on):
    chat = Played(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_presses("begin", "keep_files")
    chat.patient_writes(told)
    assert chat.shown[-1].name == "text_unplaced"
    chat.patient_writes(on)
    assert (chat.case.step, chat.shown[-1].name) == ("date", "date")


def test_what_was_asked_of_a_hospital_is_not_where_it_goes():
    chat = Played(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("destination")
    chat.patient_writes("we asked the hospital for the pathology last tuesday, havent heard back")
    assert (chat.case.step, chat.case.destination) == ("destination", "")
    chat.patient_presses("text/answer")
    assert chat.case.destination.startswith("we asked")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        *[
            ("en", each)
            for each in (
                "what should i send you",
                "where do i start",
            )
        ],
        *[("es", each) for each in ("qué mando?", "por dónde empiezo")],
        *[("ar", each) for each in ("ماذا أرسل لكم", "من وين ابدأ")],
    ],
)
def test_who_asks_what_to_do_here_is_told_it_once_more(language, asked):
    chat = Played(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_presses("begin", "keep_files")
    chat.patient_writes(asked)
    assert (chat.case.step, chat.shown[-1].name, chat.case.texts) == ("gather", "gather", ())


@pytest.mark.parametrize("asked", ["how do I start chemo", "where do i send my slides", "should i start chemo"])
def test_a_question_about_treatment_or_slides_is_none_of_these(asked):
    assert real.content("en").dialogue.said.is_no_answer(asked) == "question"
