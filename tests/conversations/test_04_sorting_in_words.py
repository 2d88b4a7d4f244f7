"""What a file is can be told in words, below the question that asks it."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling
from tests.conversations.piles import a_pile


def asked_what_it_is(language: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("gather")
    chat.patient_sends("scan.pdf")
    chat.said("sort_one")
    return chat


def placed_at(chat: Chat) -> str:
    (document,) = chat.case.documents
    return document.record


KINDS = {
    "pathology": {
        "en": ["that's the pathology", "it's the biopsy"],
        "es": ["es la biopsia"],
        "ar": ["هذا تقرير الخزعة"],
    },
    "labs": {
        "en": ["they are all labs", "it's my blood work", "lab results from june"],
        "es": ["son los análisis del hospital"],
        "ar": ["كلها تحاليل دم"],
    },
    "imaging_reports": {"en": ["the ct report", "this one is my mom's mri"], "es": ["resonancia"], "ar": ["أشعة"]},
    "medications": {"en": ["it's a list of my pills"], "es": ["esa es la receta"], "ar": ["قائمة الأدوية"]},
}


@pytest.mark.parametrize("record", KINDS)
def test_a_file_is_placed_by_the_words_for_its_kind(record: str):
    for language, texts in KINDS[record].items():
        for text in texts:
            chat = asked_what_it_is(language)
            chat.patient_writes(text)
            assert placed_at(chat) == record, text


@telling.each({"en": ["I don't know what it is"], "es": ["no sé qué es"], "ar": ["ما بعرف شو هاد"]})
def test_a_file_that_nobody_knows_is_left(language: str, text: str):
    chat = asked_what_it_is(language)
    chat.patient_writes(text)
    assert (placed_at(chat), chat.case.documents[0].placed) == ("", True)


@telling.each(
    {
        "en": [
            "is that the pathology?",
            "it's not the pathology",
            "I need the pathology report",
            "my daughter took the pathology picture",
        ],
        "es": ["¿es la biopsia?", "no tengo la biopsia", "mi hija tomó la foto de la biopsia"],
        "ar": ["ما عندي خزعة", "وين تقرير الخزعة؟"],
    }
)
def test_what_says_more_of_a_record_places_nothing(language: str, text: str):
    chat = asked_what_it_is(language)
    chat.patient_writes(text)
    assert (placed_at(chat), chat.case.documents[0].placed) == ("", False)


def test_below_a_card_of_several_it_is_asked_which_file_is_meant():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("gather")
    first, second = chat.patient_uploads("a.pdf", "b.pdf")
    chat.bot_has_looked_at(first, facts=Facts(record="labs"))
    chat.bot_has_looked_at(second, facts=Facts(record="imaging_reports"))
    chat.patient_writes("that's the pathology")
    chat.said("sort_which")
    assert not any(each.placed for each in chat.case.documents)


@pytest.mark.parametrize("seem", [("pathology", "visit_notes"), ("", ""), ("", "pathology", "")])
@telling.each(
    {
        "en": ["they are all labs", "all of them are blood tests", "every one is lab work"],
        "es": ["todos son análisis", "son todos análisis de sangre"],
        "ar": ["كلهم تحاليل", "كلها تحاليل دم"],
    }
)
def test_all_files_are_placed_by_one_sentence(language: str, text: str, seem: tuple[str, ...]):
    chat = a_pile(language, *seem)
    chat.patient_writes(text)
    assert {each.record for each in chat.case.documents} == {"labs"}


@telling.each(
    {
        "en": ["all of them", "they're all right", "yes, all of them"],
        "es": ["todos", "todos están bien"],
        "ar": ["كلهم", "كلهم صح"],
    }
)
def test_that_all_of_them_are_right_agrees_to_the_card(language: str, text: str):
    chat = a_pile(language, "pathology", "labs")
    chat.patient_writes(text)
    assert [each.record for each in chat.case.documents] == ["pathology", "labs"]
    assert all(each.placed for each in chat.case.documents)


@telling.each(
    {
        "en": ["not all of them", "they are not all labs", "are they all labs?"],
        "es": ["no todos", "no todos son análisis"],
        "ar": ["مش كلهم", "مش كلهم تحاليل"],
    }
)
def test_that_not_all_are_places_none(language: str, text: str):
    chat = a_pile(language, "pathology", "visit_notes")
    chat.patient_writes(text)
    assert not any(each.placed for each in chat.case.documents)
