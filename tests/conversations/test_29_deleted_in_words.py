"""Asked whether all is to be deleted, who names what is to go is taken at their word; a bare yes is asked once more."""

from __future__ import annotations

import pytest

from tests.conversations.telling import each, names, standing

NAMED = {
    "en": ["yes erase it all", "delete everything", "yes please delete all my data"],
    "es": ["sí borra todo", "borra todo ya", "si bórrelo todo"],
    "ar": ["امسح كل شي", "نعم احذف كل شيء", "أي امسح كل بياناتي"],
}
NOT_NAMED = {"en": ["yes", "ok sure", "yes all of it"], "es": ["sí", "dale"], "ar": ["نعم", "تمام"]}
KEPT = {"en": ["don't delete everything"], "es": ["no borres nada"], "ar": ["لا تمسح شي"]}


@each(NAMED)
def test_who_names_what_is_to_go_is_taken_at_their_word(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert chat.case.keeps_files is None


@each(NAMED)
def test_asked_for_anywhere_else_it_is_asked_about_first(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_writes(text)
    assert chat.case.keeps_files


@each(NOT_NAMED)
def test_a_bare_yes_deletes_nothing(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert chat.case.keeps_files
    assert "delete_confirm" in names(chat)


@each(KEPT)
def test_nor_does_a_no(language: str, text: str):
    chat = standing(language, "labs")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert chat.case.keeps_files


@pytest.mark.parametrize("text", ["delete everything, i want to die", "my father died, delete everything"])
def test_where_more_is_said_it_is_asked_once_more(text: str):
    chat = standing("en", "labs")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert chat.case.keeps_files
