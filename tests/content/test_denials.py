"""Whoever denies it says the other thing, in every language: "nobody told me I have cancer" begins nothing."""

from __future__ import annotations

from dialogs.content.presses import Presses
from tests import real
from tests.conversations import telling

AT_THE_DOOR = {"begin", "begin_for"}


ASKED = {"asked", "missing"}


def _presses(language: str) -> Presses:
    return real.content(language).presses


@telling.each(
    {
        "en": [
            "no doctor said I have cancer",
            "the doctor never said I have cancer",
            "none of my doctors said I have cancer",
            "neither doctor said I have cancer",
        ],
        "es": [
            "jamás me diagnosticaron cáncer",
            "ni tengo cáncer",
            "ningún doctor dijo que tengo cáncer",
            "el doctor nunca dijo que tengo cáncer",
            "nadie me dijo que tengo cáncer",
            "tampoco tengo cáncer de mama",
            "jamás quiero otra opinión",
            "ni quiero una segunda opinión",
            "mi médico jamás dijo que yo tenga un tumor",
        ],
        "ar": [
            "الدكتور ما قال عندي سرطان",
            "محدش قال عندي سرطان",
            "ولا دكتور قال عندي سرطان",
            "الدكتور عمره ما قال عندي ورم",
            "ما حدا خبرني عندي سرطان",
            "لست محتاج رأي ثاني",
            "ماحد قال عندي السرطان",
        ],
    }
)
def test_what_is_denied_begins_nothing(language: str, text: str):
    assert _presses(language).pressed(text, AT_THE_DOOR).key == ""


@telling.each(
    {
        "en": ["I have cancer and I never smoked", "the doctor says I have cancer"],
        "es": ["tengo cáncer y nunca fumé", "me dijeron que tengo cáncer", "el médico dijo que tengo cáncer"],
        "ar": ["عندي سرطان وما بعرف شي", "الدكتور قال عندي سرطان", "قالولي عندي ورم"],
    }
)
def test_what_is_told_beside_a_denial_still_begins(language: str, text: str):
    assert _presses(language).pressed(text, AT_THE_DOOR).key == "begin"


@telling.each(
    {
        "en": ["I asked them on the 3rd"],
        "es": ["se lo pedí el 3ro", "lo pedí el 1º", "los pedí a las 10am"],
        "ar": ["طلبته الساعة 10am"],
    }
)
def test_a_number_is_one_with_the_ending_of_its_language(language: str, text: str):
    assert _presses(language).pressed(text, ASKED).key == "asked"
