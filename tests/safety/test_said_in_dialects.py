"""Signs in the words of many countries, and a receptionist's talk of pills, plans and lists that is none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests import real

EARS = real.content("en").dialogue.ears
TEXTS = tomllib.loads((Path(__file__).parent / "in_dialects.toml").read_text(encoding="utf-8"))


def test_what_must_not_wait_is_heard_in_the_words_of_many_countries():
    every = [text for texts in TEXTS["urgent"].values() for text in texts]
    heard = sum(EARS.hear(text).urgent for text in every)
    assert heard >= 0.94 * len(every), f"{heard} of {len(every)}"


def test_pills_plans_and_lists_are_hardly_ever_taken_for_it():
    every = [text for texts in TEXTS["every_day"].values() for text in texts]
    mistaken = sum(EARS.hear(text).urgent for text in every)
    assert mistaken <= 0.09 * len(every), f"{mistaken} of {len(every)}"


@pytest.mark.parametrize(
    "text",
    [
        "bido yentaher", "bade entaher", "3am bekhtene2", "ma 3am ye2dar yetnaffas", "me voy a tirar por la ventana",
        "بغيت نموت", "ما كيتنفسش", "مش بيصحى", "no jala aire mi papá",
    ],
)  # fmt: skip
def test_a_wish_to_die_and_breath_that_fails_are_heard_however_they_are_spelled(text: str):
    assert EARS.hear(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "بياخد عشر حبات رح صورها", "كيماوي احمر كل ٢١ يوم", "وين ما كان", "كله صح ما عدا التاني", "وش اسوي الحين",
        "خلاص ما رح نروح غالي كتير", "1-biopsia 2-sangre 3-tac", "se me olvidó tomar la pastilla de la presión",
        "forgot his blood pressure pill", "نسيت حبة الضغط",
    ],
)  # fmt: skip
def test_an_answer_to_a_receptionist_is_no_emergency(text: str):
    assert not EARS.hear(text).urgent
