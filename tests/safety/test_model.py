"""The table keeps great and small weights apart, takes misspelt words for what they sound like, doubts long texts."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from dialogs.understanding.safety import Ears
from dialogs.understanding.safety.features import PLACES
from dialogs.understanding.safety.guess import DOUBT, guess
from dialogs.understanding.safety.letters import sound, tokens
from dialogs.understanding.safety.model import Model, read_table, written
from dialogs.understanding.safety.verdict import THRESHOLDS
from dialogs.understanding.safety.weights import LANE, LANES, MIDDLE, packed

NOTHING = bytes([128])


@pytest.fixture(scope="module")
def undecided() -> tuple[Model, list[bytes]]:
    """A table in which nothing weighs anything, but for its first place."""
    lanes = [bytes([128 + lane]) + NOTHING * (PLACES - 1) for lane in range(len(LANES))]
    return Model(
        packed(lanes), [0.0] * len(LANES), [0.01] * len(LANES), {"soft": 1.0}, "a mark", frozenset({"hello"})
    ), lanes


def test_every_lane_of_a_place_weighs_the_square_of_its_byte_and_none_leaks_into_the_next():
    lanes = [bytes([1]), bytes([255]), bytes([128]), bytes([118]), bytes([138]), bytes([128])]
    (place,) = packed(lanes)
    many = 10_000
    sums = [((many * place) >> (LANE * lane)) & ((1 << LANE) - 1) for lane in range(len(lanes))]
    assert [each // many - MIDDLE for each in sums] == [-(127**2), 127**2, 0, -100, 100, 0]


def test_a_table_that_was_written_is_read_as_it_was(undecided: tuple[Model, list[bytes]]):
    model, lanes = undecided
    again = read_table(written(model, lanes))
    assert list(again.table) == list(model.table)
    assert (list(again.bias), list(again.scale), again.common) == (list(model.bias), list(model.scale), model.common)


def test_the_same_words_give_the_same_bytes(undecided: tuple[Model, list[bytes]]):
    many = [f"word{number}" for number in range(100)]
    one, other = (written(replace(undecided[0], common=frozenset(words)), undecided[1]) for words in (many, many[::-1]))
    assert one == other


def test_nothing_is_remembered_but_words_that_are_common_in_the_examples(undecided: tuple[Model, list[bytes]]):
    model = replace(undecided[0], common=frozenset({"alpha", "beta"}), thresholds=dict.fromkeys(THRESHOLDS, 1.0))
    ears = Ears((), model)
    ears.hear("alpha wrote what nobody else should know")
    assert set(model._words) == set(ears._read_words) == {"alpha"}


def test_common_words_are_looked_up_beside_the_work_and_not_by_whoever_writes_first(
    undecided: tuple[Model, list[bytes]],
):
    model = replace(undecided[0], common=frozenset({"beta"}), thresholds=dict.fromkeys(THRESHOLDS, 1.0))
    ears = Ears((), model)
    for _ in ears.be_ready():
        pass
    assert set(model._words) == set(ears._read_words) == {"beta"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("breething", "breathing"),
        ("brthng", "breathing"),
        ("vomitting", "vomiting"),
        ("rrespirar", "respirar"),
        ("bomito", "vómito"),
        ("اسهاال", "اسهال"),
        ("نضر", "نظر"),
    ],
)
def test_a_word_sounds_like_the_one_that_was_meant(written: str, meant: str):
    assert sound(tokens(written)[0]) == sound(tokens(meant)[0])


@pytest.mark.parametrize(("one", "other"), [("38_5", "38_6"), ("a", "i"), ("no", "yo")])
def test_numbers_and_the_shortest_words_sound_like_nothing_else(one: str, other: str):
    assert sound(one) != sound(other)


def test_the_more_parts_are_looked_at_the_more_must_speak_for_one(undecided: tuple[Model, list[bytes]]):
    ears = Ears()
    one, three = (guess(undecided[0], ears.read(text)).urgent for text in ("one two", "one two. one two. one two"))
    assert one - three == pytest.approx(DOUBT * log(4))
