"""Files of content/ that are missing, in another encoding, unreadable, or one too many."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.composed.reading import read_content
from dialogs.content.ears import TABLE
from tests.chat import Chat
from tests.content.breaking import named, with_a_record_more
from tests.content.files import (
    BACK,
    DAYS,
    GUIDE,
    LABELS,
    PLACES,
    RECOGNITION,
    RECORDS,
    SAFETY,
    SOURCES,
    WELCOME,
    WORDS,
)

BESIDE = [(GUIDE,), (WORDS, SAFETY, SOURCES, RECOGNITION, DAYS, PLACES), (LABELS, RECORDS, BACK), (WELCOME,)]
"""Files that do not hide one another's mistakes."""


@pytest.mark.parametrize("files", BESIDE, ids=lambda files: files[0])
def test_a_file_that_is_missing_is_named(folder: Path, files: tuple[str, ...]):
    for file in files:
        (folder / file).unlink()
    missing = {each[:2] for each in named(folder) if "is not there" in each[2]}
    assert missing >= {(file, "file") for file in files}


@pytest.mark.parametrize(
    ("encoding", "files"),
    [*(("cp1252", files) for files in BESIDE), ("utf-16", (SAFETY, RECORDS)), ("utf-16-le", (SAFETY, RECORDS))],
    ids=lambda named: named if isinstance(named, str) else named[0],
)
def test_a_file_that_is_not_utf8_is_named(folder: Path, encoding: str, files: tuple[str, ...]):
    for file in files:
        text = (folder / file).read_text(encoding="utf-8").encode("cp1252", "ignore").decode("cp1252")
        (folder / file).write_bytes(f"{text}\n# café\n".encode(encoding))
    assert {*files} <= {each[0] for each in named(folder) if "save" in each[2] and "UTF-8" in each[2]}


@pytest.mark.parametrize("files", [(GUIDE,), (WORDS, SAFETY), (RECORDS,), (WELCOME,)], ids=lambda files: files[0])
def test_what_cannot_be_read_at_all_is_one_line(folder: Path, files: tuple[str, ...]):
    for file in files:
        (folder / file).unlink()
        (folder / file).mkdir()
    assert {*files} <= {each[0] for each in named(folder) if "cannot be read" in each[2]}


def test_line_ends_and_a_mark_of_another_system_make_no_difference(folder: Path):
    for file in folder.rglob("*"):
        if file.is_file() and file.name != TABLE:
            text = file.read_text(encoding="utf-8")
            file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    content = read_content(folder)
    assert "\ufeff" not in content.wording.templates.render("help", {})
    assert "\r" not in content.wording.templates.render("help", {})


UNREAD = [
    *("en/messages/welcom.html.j2", "en/messages/welcome.txt", "en/letters/recods.toml", "en/letters/records.txt"),
    *("en/word.toml", "guide.tml", "en/messages/welcome (1).html.j2", "en/letter/records.toml", "drafts/x.txt"),
]


def test_a_file_nobody_reads_is_named(folder: Path):
    for name in UNREAD:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Hello", encoding="utf-8")
    found = {file for file, key, _ in named(folder) if key == "file"}
    for name in UNREAD:
        assert found & {name, str(Path(name).parent)}, name


def test_a_record_that_is_added_becomes_a_step_with_no_code(tmp_path: Path):
    """That such content is well too is shown by `tests/test_the_image.py`."""
    content = read_content(with_a_record_more(tmp_path / "content"))
    chat = Chat(guide=content.guide)
    chat.patient_walks_to("vaccinations")
    assert "<b>Vaccinations</b>" in content.wording.text(chat.said("record"))
    chat.patient_presses("elsewhere")
    chat.checklist_says(vaccinations="elsewhere")
    chat.patient_walks_on_to("summary")
    chat.patient_presses_data("summary/review")
    assert "Vaccinations" in str(content.wording.keyboard(chat.said("review")))
