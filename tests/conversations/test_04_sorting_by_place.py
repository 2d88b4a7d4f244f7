"""Of several files each is told of by where it stands on the card, and the card stays open until it is answered."""

from __future__ import annotations

import pytest

from tests.conversations import telling
from tests.conversations.piles import a_pile

THREE = ("pathology", "labs", "imaging_reports")
TOLD_APART = [
    ("en", "the second is my CT", {2: "imaging_reports"}),
    ("en", "the first two are labs, the last is the biopsy", {1: "labs", 2: "labs", 3: "pathology"}),
    ("en", "2 and 3 are labs", {2: "labs", 3: "labs"}),
    ("es", "el segundo es mi tac", {2: "imaging_reports"}),
    ("es", "el primero es la biopsia y el segundo análisis", {1: "pathology", 2: "labs"}),
    ("es", "los dos primeros son análisis, el último es la biopsia", {1: "labs", 2: "labs", 3: "pathology"}),
    ("ar", "التاني أشعة", {2: "imaging_reports"}),
    ("ar", "أول تنين تحاليل والأخير خزعة", {1: "labs", 2: "labs", 3: "pathology"}),
    ("en", "1 biopsy 2 CT 3 labs", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("en", "first: biopsy; second: ct", {1: "pathology", 2: "imaging_reports"}),
    ("en", "1. labs\n2. biopsy\n3. mri", {1: "labs", 2: "pathology", 3: "imaging_reports"}),
    ("en", "the three are labs", {1: "labs", 2: "labs", 3: "labs"}),
    ("en", "one is the biopsy, two is the CT, three is labs", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("en", "the first two are fine, the last is labs", {1: "pathology", 2: "labs", 3: "labs"}),
    ("en", "the first two are right", {1: "pathology", 2: "labs"}),
    ("en", "No, all are scans", {1: "imaging_reports", 2: "imaging_reports", 3: "imaging_reports"}),
    ("es", "la uno es biopsia y la dos tac", {1: "pathology", 2: "imaging_reports"}),
    ("es", "no, todos son tomografías", {1: "imaging_reports", 2: "imaging_reports", 3: "imaging_reports"}),
    ("ar", "واحد خزعة تنين طبقي تلاتة دم", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("ar", "أول اتنين صح", {1: "pathology", 2: "labs"}),
    ("ar", "لا كلهم تحاليل", {1: "labs", 2: "labs", 3: "labs"}),
    ("en", "no, the second is the mri", {2: "imaging_reports"}),
    ("en", "the third is labs, the rest are right", {1: "pathology", 2: "labs", 3: "labs"}),
    ("es", "la 1 es biopsia la 2 tac y la 3 sangre", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("es", "1) tac 2) sangre 3) biopsia", {1: "imaging_reports", 2: "labs", 3: "pathology"}),
    ("es", "los tres son análisis", {1: "labs", 2: "labs", 3: "labs"}),
    ("ar", "١ خزعة ٢ طبقي ٣ دم", {1: "pathology", 2: "imaging_reports", 3: "labs"}),
    ("ar", "التلاتة تحاليل", {1: "labs", 2: "labs", 3: "labs"}),
    ("ar", "التالت تحاليل والباقي صح", {1: "pathology", 2: "labs", 3: "labs"}),
]


@pytest.mark.parametrize(("language", "text", "placed"), TOLD_APART)
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


@telling.each(
    {
        "en": [
            "my 2 biopsies",
            "3 labs",
            "1 biopsy 2 CT",
            "she had 2 biopsies and 3 ct scans",
            "not all three are labs",
            "two are labs and one is a scan",
            "one biopsy, two labs",
            "one of the three is a CT",
            "the first two are not right",
        ],
        "es": [
            "uno de los tres es tac",
            "no todos son tac",
            "tengo 2 biopsias",
            "3 análisis",
            "me hicieron 3 tomografías",
            "no es de otro paciente",
        ],
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
        "en": ["all good except the third", "everything is right but the third", "all but the third"],
        "es": ["todos bien menos el tercero", "todo correcto excepto el 3"],
        "ar": ["كلهم تمام الا التالت", "كله صح ما عدا التالت"],
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


@telling.each(
    {
        "en": ["yep looks right", "that's all correct"],
        "es": ["ta bien", "todo bien"],
        "ar": ["كلهم صح"],
    }
)
def test_the_card_is_agreed_to_below_what_nobody_understood_too(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes("Kanarienvogel, Kanarienvogel")
    chat.patient_writes(text)
    assert [each.record for each in chat.case.documents if each.placed] == [*THREE]


@telling.each({"en": ["yes"], "es": ["sí"], "ar": ["نعم"]})
def test_a_bare_yes_there_is_about_what_is_asked_last_and_then_about_the_files_again(language: str, text: str):
    chat = a_pile(language, *THREE)
    chat.patient_writes("Kanarienvogel, Kanarienvogel")
    chat.patient_writes(text)
    assert len(chat.case.questions) == 1
    assert not any(each.placed for each in chat.case.documents)
    assert chat.case.asked == "sorting"


def test_who_lets_such_a_text_go_is_asked_about_the_files_again():
    chat = a_pile("en", *THREE)
    chat.patient_writes("Kanarienvogel, Kanarienvogel")
    chat.patient_presses("text/drop")
    chat.said("sorting")


WHOSE = {
    "en": ("that one isn't mine", "delete it"),
    "es": ("no, esa no es mía", "bórrala"),
    "ar": ("هيدا مش الي", "امسحها"),
}


@pytest.mark.parametrize("language", WHOSE)
def test_of_one_file_that_is_not_theirs_it_is_asked_whether_it_is_to_go(language: str):
    chat = a_pile(language, "pathology")
    for text in WHOSE[language]:
        assert chat.case.documents
        chat.patient_writes(text)
    assert not chat.case.documents


@pytest.mark.parametrize("language", WHOSE)
def test_of_several_the_list_is_shown_until_one_is_chosen(language: str):
    chat = a_pile(language, *THREE)
    for text in WHOSE[language]:
        chat.patient_writes(text)
        assert (chat.case.step, len(chat.case.documents)) == ("files", 3)


def test_delete_it_where_it_is_asked_what_one_is_means_that_one():
    chat = a_pile("en", *THREE)
    chat.patient_writes("number 2 is wrong")
    chat.patient_writes("delete it")
    assert (chat.case.step, chat.case.looking_at) == ("files.deleting", 2)
