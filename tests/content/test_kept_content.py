"""Content that was kept says and hears what is written there now: what was edited is read anew, and only that."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import pytest
from jinja2 import Environment

from bot.folders import CONTENT
from dialogs.composed.contents import Contents
from dialogs.composed.reading import read_contents
from dialogs.content.files import ContentError
from dialogs.content.kept import Kept
from dialogs.effects import Say

T = TypeVar("T")


def told(contents: Contents) -> list[object]:
    """What can be compared of contents that were read: words, and what is understood."""
    found: list[object] = [contents.recognition]
    for each in contents.spoken.values():
        wording = each.wording.of(True)
        found += [each.days, each.places, each.presses, vars(each.rules), wording.words, wording.letters.kept]
        found += [wording.text(Say(name, {})) for name in ("please_tap", "old_button", "help")]
        found.append(each.presses.pressed("yes please", {"sorted_yes", "undo"}))
        found.append(each.days.without_hours("at 10 in the morning, a las 10 de la mañana"))
    return found


def test_content_that_was_kept_says_and_hears_the_same_and_a_change_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, folder = tmp_path / "content", tmp_path / "kept"
    shutil.copytree(CONTENT, content)
    fresh = read_contents(content, kept=Kept(folder))
    again = read_contents(content, kept=Kept(folder))
    with monkeypatch.context() as patch:  # neither a message nor what it includes
        patch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("it is compiled while somebody waits"))
        assert again.spoken["en"].wording.of(False).templates.render("day_unclear", {})
    assert told(again) == told(fresh)
    (content / "es/messages/please_tap.html.j2").write_text("Otra cosa.", encoding="utf-8")
    assert read_contents(content, kept=Kept(folder)).of("es").wording.text(Say("please_tap", {})) == "Otra cosa."
    days = content / "ar/days.toml"
    days.write_text(days.read_text(encoding="utf-8").replace("[words]", "[wordz]", 1), encoding="utf-8")
    with pytest.raises(ContentError) as mistake:
        read_contents(content, kept=Kept(folder))
    assert any(each.file.endswith("ar/days.toml") for each in mistake.value.all)


class Watched(Kept):
    """Notes from which files something was really read."""

    def __init__(self) -> None:
        super().__init__(holds=True)
        self.read: set[str] = set()

    def of(self, reader: Callable[..., T], files: Iterable[Path], *arguments: Any, form: str = "") -> T:
        every = tuple(files)

        @wraps(reader)
        def reading(*known: Any) -> T:
            self.read |= {file.name for file in every}
            return reader(*known)

        return super().of(reading, every, *arguments, form=form)


def test_of_all_content_only_the_message_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    """What an edit costs in the rehearsal, counted rather than timed."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    kept = Watched()
    read_contents(content, kept=kept)
    assert len(kept.read) > 100
    kept.read.clear()
    message = content / "en" / "messages" / "please_tap.html.j2"
    message.write_text("Edited.", encoding="utf-8")
    contents = read_contents(content, kept=kept)
    assert kept.read == {message.name}
    assert "Edited." in contents.of("en").wording.text(Say("please_tap", {}))


class Strict(Kept):
    """Notes what is opened to give something, and is not among the files that it is kept by."""

    def __init__(self, folder: Path) -> None:
        super().__init__(holds=True)
        self._content, self._opened, self._listens = folder, set[Path](), False
        self.others: set[str] = set()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and self._listens and isinstance(arguments[0], str | Path):
            self._opened.add(Path(arguments[0]))

    def of(self, reader: Callable[..., T], files: Iterable[Path], *arguments: Any, form: str = "") -> T:
        every = tuple(files)

        @wraps(reader)
        def reading(*known: Any) -> T:
            self._listens = True
            try:
                return reader(*known)
            finally:
                self._listens = False
                others = {each for each in self._opened if each.is_relative_to(self._content)} - {*every}
                self.others |= {f"{reader.__name__}: {each.relative_to(self._content)}" for each in others}
                self._opened.clear()

        return super().of(reading, every, *arguments, form=form)


def test_whatever_is_read_is_what_it_is_kept_by(tmp_path: Path) -> None:
    """Else an edit would be in no answer until somebody edits something else."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    kept = Strict(content)
    read_contents(content, kept=kept)
    assert not kept.others
