"""A message in a language written from the right is shown from the right, whatever stands first in it."""

import pytest

from dialogs.case.document import Document
from dialogs.effects import Say
from tests import real

MARK = "\u200f"


@pytest.mark.parametrize(("name", "is_marked"), [("genes.pdf", True), ("<a> & b.pdf", True), ("تحاليل.pdf", False)])
def test_a_name_from_the_left_does_not_turn_the_card_of_its_file_around(name: str, is_marked: bool):
    file = Document(1, "", name, "labs", "readable", pages=1)
    card = Say("files_one", {"document": file, "day": "", "hints": (), "papers": 0, "holder": None})
    assert real.content("ar").wording.text(card).startswith(MARK) is is_marked
    assert not real.content("en").wording.text(card).startswith(MARK)


def test_what_begins_with_a_word_of_its_own_needs_no_mark():
    told = Say("unlocked", {"document": Document(1, "", "genes.pdf", "labs", "readable", pages=1)})
    assert MARK not in real.content("ar").wording.text(told)
