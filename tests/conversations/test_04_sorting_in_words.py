"""What a file is can be told in words, below the question that asks it."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


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


def a_pile(language: str, *records: str) -> Chat:
    """Files that came together; each looks like this record, or like none."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("gather")
    numbers = chat.patient_uploads(*(f"{number}.pdf" for number, _ in enumerate(records)))
    for number, record in zip(numbers, records, strict=True):
        chat.bot_has_looked_at(number, facts=Facts(record=record))
    return chat


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


THREE = ("pathology", "labs", "imaging_reports")
ONE_BY_ONE = [
    ("en", "the second is my CT", {2: "imaging_reports"}),
    ("en", "the first two are labs, the last is the biopsy", {1: "labs", 2: "labs", 3: "pathology"}),
    ("en", "2 and 3 are labs", {2: "labs", 3: "labs"}),
    ("es", "el segundo es mi tac", {2: "imaging_reports"}),
    ("es", "el primero es la biopsia y el segundo análisis", {1: "pathology", 2: "labs"}),
    ("es", "los dos primeros son análisis, el último es la biopsia", {1: "labs", 2: "labs", 3: "pathology"}),
    ("ar", "التاني أشعة", {2: "imaging_reports"}),
    ("ar", "أول تنين تحاليل والأخير خزعة", {1: "labs", 2: "labs", 3: "pathology"}),
]


@pytest.mark.parametrize(("language", "text", "placed"), ONE_BY_ONE)
def test_files_are_told_apart_by_where_they_stand_on_the_card(language: str, text: str, placed: dict[int, str]):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert {each.number: each.record for each in chat.case.documents if each.placed} == placed


@telling.each(
    {
        "en": ["number 2 is wrong", "the second one is wrong"],
        "es": ["el 2 está mal", "la segunda está mal"],
        "ar": ["رقم ٢ غلط", "التانية غلط"],
    }
)
def test_of_one_that_is_wrong_it_is_asked_what_it_is(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    chat.said("sort_one")
    assert {each.data.partition("/")[0] for each in chat.case.keyboard} == {"aside@2"}
    assert not any(each.placed for each in chat.case.documents)


@telling.each({"en": ["delete the third"], "es": ["borra el tercero"], "ar": ["امسح التالت"]})
def test_one_that_is_to_go_is_asked_about(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.looking_at, len(chat.case.documents)) == ("files.deleting", 3, 3)


@pytest.mark.parametrize(
    "text",
    ["the fourth is a CT", "the second page is labs", "is the second my CT?", "the last labs", "the second is my cat"],
)
def test_what_names_no_file_on_the_card_places_none(text: str):
    chat = a_pile("en", *THREE)
    chat.patient_writes(text)
    assert not any(each.placed for each in chat.case.documents)


IN_ONE_SENTENCE = [
    ("en", "1 biopsy 2 CT 3 labs", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("en", "first: biopsy; second: ct", {1: "pathology", 2: "imaging_reports"}),
    ("en", "1. labs\n2. biopsy\n3. mri", {1: "labs", 2: "pathology", 3: "imaging_reports"}),
    ("en", "the three are labs", {1: "labs", 2: "labs", 3: "labs"}),
    ("en", "no, the second is the mri", {2: "imaging_reports"}),
    ("en", "the third is labs, the rest are right", {1: "pathology", 2: "labs", 3: "labs"}),
    ("es", "la 1 es biopsia la 2 tac y la 3 sangre", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("es", "1) tac 2) sangre 3) biopsia", {1: "imaging_reports", 2: "labs", 3: "pathology"}),
    ("es", "los tres son análisis", {1: "labs", 2: "labs", 3: "labs"}),
    ("ar", "١ خزعة ٢ طبقي ٣ دم", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("ar", "التلاتة تحاليل", {1: "labs", 2: "labs", 3: "labs"}),
    ("ar", "التالت تحاليل والباقي صح", {1: "pathology", 2: "labs", 3: "labs"}),
]


@pytest.mark.parametrize(("language", "text", "placed"), IN_ONE_SENTENCE)
def test_several_files_are_told_apart_in_one_sentence(language: str, text: str, placed: dict[int, str]):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert {each.number: each.record for each in chat.case.documents if each.placed} == placed


@telling.each(
    {
        "en": [
            "my 2 biopsies",
            "3 labs",
            "1 biopsy 2 CT",
            "she had 2 biopsies and 3 ct scans",
            "not all three are labs",
        ],
        "es": ["tengo 2 biopsias", "3 análisis", "me hicieron 3 tomografías", "no es de otro paciente"],
        "ar": ["عندي ٢ خزعات", "٣ تحاليل", "مش كلهم تحاليل", "لا تمسح ٢"],
    }
)
def test_what_only_counts_records_places_and_deletes_none(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert not any(each.placed for each in chat.case.documents)
    assert (chat.case.step, len(chat.case.documents)) == ("gather", 3)


@telling.each(
    {
        "en": ["all good except the third", "everything is right but the third"],
        "es": ["todos bien menos el tercero", "todo correcto excepto el 3"],
        "ar": ["كلهم تمام الا التالت"],
    }
)
def test_all_but_one_agrees_to_the_others_and_asks_what_that_one_is(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert {each.number: each.record for each in chat.case.documents if each.placed} == {1: "pathology", 2: "labs"}
    assert any(each.data.startswith("aside@3/sort_as") for each in chat.case.keyboard)


@telling.each(
    {
        "en": ["delete 3", "number 3 is not mine", "the ct one is another patient's"],
        "es": ["borra el 3", "la 3 no es mía", "el de la tomografía es otro paciente"],
        "ar": ["امسح ٣", "رقم ٣ مش الي", "التالت لمريض تاني"],
    }
)
def test_of_a_file_of_somebody_else_it_is_asked_whether_it_is_to_go(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.looking_at, len(chat.case.documents)) == ("files.deleting", 3, 3)
    chat.patient_writes({"en": "delete it", "es": "bórrala", "ar": "امسحها"}[language])
    assert [each.number for each in chat.case.documents] == [1, 2]


@telling.each({"en": ["yep looks right"], "es": ["ta bien"], "ar": ["ايه صح", "ايه"]})
def test_a_yes_of_every_day_agrees_to_the_card(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes(text)
    assert all(each.placed for each in chat.case.documents)
