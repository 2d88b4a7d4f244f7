"""Below a letter stand few buttons; what is wanted less often is behind one of them, and can be said all the same."""

from dataclasses import replace

import pytest

from dialogs.case.stored import from_json, to_json
from dialogs.effects import Say, SendPaper
from tests import real
from tests.conversations.letters import finds, letter
from tests.conversations.telling import names

MOST = 5
BEHIND = ("to", "phone", "pdf", "about_patient")


def buttons(say):
    return [button for row in say.buttons for button in row]


def cards(chat):
    return [effect for effect in chat.turn.effects if isinstance(effect, Say)]


def moves(say):
    return [button.data.rpartition("/")[2] for button in buttons(say)]


@pytest.mark.parametrize("record", ["report", "slides", "discs"])
def test_a_letter_never_has_more_than_five_buttons_and_neither_has_what_is_behind_more(chat, record):
    finds(chat, record)
    chat.case = replace(chat.case, language="ar")
    if chat.case.step == "country":
        chat.patient_presses("other")
    (card,) = cards(chat)
    assert len(buttons(card)) <= MOST
    chat.patient_presses("more")
    (card,) = cards(chat)
    assert card.name == "letters_more"
    assert not card.replaces, "the letter's own card keeps its place and its buttons"
    assert len(buttons(card)) <= MOST
    assert {*BEHIND} <= {*moves(card)}
    assert any(button.label.startswith("reader.") for button in buttons(card)), "in the other language"


@pytest.mark.parametrize("move", BEHIND)
def test_what_is_behind_more_works_from_there_and_from_an_older_card_where_it_stood_at_once(chat, move):
    finds(chat, "slides")
    older = replace(chat.case)
    chat.patient_presses("more", move)
    new = [(each.name, each.values) for each in cards(chat)], chat.case.step
    chat.case = from_json(to_json(older))
    chat.patient_presses_data(f"{chat.dialogue.journey.place(chat.case)}/{move}")
    assert ([(each.name, each.values) for each in cards(chat)], chat.case.step) == new


def test_after_more_the_letter_is_where_it_was(chat):
    finds(chat, "slides")
    chat.patient_presses("more")
    chat.patient_is_at("letters.one")
    chat.patient_presses_data("letters.one/done")
    chat.patient_is_at("slides.missing")


@pytest.mark.parametrize(
    ("language", "text", "step", "name"),
    [
        ("en", "What to say on the phone", "letters.one", "phone_script"),
        ("en", "Add who it is for", "letters.to", "letters_to"),
        ("es", "Qué decir por teléfono", "letters.one", "phone_script"),
        ("es", "Agregar para quién es", "letters.to", "letters_to"),
        ("ar", "ما يقال على الهاتف", "letters.one", "phone_script"),
        ("ar", "إضافة المرسل إليه", "letters.to", "letters_to"),
    ],
)
def test_what_a_hidden_button_says_can_be_written(language, text, step, name):
    chat = at_a_letter(language)
    chat.patient_writes(text)
    assert names(chat)[0] == name
    assert chat.case.step == step


def test_the_page_for_the_team_comes_with_a_line_that_says_what_it_is(chat):
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.patient_presses("take_back")
    said = [effect.name if isinstance(effect, Say) else effect.kind for effect in chat.turn.effects]
    assert said == ["back_page", "back", "letters"]
    assert isinstance(chat.turn.effects[1], SendPaper)


def at_a_letter(language):
    from dialogs.proofreading.chat import Chat

    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("review")
    chat.patient_commands("letters")
    chat.patient_presses("write/slides")
    assert letter(chat)["letter"] == "slides"
    return chat
