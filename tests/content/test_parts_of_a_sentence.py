"""What joins two parts of a sentence, how much is in a pill, how an hour is written: in each language its own."""

from __future__ import annotations

from dialogs.content.phrases import clauses
from dialogs.days.line_words import line_of
from tests import real
from tests.conversations import telling


@telling.each(
    {
        "en": ["tamoxifen 20 mg", "metformin 500mg"],
        "es": ["tamoxifeno 20 mg", "metformina 500 miligramos", "metformina 500 gr"],
        "ar": ["تاموكسيفين 20 ملغ", "ميتفورمين 500 ملغم", "تاموكسيفين 20 mg"],
    }
)
def test_how_much_is_in_one_tells_nothing_but_a_medicine(language: str, text: str):
    said = real.content(language).dialogue.said
    assert said.tells_only_medicines(text, beside_a_line=False)


@telling.each({"en": ["the 3rd at 10am"], "es": ["el 1ro a las 16hs", "el 2do", "el 3er dia"], "ar": ["الساعة 10am"]})
def test_an_hour_or_a_day_is_no_sign_of_a_record(language: str, text: str):
    said = real.content(language).dialogue.said
    assert not said.tells_of_a_record(text)


@telling.each({"en": ["stage 2b"], "es": ["estadio 2a", "T2N0M0"], "ar": ["المرحلة 2b"]})
def test_a_stage_in_letters_and_figures_is_one(language: str, text: str):
    assert real.content(language).dialogue.said.tells_of_a_record(text)


@telling.each(
    {
        "en": ["I already asked for it but I have it here"],
        "es": ["ya lo pedí pero aquí lo tengo"],
        "ar": ["طلبته لكن معي هون"],
    }
)
def test_each_part_is_looked_at_by_itself(language: str, text: str):
    assert len(clauses(text, real.content(language).presses.joins)) == len(("asked for", "here"))


@telling.each(
    {
        "en": ["at 3 or 4 weeks", "at 3 to 4 weeks"],
        "es": ["como a las 3 o 4 semanas", "a eso de las 3 a 4 semanas"],
        "ar": ["الساعة 3 او 4 اسابيع", "على 3 الى 4 اسابيع"],
    }
)
def test_the_first_of_two_numbers_is_no_hour(language: str, text: str):
    pieces = line_of(text, real.content(language).days).pieces
    assert [number for kind, number in pieces if kind == "numeral"] == [3, 4]
