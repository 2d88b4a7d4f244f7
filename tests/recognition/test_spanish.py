"""Papers printed in Spanish are read as well as the English ones, with the words of content/es."""

from __future__ import annotations

import json

import pytest

from bot.documents.recognition import Rules, rules_from_plain
from dialogs.content.guide import read_guide
from dialogs.content.recognition import read_recognition
from dialogs.roads.every import STEPS
from tests.content.conftest import FOLDER
from tests.recognition.measuring import measured, mistakes, papers


@pytest.fixture(scope="module")
def spanish() -> Rules:
    guide = read_guide(FOLDER / "guide.toml", STEPS)
    return rules_from_plain(json.loads(json.dumps(read_recognition(FOLDER / "es" / "recognition.toml", guide))))


def test_what_is_printed_is_read_and_nothing_else(spanish: Rules):
    assert list(mistakes("spanish", spanish)) == []


def test_every_kind_of_record_is_among_the_papers_and_bills_are_none_of_them(spanish: Rules):
    assert measured("spanish", spanish)["record"].said == 14
    assert {paper.get("record", "") for paper in papers("spanish")} == {"", *(kind.record for kind in spanish.kinds)}
