"""Languages that are proofread at once, each in a process of its own, are told as one after another are."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

from bot.checking.content import proofread
from bot.folders import CONTENT
from dialogs.content.files import ContentError


def test_every_mistake_of_every_language_is_told_in_the_same_order(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    (folder / "en" / "words.toml").write_text("this is no TOML")  # no more than reading is done
    (folder / "es" / "said.toml").write_text("neither is this")
    one, many = proofread(folder), proofread(folder, at_once=3)
    assert one.mistakes
    assert [str(each) for each in many.mistakes] == [str(each) for each in one.mistakes]
    assert many.read == one.read


def test_a_mistake_stays_what_it_is_on_its_way_from_a_process() -> None:
    mistake = ContentError("a.toml", "key", "is wrong", [ContentError("b.toml", "other", "too")])
    again = pickle.loads(pickle.dumps(mistake))
    assert [(each.file, each.key, each.problem) for each in again.all] == [
        ("a.toml", "key", "is wrong"),
        ("b.toml", "other", "too"),
    ]
