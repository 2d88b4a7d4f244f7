"""Buttons pressed in Arabic words: each dialect has its own "no", and "the" is a part of the word behind it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.content.pressed_words import read_presses
from dialogs.content.presses import Presses

CONTENT = Path(__file__).parents[2] / "content"
ENGLISH, ARABIC = (tomllib.loads((CONTENT / language / "pressed.toml").read_text("utf-8")) for language in ("en", "ar"))
AT_A_RECORD = {"send", "asked", "missing", "elsewhere", "not_applicable", "more", "later", "back", "skip"}


@pytest.fixture(scope="module")
def presses() -> Presses:
    buttons = frozenset(key for wish in ENGLISH["pressed"] for key in (*wish["keys"], *wish.get("beside", ())))
    commands = frozenset(wish["command"] for wish in ENGLISH["asked_for"])
    return read_presses(CONTENT / "ar" / "pressed.toml", buttons, commands)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("معي بالموبايل", "send"),
        ("معنديش التقرير", "missing"),
        ("ما عندي إياه", "missing"),
        ("طلبته من المستشفى", "asked"),
        ("عند الدكتور", "elsewhere"),
        ("معملتوش خالص", "not_applicable"),
        ("إيه ده؟", "more"),
        ("عندي وجع قوي", ""),
        ("ما عندي حرارة", ""),
        ("هل أوقف الكيماوي", ""),
    ],
)
def test_what_is_pressed_at_a_record(presses: Presses, text: str, key: str):
    assert presses.pressed(text, AT_A_RECORD).key == key


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("شو ناقص؟", "checklist"),
        ("ماذا ينقصني؟", "checklist"),
        ("ماذا تبقى عليّ؟", "checklist"),
        ("ماذا أفعل الآن؟", "start"),
        ("وبعدين؟ ماذا أفعل الآن", "start"),
        ("مين بيشوف ملفاتي", "privacy"),
        ("غيّر موعدي", "date"),
        ("ماذا أفعل لأعيش", ""),
        ("ماذا أفعل بحياتي", ""),
    ],
)
def test_what_is_asked_for(presses: Presses, text: str, command: str):
    assert presses.asks_for(text) == command


def test_every_way_to_press_a_button_in_english_has_one_in_arabic():
    """But for what stood on English buttons once, before there were Arabic ones: it comes after what is said now."""
    english, arabic = ([tuple(wish["keys"]) for wish in each["pressed"]] for each in (ENGLISH, ARABIC))
    once = english.index(("finish",), english.index(("finish",)) + 1)
    assert set(english[:once]) <= set(arabic) <= set(english)
    asked = ([wish["command"] for wish in each["asked_for"]] for each in (ENGLISH, ARABIC))
    in_english, in_arabic = map(dict.fromkeys, asked)  # one language may need more ways to ask for the same
    assert list(in_arabic) == list(in_english)
