"""Names of files that open and sort on a doctor's computer."""

from __future__ import annotations

import pytest

from dialogs.words.file_names import LONGEST, named_for, safe

PATTERN = "{name} - second opinion packet.pdf"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Jane Doe", "Jane Doe - second opinion packet.pdf"),
        ("Łucja Świętek-Ñandú", "Lucja Swietek-Nandu - second opinion packet.pdf"),
        ("Jürgen Groß", "Jurgen Gross - second opinion packet.pdf"),
        ('Jane "J/D" Doe:?*', "Jane J D Doe - second opinion packet.pdf"),
        ("../../etc/passwd", "etc passwd - second opinion packet.pdf"),
        ("Jane\u202eDoe\x00\n", "JaneDoe - second opinion packet.pdf"),
        ("李小龍", ""),
        ("محمد علي", ""),
        ("  . ", ""),
        ("", ""),
    ],
)
def test_a_packet_is_named_after_its_patient_in_letters_that_every_system_has(name: str, called: str) -> None:
    assert named_for(PATTERN, name) == called


def test_where_the_reader_writes_in_other_letters_the_name_stays_in_its_own() -> None:
    assert named_for("{name} - سجلات.pdf", "محمد علي") == "محمد علي - سجلات.pdf"


def test_a_name_of_a_hundred_letters_leaves_room_for_its_folder() -> None:
    assert len(safe("م" * 200)) == LONGEST
