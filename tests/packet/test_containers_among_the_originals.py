"""Among the originals a file that only held others stands for them, once; if it is lost, they stand for themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.packet.feeding import Damaged, Feeding, Order
from bot.storage.cases import StoredCase
from bot.vault import Vault
from dialogs.case.case import Case

CASE = "0123456789abcdef" * 2
FILES = [{"name": "alone.pdf", "inside": False}, {"name": "a.pdf", "inside": True}, {"name": "b.pdf", "inside": True}]


@pytest.fixture
def feeding(tmp_path: Path) -> Feeding:
    vault = Vault(tmp_path, bytes(32))
    key = vault.new_case_key(CASE)
    for number in (1, 3, 4, 2):
        with vault.receive(CASE, key, number) as deposit:
            deposit.write(b"%d" % number)
            deposit.seal()
            deposit.keep()
    plan: dict[str, Any] = {"files": FILES, "containers": [{"name": "portal.zip"}]}
    return Feeding(vault, StoredCase(CASE, 1, key, Case(), 0), Order("", (1, 3, 4), plan, (2,)))


def test_it_stands_once_for_what_came_in_it(feeding: Feeding) -> None:
    originals = feeding.originals()
    assert [each.name for each in originals] == ["alone.pdf", "portal.zip"]
    assert [b"".join(each.read()) for each in originals] == [b"1", b"2"]


def test_one_that_is_lost_leaves_them_to_stand_for_themselves(feeding: Feeding) -> None:
    feeding.vault.erase(CASE, 2)
    with pytest.raises(Damaged):
        b"".join(feeding.originals()[-1].read())
    assert [each.name for each in feeding.originals()] == ["alone.pdf", "a.pdf", "b.pdf"]
    assert next(feeding.frames(0)), "the child, that never saw it, is told nothing of it"
    assert feeding.damaged == {3}
    assert [feeding.is_there(place) for place in range(4)] == [True, True, True, False]


def test_what_an_older_plan_says_nothing_of_is_as_it_was(feeding: Feeding) -> None:
    old = Order("", (1, 3), {"files": [{"name": "a"}, {"name": "b"}]})
    assert [each.name for each in Feeding(feeding.vault, feeding.stored, old).originals()] == ["a", "b"]
