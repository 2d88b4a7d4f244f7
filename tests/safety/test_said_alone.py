"""The plainest signs, said alone, are heard whatever was learned: "he had a seizure" is never a wrong date."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.content.bare_signs import read_bare
from dialogs.content.files import ContentError
from dialogs.understanding.safety import Kind
from tests import real
from tests.conversations import telling

EARS = real.content("en").dialogue.ears


@telling.each(
    {
        "en": [
            "he had a seizure", "she's having a seizure right now", "short of breath", "mom is short of breath",
            "bleeding",
            "bleeding, please help", "I'm confused", "fever and chills", "dad has a fever since yesterday",
            "my husband hits me",
            "throwing up all night", "there is blood in my urine", "she collapsed", "seizure", "I have a bleed",
            "I feel like giving up", "no one would miss me", "she cant walk anymore",
        ],
        "es": [
            "tuvo una convulsión", "tengo sangrado", "sangrado", "estoy confundido",
            "mi mamá tiene fiebre desde ayer", "vómitos",
            "me pega mi esposo", "le dio una convulsión ahora", "fiebre y escalofríos", "se desmayó mi papá",
            "sangre en la orina",
        ],
        "ar": [
            "معي نزيف", "عندي نزيف", "صار معي نزيف", "ضيق نفس", "صار معه تشنج", "أمي معها حرارة",
            "بستفرغ طول الليل", "جوزي بيضربني",
            "عندي حرارة وقشعريرة", "تشنج ساعدوني", "دم بالبول",
        ],
    }
)  # fmt: skip
def test_a_sign_that_is_said_alone_is_heard(language: str, text: str):
    assert EARS.hear(text).urgent
    said = {each.name for each in telling.told(language, "date", text).said_now()}
    assert "day_unclear" not in said


@pytest.mark.parametrize(
    "text",
    [
        "no fever", "a seizure in 2019", "no more bleeding", "bleeding edge", "seizure report",
        "the chest pain clinic", "fever chart", "I never had a seizure",
        "sin fiebre", "no tengo sangrado", "convulsiones febriles de niño en el informe", "informe de sangrado",
        "بدون حرارة", "لا يوجد نزيف", "تقرير نزيف", "ما معي حرارة",
    ],
)  # fmt: skip
def test_what_only_has_such_a_word_in_it_is_not(text: str):
    assert not EARS.hear(text).urgent


def test_the_gravest_of_two_is_heard():
    assert EARS.hear("fever and a seizure").kind is Kind.EMERGENCY


def test_a_phrase_that_is_a_sign_and_stands_around_one_is_named_with_its_file(tmp_path: Path):
    file = tmp_path / "bare.toml"
    file.write_text('signed_by = ""\nemergency = ["seizure"]\naround = ["I have", "seizure"]\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"bare\.toml: around"):
        read_bare(file)
