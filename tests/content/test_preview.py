"""What is written is seen before it is sent: one page with every message in every language, and what changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.folders import CONTENT
from bot.preview.changes import NoVersion, changes
from bot.preview.page import preview
from dialogs.words.messages import MESSAGES


@pytest.fixture(scope="module")
def page() -> str:
    return preview(CONTENT)


def test_every_message_is_on_it(page: str) -> None:
    shown = {name for name in MESSAGES if f'<section id="{name}"' in page}
    assert len(shown) > len(MESSAGES) * 0.9
    assert {"welcome", "consent", "record", "summary", "packet", "reminder"} <= shown


def test_it_needs_no_network(page: str) -> None:
    head, _, body = page.partition("<main>")
    assert "src=" not in head + body
    assert "<link" not in head


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=an author", "-c", "user.email=author@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def test_what_changed_since_a_version_is_told_by_file_and_key(tmp_path: Path) -> None:
    messages = tmp_path / "en" / "messages"
    messages.mkdir(parents=True)
    (messages / "welcome.html.j2").write_text("Good morning")
    (messages / "gone.html.j2").write_text("Good bye")
    (tmp_path / "en" / "words.toml").write_text('[button]\nnext = "Go on"\nback = "Back"\n')
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "The first version")
    git(tmp_path, "tag", "v1")
    (messages / "welcome.html.j2").write_text("Good evening")
    (messages / "gone.html.j2").unlink()
    (tmp_path / "en" / "words.toml").write_text('[button]\nnext = "Next"\nback = "Back"\n')
    found = {(each.file, each.key): (each.before, each.now) for each in changes(tmp_path, "v1")}
    assert found == {
        ("en/messages/welcome.html.j2", ""): ("Good morning", "Good evening"),
        ("en/messages/gone.html.j2", ""): ("Good bye", ""),
        ("en/words.toml", "button.next"): ("Go on", "Next"),
    }
    with pytest.raises(NoVersion):
        changes(tmp_path, "v2")
