"""A mistake in content/ stops the bot at the start, and names the file and the key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogs.content import read_content
from dialogs.guide import ContentError
from tests.chat import Chat
from tests.content.conftest import FOLDER

GUIDE, WORDS, SAFETY = "guide.toml", "en/words.toml", "en/safety.toml"
WELCOME = "en/messages/welcome.html.j2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "content")
    return tmp_path / "content"


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


BROKEN = {
    "not TOML": (GUIDE, "most_important =", "most_important = =", "file"),
    "a key of capitals": (GUIDE, 'key = "pathology"', 'key = "Pathology"', "record 1"),
    "a key that is taken": (GUIDE, 'key = "labs"', 'key = "pathology"', "pathology"),
    "a key that is a step": (GUIDE, 'key = "labs"', 'key = "review"', "review"),
    "a misspelt setting": (GUIDE, 'follows = "pathology"', 'folows = "pathology"', "slides.folows"),
    "following nothing": (GUIDE, 'follows = "pathology"', 'follows = "nothing"', "slides.follows"),
    "a number that is no choice": (GUIDE, "numbered = false", 'numbered = "no"', "slides.numbered"),
    "an important record that is none": (
        GUIDE,
        'most_important = "pathology"',
        'most_important = "x"',
        "most_important",
    ),
    "a button that is too long": (WORDS, 'begin = "Begin"', f'begin = "{"Begin" * 10}"', "button.begin"),
    "a button that is empty": (WORDS, 'begin = "Begin"', 'begin = " "', "button.begin"),
    "words of no record": (WORDS, "[record.pathology]", "[record.pathologie]", "pathology"),
    "a table nobody knows": (WORDS, "[count]", "[counts]", "count"),
    "an outcome there is not": (SAFETY, 'outcome = "emergency"', 'outcome = "panic"', "rule 1.outcome"),
    "a rule without a source": (SAFETY, "source = ", "origin = ", "rule 1"),
}


@pytest.mark.parametrize(("file", "old", "new", "key"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_names_its_file_and_key(folder, file, old, new, key):
    change(folder, file, old, new)
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert caught.value.file.endswith(file)
    assert key in caught.value.key


def test_a_message_that_is_missing_is_named(folder):
    (folder / WELCOME).unlink()
    with pytest.raises(ContentError, match=r"welcome\.html\.j2"):
        read_content(folder)


def test_a_message_nobody_says_is_named(folder):
    (folder / "en/messages/welcom.html.j2").write_text("Hello")
    with pytest.raises(ContentError, match=r"welcom\.html\.j2"):
        read_content(folder)


@pytest.mark.parametrize(("text", "key"), [("{{ patient_name }}", "patient_name"), ("{% for %}", "line 1")])
def test_a_template_with_a_mistake_names_the_value_or_the_line(folder, text, key):
    (folder / WELCOME).write_text(text)
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert caught.value.key == key


def test_a_record_that_is_added_becomes_a_step_with_no_code(folder):
    text = (folder / GUIDE).read_text(encoding="utf-8")
    (folder / GUIDE).write_text(text + '\n[[record]]\nkey = "vaccinations"\n', encoding="utf-8")
    with (folder / WORDS).open("a", encoding="utf-8") as words:
        words.write(
            '\n[record.vaccinations]\ntitle = "Vaccinations"\nwhat = "A list."\nwhy = "So."\nwhere = "There."\n'
        )
    content = read_content(folder)
    chat = Chat(guide=content.guide)
    chat.patient_walks_to("vaccinations")
    chat.patient_presses("elsewhere")
    chat.checklist_says(vaccinations="elsewhere")
    chat.patient_presses("questions/done")
    assert "Vaccinations" in str(content.wording.keyboard(chat.said("review")))
