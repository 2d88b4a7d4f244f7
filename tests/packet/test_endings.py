"""Originals open with a double click: a photo that came without a name has an ending."""

import pytest

from bot.kinds.every import KEPT
from bot.packet.endings import ENDINGS, with_ending
from bot.packet.originals import names_of


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


def test_originals_are_called_by_what_they_are_and_no_two_alike_on_any_system() -> None:
    files = [
        {"name": "IMG_1.HEIC", "kind": "jpeg", "stem": "2026-11-12 CT report, page 3"},
        {"name": "scan", "kind": "pdf", "stem": "2026-11-12 Lab results"},
        {"name": "scan.pdf", "kind": "pdf", "stem": "2026-11-12 LAB results"},
        {"name": "portal.zip", "kind": "zip"},
        {"name": 'a/b\\c:"d".tar', "kind": ""},
        {"name": "", "kind": "png"},
    ]
    assert names_of(files) == [
        "2026-11-12 CT report, page 3.jpg",
        "2026-11-12 Lab results.pdf",
        "2026-11-12 LAB results (2).pdf",
        "portal.zip",
        "a_b_c__d_.tar",
        "file.png",
    ]
