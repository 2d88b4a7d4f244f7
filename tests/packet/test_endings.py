"""Originals open with a double click: a photo that came without a name has an ending."""

import pytest

from bot.kinds.every import KEPT
from bot.packet.endings import ENDINGS, with_ending


@pytest.mark.parametrize(
    ("name", "kind", "called"),
    [
        ("", "jpeg", "file.jpg"),
        ("photo", "jpeg", "photo.jpg"),
        ("scan.PDF", "pdf", "scan.PDF"),
        ("Dr. Kahn", "pdf", "Dr. Kahn.pdf"),
        (".hidden", "text", ".hidden.txt"),
        ("strange", "unheard of", "strange"),
    ],
)
def test_a_name_ends_as_files_of_its_kind_do(name: str, kind: str, called: str) -> None:
    assert with_ending(name, kind) == called


def test_every_kind_we_keep_has_an_ending() -> None:
    assert set(ENDINGS) >= KEPT
