"""A text that answers nothing but is about something here: one tap leads there, and nothing is done by itself."""

from __future__ import annotations

import pytest

from dialogs.content.guesses import AT_MOST
from dialogs.hearing.cards import HELP_DATA
from dialogs.proofreading.chat import Chat
from tests import real


def way(chat: Chat) -> str:
    """The data of the first button that leads to what the last text is about; empty if there is none."""
    others = ("aside/text", "aside@", HELP_DATA)
    data = [button.data for row in chat.shown[-1].buttons for button in row if not button.data.startswith(others)]
    assert len(data) <= AT_MOST, "who is tired can choose between two, and not between more"
    return "".join(data[:1])


@pytest.fixture
def at_the_end() -> Chat:
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("summary")
    return chat


def test_a_text_about_a_record_leads_to_its_step(at_the_end):
    at_the_end.patient_writes("I forgot to add my blood tests")
    at_the_end.patient_presses_data(way(at_the_end))
    assert at_the_end.case.step == "labs"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("FedEx delivered everything to the new hospital today", "deliveries"),
        ("My appointment was moved to another week", "date"),
        ("The second opinion says something else than my doctor does", "after"),
        ("The records office never called me back", "requests"),
    ],
)
def test_a_text_about_a_road_leads_to_it(at_the_end, text, step):
    at_the_end.patient_writes(text)
    at_the_end.patient_presses_data(way(at_the_end))
    assert at_the_end.case.step.startswith(step)


@pytest.mark.parametrize(
    "text", ["stop texting me so much", "the package got lost and my sister will call them", "what is left to do"]
)
@pytest.mark.parametrize("step", ["pathology", "date", "decision", "summary"])
def test_however_much_is_offered_the_card_has_five_buttons_at_most(step, text):
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    assert sum(map(len, chat.shown[-1].buttons)) <= 5 or chat.shown[-1].name not in ("text_unplaced", "not_ours")


def test_the_text_itself_can_still_be_kept_as_a_question(at_the_end):
    at_the_end.patient_writes("My pathologist wrote something that I do not understand")
    at_the_end.patient_presses_data(way(at_the_end))
    at_the_end.patient_presses("text/question")
    assert len(at_the_end.case.questions) == 1


def test_what_is_about_nothing_here_is_offered_no_way(at_the_end):
    at_the_end.patient_writes("It is raining here and my dog is sick")
    assert not way(at_the_end)


def test_a_way_to_a_record_that_is_gone_is_an_old_button(at_the_end):
    at_the_end.patient_presses_data("aside/record/horoscope")
    assert any(say.name == "old_button" for say in at_the_end.said_now())


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "they want 50 dollars for it"), ("es", "¿a quién llamo?"), ("ar", "بمين أتصل")],
)
def test_at_a_record_what_is_about_getting_it_leads_to_how_to_ask(language, text):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("pathology")
    chat.patient_writes(text)
    chat.patient_presses_data(way(chat))
    assert chat.case.step == "pathology.missing"


@pytest.mark.parametrize(
    ("language", "asked", "answers"),
    [
        ("en", "what does grade 3 mean", ["yes", "ok", "yes please add it", "put it on the list"]),
        ("es", "¿qué significa grado 3?", ["sí", "agréguelo"]),
        ("ar", "شو يعني درجة 3؟", ["نعم", "ضيفه"]),
    ],
)
def test_a_yes_below_the_question_whether_it_is_one_for_the_doctor_is_a_yes(language, asked, answers):
    for answer in answers:
        chat = Chat(dialogue=real.content(language).dialogue)
        chat.patient_walks_to("labs")
        chat.patient_writes(asked)
        chat.patient_writes(answer)
        assert [each.text for each in chat.case.questions] == [asked], answer
