"""The numbers for somebody in need: where they are comes first, none is hidden, and a mistake stops the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.composed.contents import Content
from dialogs.content.files import ContentError
from dialogs.content.numbers import near, read_numbers
from dialogs.effects import Say
from tests.content.conftest import FOLDER, seen

FILE = FOLDER / "numbers.toml"
NUMBERS = read_numbers(FILE)
MISTAKES = [
    ('call = "911"', "call = 911", "emergency 1.call", "as it is dialed"),
    ('call = "116 123"', 'call = "116-123"', "crisis 2.call", "as it is dialed"),
    ('countries = ["US", "CA"]', 'countries = ["us"]', "emergency 1.countries", "code of a country"),
    ('countries = ["GB", "IE"]', 'countries = ["GB", "XX"]', "crisis 2.countries", "code of a country"),
    ('countries = ["GB", "IE"]', 'countries = ["GB", "US"]', "crisis 2.countries", "stands in crisis 1"),
    ('sources = ["https://www.swast', 'sources = ["http://www.swast', "emergency 3.sources", "https://"),
    ("seen = 2026-11-26", 'seen = "in November"', "emergency 1.seen", "a day"),
    ('name = "Samaritans"', 'nmae = "Samaritans"', "crisis 2.nmae", "misspelt"),
    ("[crisis_elsewhere]", "[elsewhere]", "elsewhere", "misspelt"),
]


@pytest.mark.parametrize(("old", "new", "key", "problem"), MISTAKES, ids=[new for _, new, *_ in MISTAKES])
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, key: str, problem: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "numbers.toml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_numbers(broken)
    assert any(each.key == key and problem in each.problem for each in caught.value.all), caught.value.all


def test_where_somebody_is_comes_first_and_nothing_is_hidden() -> None:
    for numbers in (NUMBERS.emergency, NUMBERS.crisis):
        for country in ("", "FR", *(each for number in numbers for each in number.countries)):
            shown = near(numbers, country)
            assert sorted(shown, key=repr) == sorted(numbers, key=repr)
            if any(country in number.countries for number in numbers):
                assert country in shown[0].countries


@pytest.mark.parametrize(
    ("country", "call", "talk"), [("US", "911", "988"), ("GB", "999", "116 123"), ("ES", "112", "024")]
)
def test_it_is_so_on_every_card(content: Content, country: str, call: str, talk: str) -> None:
    for name in ("emergency", "crisis", "unwell", "errand_unwell"):
        text = seen(content, Say(name, {"line": "", "lines": (), "country": country}))
        for numbers, first in ((NUMBERS.emergency, call), (NUMBERS.crisis, talk)):
            places = [text.find(f" {number.call}") for number in numbers]
            if name in ("unwell", "errand_unwell") or numbers is getattr(NUMBERS, name):
                assert min(places) > 0
                assert text.find(f" {first}") == min(places), text
