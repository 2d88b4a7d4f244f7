"""A mistake in content/ stops the bot at the start, and names the file and the key that its author has to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogs.content import read_content
from dialogs.guide import ContentError
from tests.chat import Chat
from tests.content.conftest import FOLDER
from tests.content.mistakes import (
    BACK,
    DAYS,
    GUIDE,
    LABELS,
    MISTAKES,
    PLACES,
    RECOGNITION,
    RECORDS,
    SAFETY,
    SOURCES,
    WELCOME,
    WORDS,
)

BROKEN = [
    pytest.param(file, *mistake, id=f"{Path(file).stem}: {name}")
    for file, mistakes in MISTAKES
    for name, mistake in mistakes.items()
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real content, to break."""
    shutil.copytree(FOLDER, tmp_path / "content")
    return tmp_path / "content"


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer has {old!r}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_content_as_it_is_can_be_read(folder: Path):
    read_content(folder)


@pytest.mark.parametrize(("file", "old", "new", "key", "problem"), BROKEN)
def test_a_mistake_names_its_file_and_its_key(folder: Path, file: str, old: str, new: str, key: str, problem: str):
    change(folder, file, old, new)
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert Path(caught.value.file) == folder / file
    assert caught.value.key == key
    assert problem in caught.value.problem


@pytest.mark.parametrize(
    "file", [GUIDE, WORDS, SOURCES, SAFETY, RECOGNITION, DAYS, PLACES, WELCOME, LABELS, RECORDS, BACK]
)
def test_a_file_that_is_missing_is_named(folder: Path, file: str):
    (folder / file).unlink()
    with pytest.raises(ContentError, match="is not there") as caught:
        read_content(folder)
    assert Path(caught.value.file) == folder / file


def test_a_guide_that_asks_for_nothing_is_none(folder: Path):
    (folder / GUIDE).write_text('most_important = "pathology"\n', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert caught.value.key == "record"


def test_a_message_nobody_says_is_named(folder: Path):
    (folder / "en/messages/welcom.html.j2").write_text("Hello", encoding="utf-8")
    with pytest.raises(ContentError, match="misspelt") as caught:
        read_content(folder)
    assert Path(caught.value.file).name == "welcom.html.j2"


def test_a_letter_nobody_writes_is_named(folder: Path):
    (folder / "en/letters/recods.toml").write_text('title = "Request"', encoding="utf-8")
    with pytest.raises(ContentError, match="misspelt") as caught:
        read_content(folder)
    assert Path(caught.value.file).name == "recods.toml"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{{ patient_name }}", "patient_name"),
        ("{% for %}", "line 1"),
        ("Hello\n{% if words %}", "line 2"),
        ("Hello\n\n{{ words | no_such_filter }}", "line 3"),
    ],
)
def test_a_template_with_a_mistake_names_the_value_or_the_line(folder: Path, text: str, key: str):
    (folder / WELCOME).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    assert Path(caught.value.file) == folder / WELCOME
    assert caught.value.key == key


def test_a_record_that_is_added_becomes_a_step_with_no_code(folder: Path):
    text = (folder / GUIDE).read_text(encoding="utf-8")
    (folder / GUIDE).write_text(text + '\n[[record]]\nkey = "vaccinations"\n', encoding="utf-8")
    with (folder / WORDS).open("a", encoding="utf-8") as words:
        words.write(
            '\n[record.vaccinations]\ntitle = "Vaccinations"\nwhat = "A list."\nwhy = "So."\nwhere = "There."\n'
        )
    content = read_content(folder)
    chat = Chat(guide=content.guide)
    chat.patient_walks_to("vaccinations")
    assert "11 of 11\n<b>Vaccinations</b>" in content.wording.text(chat.said("record"))
    chat.patient_presses("elsewhere")
    chat.checklist_says(vaccinations="elsewhere")
    chat.patient_presses("questions/done")
    assert "Vaccinations" in str(content.wording.keyboard(chat.said("review")))
