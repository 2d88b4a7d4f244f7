"""Who cares for a patient says of them what a patient says of themselves: "she has it at home"."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def at_the_pathology_report(language: str, text: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_presses_data("welcome/begin_for")
    chat.patient_presses_data("consent/keep_files")
    chat.patient_walks_on_to("pathology")
    chat.patient_writes(text)
    return chat


@telling.each(
    {
        "en": ["she has it at home", "he keeps it on paper"],
        "es": ["ella lo tiene en la casa", "él lo tiene en papel"],
        "ar": ["أمي عندها ياه بالبيت"],
    }
)
def test_a_patient_who_has_it_has_it_elsewhere(language: str, text: str):
    assert at_the_pathology_report(language, text).case.answers["pathology"].standing == "elsewhere"


@telling.each(
    {
        "en": ["he never had one", "she never had a biopsy", "the patient never had that test"],
        "es": ["él nunca tuvo una", "a mi mamá no le hicieron biopsia", "mi esposa nunca tuvo eso"],
        "ar": ["والدتي ما عملتها", "ما عملت خزعة أمي"],
    }
)
def test_a_patient_who_never_had_one_needs_none(language: str, text: str):
    assert at_the_pathology_report(language, text).case.answers["pathology"].standing == "not_applicable"


@telling.each(
    {
        "en": [
            "she doesn't have it",
            "mom can't find it",
            "he has no copy",
            "dad lost it",
            "my wife doesn't have a copy",
        ],
        "es": ["mi mamá no lo tiene", "no lo encuentra mi papá", "ella lo perdió", "mi papá no tiene copia"],
        "ar": ["أبوي ما معه", "ما عندها", "هي ما عندها نسخة", "أمي ما لقتها"],
    }
)
def test_a_patient_who_has_none_is_told_how_to_get_it(language: str, text: str):
    assert at_the_pathology_report(language, text).case.step == "pathology.missing"


@pytest.mark.parametrize("text", ["does she have it?", "he asked me to stop", "she is crying", "he ordered a new one"])
def test_what_says_something_else_of_them_presses_nothing(text: str):
    chat = at_the_pathology_report("en", text)
    assert (chat.case.step, dict(chat.case.answers)) == ("pathology", {})


@telling.each(
    {
        "en": ["she was never told", "he never knew", "it was never explained to her"],
        "es": ["nunca le dijeron", "ella nunca supo"],
        "ar": ["ما قالولها", "ما كانت تعرف"],
    }
)
def test_a_patient_who_was_never_told_may_have_had_it_all_the_same(language: str, text: str):
    assert "pathology" not in at_the_pathology_report(language, text).case.answers
