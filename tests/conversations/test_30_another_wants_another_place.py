"""Where a patient wants to go is chosen, and not where somebody else wants them to go, told in the same sentence."""

from __future__ import annotations

from tests.conversations import telling


@telling.each(
    {
        "en": [
            "My sister wants MD Anderson but I want Stanford",
            "I want Stanford, my husband wants MD Anderson",
            "the doctor suggested MD Anderson but I chose Stanford",
        ],
        "es": [
            "mi hija quiere MD Anderson pero yo prefiero Stanford",
            "yo quiero Stanford, mi hermano quiere MD Anderson",
        ],
        "ar": ["اختي بدها MD Anderson بس انا بدي Stanford", "انا بدي Stanford واختي بدها MD Anderson"],
    }
)
def test_the_place_of_the_patient_is_chosen_alone(language: str, text: str):
    assert telling.told(language, "destination", text).case.destinations == ("stanford",)


def test_a_name_that_may_be_theirs_is_offered_and_the_other_is_not_chosen():
    chat = telling.told("en", "destination", "My sister wants Stanford but I want Mayo")
    assert not chat.case.destinations
    chat.patient_presses("meant/mayo_clinic")
    assert chat.case.destinations == ("mayo_clinic",)


@telling.each({"en": ["my sister and I want Stanford", "my sister wants me to go to Stanford"]})
def test_who_agrees_or_is_the_only_one_named_is_heard(language: str, text: str):
    assert telling.told(language, "destination", text).case.destinations == ("stanford",)


def test_two_places_they_want_are_both_chosen():
    chat = telling.told("en", "destination", "I want Stanford but also MD Anderson")
    assert chat.case.destinations == ("stanford", "md_anderson")
