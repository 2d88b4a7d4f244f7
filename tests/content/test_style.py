"""One word for one thing, turns that are English, and no more in one bubble than a tired person takes in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogs.composed.contents import Content
from dialogs.content.files import ContentError
from dialogs.effects import Button, Say
from dialogs.proofreading.life import every_bubble
from dialogs.proofreading.style import style_of, too_much, wrong_turns
from tests.content.conftest import FOLDER

LABELS = ("go_on", "done", "skip", "later", "not_now", "continue", "remind", "remove", "withdraw", "not_sure")


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """The English words, to be changed."""
    shutil.copytree(FOLDER / "en", tmp_path / "en")
    return tmp_path / "en"


def test_nothing_is_said_that_is_not_said_here(content: Content):
    folder = FOLDER / content.wording.language
    assert [str(each) for each in wrong_turns(folder, style_of(folder))] == []


def test_no_bubble_holds_too_much_with_what_leads_it(content: Content):
    style = style_of(FOLDER / content.wording.language)
    assert [str(each) for each in too_much(content, every_bubble(content), style)] == []


@pytest.mark.parametrize(
    "said",
    [
        *("Your papers are here.", "It stands in your packet.", "Hand out an errand", "A little note you asked for."),
        *("Shall we keep it?", "Whom did you ask?", "Have it at hand.", "It is settled by now.", "Is it there by now?"),
        *("Some centers ask for it.", "Your first team", "3 hints", "The tumour", "Go on where I was", "Not now"),
    ],
)
def test_a_turn_that_is_not_english_is_named_with_what_to_say(english: Path, said: str):
    file = english / "messages" / "kept.html.j2"
    file.write_text(said, encoding="utf-8")
    mistakes = list(wrong_turns(english, style_of(english)))
    assert {str(each.file) for each in mistakes} == {str(file)}
    assert "here we say" in str(mistakes[0])


@pytest.mark.parametrize("said", ["I have it on paper.", "Send /packet or /errands.", "{{ packet }}", "{# a paper #}"])
def test_what_only_looks_like_it_is_let_be(english: Path, said: str):
    (english / "messages" / "kept.html.j2").write_text(said, encoding="utf-8")
    assert not list(wrong_turns(english, style_of(english)))


def test_what_leads_a_message_counts_with_it(content: Content):
    style = style_of(FOLDER / content.wording.language)
    lead = Say("too_long", {"length": 600, "at_most": 500})
    assert not list(too_much(content, [Say("welcome")], style))
    (mistake,) = too_much(content, [Say("welcome", lead=lead)], style)
    assert "below too_long" in str(mistake)


def test_six_things_to_do_are_too_many_and_six_things_to_pick_from_are_not(content: Content):
    style = style_of(FOLDER / content.wording.language)
    six = tuple((Button(f"aside/x{number}", "button.skip"),) for number in range(6))
    files = tuple((Button(f"aside/x{number}", "file.1.2.a.pdf"),) for number in range(6))
    assert len(list(too_much(content, [Say("kept", buttons=six)], style))) == 1
    assert not list(too_much(content, [Say("kept", buttons=files)], style))


def test_one_act_has_one_verb(content: Content):
    words = content.wording.words["button"]
    said = {key: words[key] for key in LABELS}
    assert said["skip"] == said["later"] == said["not_now"] == said["not_sure"]
    assert said["remove"].split()[0] == said["withdraw"] == words["errand_off"]
    assert len({said["go_on"], said["done"], said["continue"], said["skip"], said["remind"]}) == 5
    assert words["leave"] == said["continue"]
    assert words["hint_later"] == said["remind"]


@pytest.mark.parametrize(
    ("written", "becomes", "key"),
    [
        ("most_words = 60", 'most_words = "60"', "most_words"),
        ("most_words = 60", "most_wrds = 60", "most_wrds"),
        ("please_tap = ", "please_tab = ", "words_of.please_tab"),
        ('say = ["shall"]', 'say = "shall"', "never"),
        ('say = ["shall"]', "say = []", "never"),
    ],
)
def test_a_wrong_rule_of_style_is_named(english: Path, written: str, becomes: str, key: str):
    file = english / "style.toml"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, becomes), encoding="utf-8")
    with pytest.raises(ContentError) as wrong:
        style_of(english)
    assert key in str(wrong.value)
    assert "style.toml" in str(wrong.value)


def test_a_language_without_a_style_keeps_to_none(tmp_path: Path):
    assert style_of(tmp_path).never == ()
