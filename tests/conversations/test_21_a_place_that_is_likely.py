"""Where the second opinion is to be is seldom told as a name: "I think Mayo", "we want to go to MD Anderson"."""

from __future__ import annotations

from tests.conversations import telling


@telling.each(
    {
        "en": [
            "I think Mayo, in Rochester", "Mayo most likely", "my doctor suggested Mayo", "Mayo in Rochester",
            "I'm thinking of Mayo",
        ],
        "es": ["creo que Mayo", "me gustaría ir a Mayo", "probablemente Mayo", "quiero ir a Mayo"],
    }
)  # fmt: skip
def test_a_name_that_may_be_meant_is_offered_whatever_stands_around_it(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert not chat.case.destinations
    chat.patient_presses("meant/mayo_clinic")
    assert chat.case.destinations == ("mayo_clinic",)
    assert chat.case.destination in ("", "Mayo Clinic, in Rochester", "Mayo Clinic in Rochester")


@telling.each(
    {
        "en": [
            "maybe Stanford I guess", "we want to go to Stanford", "hopefully Stanford",
            "I have an appointment at Stanford", "they referred me to Stanford",
        ],
        "es": ["tal vez Stanford", "me mandaron a Stanford", "Stanford, creo que", "vamos a Stanford"],
        "ar": ["يمكن ستانفورد", "بدي روح على ستانفورد", "حولوني على ستانفورد"],
    }
)  # fmt: skip
def test_one_that_is_known_is_chosen_and_the_sentence_is_not_written_down(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert (chat.case.destinations, chat.case.destination) == (("stanford",), "")


@telling.each(
    {
        "en": ["I guess the university hospital in Madison", "the university hospital in Madison, most likely"],
        "es": ["probablemente el Hospital Clínic", "voy a ir al Hospital Clínic", "el Hospital Clínic, seguramente"],
        "ar": ["غالبا مستشفى الملك حسين", "مستشفى الملك حسين ان شاء الله"],
    }
)
def test_one_that_is_not_known_stands_as_its_name(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert chat.case.destination in (
        "the university hospital in Madison",
        "Hospital Clínic",
        "el Hospital Clínic",
        "مستشفى الملك حسين",
    )


@telling.each({"en": ["Hope Hospital", "Will Likely Hospital"], "es": ["Hospital La Esperanza"]})
def test_a_name_that_has_such_a_word_in_it_stays_whole(language: str, text: str):
    assert telling.told(language, "destination", text).case.destination == text
