"""A slip of the finger is found by eight bytes, and is still never taken for another word's."""

from __future__ import annotations

import pytest

from dialogs.content import slips as module
from dialogs.content.slips import Slips, slips

WORDS = ("pathology", "biopsy", "hospital", "tomorrow", "slides", "slices", "later", "scan")
SLIPS = [(slip, word) for word in WORDS for slip in slips(word)]


def test_every_slip_leads_to_its_word() -> None:
    known = Slips(WORDS)
    for slip, word in SLIPS:
        assert known.behind(slip) == min(each for each in WORDS if slip in slips(each)), (slip, word)


def test_what_is_no_slip_leads_nowhere_though_its_checksum_is_that_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_sum", lambda written: 0)
    known = Slips(WORDS)
    assert known.behind("surgery") is None
    assert known.behind("patholgy") == "pathology"
