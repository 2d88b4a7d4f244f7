"""A mistake in examples, words or the table is named by file and key, before a patient meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.content.ears import TABLE, read_ears
from dialogs.content.examples import check_learned, read_examples
from dialogs.content.files import ContentError

GOOD = """
language = "en"
signed_by = ""
[[group]]
kind = "emergency"
about = "trouble breathing"
source = "https://example.org"
says = ["i cant breathe"]
[[group]]
kind = "none"
about = "ordinary: thanks"
says = ["thank you"]
"""


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "none"', 'kind = "calm"', "group 2.kind"),
        ('about = "ordinary: thanks"', "", "group 2.about"),
        ('says = ["thank you"]', 'says = "thank you"', "group 2.says"),
        ('says = ["thank you"]', "says = []", "group 2.says"),
        ('says = ["thank you"]', 'says = [""]', "group 2.says"),
        ('says = ["thank you"]', 'says = ["I cant breathe"]', "group 2.says"),
        ('source = "https://example.org"\n', "", "group 1.source"),
        ('signed_by = ""\n', "", "signed_by"),
        ("[[group]]", "[group]", "group"),
        ("says =", "sais =", "group 1.sais"),
    ],
)
def test_a_mistake_in_examples_is_named_by_its_group(tmp_path: Path, old: str, new: str, key: str):
    file = tmp_path / "examples.toml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as wrong:
        read_examples(file)
    assert key in {each.key for each in wrong.value.all}
    assert {each.file for each in wrong.value.all} == {str(file)}


def test_the_examples_that_are_right_are_read(tmp_path: Path):
    file = tmp_path / "examples.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert [(each.text, each.kind, each.looks_alike) for each in read_examples(file)] == [
        ("i cant breathe", "emergency", False),
        ("thank you", "none", False),
    ]


def test_a_table_that_was_learned_from_other_examples_is_named(tmp_path: Path):
    (tmp_path / "en" / "safety").mkdir(parents=True)
    (tmp_path / "en" / "safety" / "examples.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(ContentError) as wrong:
        check_learned(tmp_path)
    assert (Path(wrong.value.file).name, wrong.value.key) == (TABLE, "learned_from")


@pytest.mark.parametrize("raw", [b"", b"no table", b"{}\n", b'{"kinds": ["none"]}\n12345'])
def test_a_table_that_is_none_is_named(tmp_path: Path, raw: bytes):
    (tmp_path / TABLE).write_bytes(raw)
    with pytest.raises(ContentError, match="make safety"):
        read_ears(tmp_path)
