"""A text at rest: it opens for its own case and as what it is, and for nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vault import Tampered
from bot.vault.seals import Owner, Seals, is_sealed
from bot.vault.wrapping import wrap
from tests.sealing import INSTALLATION, MASTER_KEY, SEALS, key_of

ANA, BEN = (Owner(name * 32, key_of(name * 32)) for name in "ab")


@given(st.text(st.characters()), st.sampled_from([ANA, BEN, None]))
def test_whatever_is_said_comes_back_and_is_not_seen_meanwhile(text: str, owner: Owner | None):
    sealed = SEALS.seal(b"state", text, owner)
    assert SEALS.open(b"state", sealed, owner) == text
    assert is_sealed(sealed)
    if len(text) > 3:
        assert text.encode("utf-8", "surrogatepass") not in sealed


def test_the_same_words_never_look_the_same():
    assert SEALS.seal(b"state", "yes", ANA) != SEALS.seal(b"state", "yes", ANA)


@pytest.mark.parametrize(
    ("kind", "owner"), [(b"message", ANA), (b"state", BEN), (b"state", None), (b"state", Owner("a" * 32, BEN.key))]
)
def test_in_anothers_place_it_does_not_open(kind: bytes, owner: Owner | None):
    sealed = SEALS.seal(b"state", "what Ana said", ANA)
    with pytest.raises(Tampered):
        SEALS.open(kind, sealed, owner)


@given(st.integers(0, 60), st.integers(1, 255))
def test_one_changed_byte_anywhere_is_noticed(at: int, change: int):
    sealed = bytearray(SEALS.seal(b"state", "what Ana said about this", ANA))
    sealed[at % len(sealed)] ^= change
    with pytest.raises(Tampered):
        SEALS.open(b"state", bytes(sealed), ANA)


@pytest.mark.parametrize("length", [0, 1, 12, 13, 20, 28])
def test_one_that_was_cut_is_noticed(length: int):
    with pytest.raises(Tampered):
        SEALS.open(b"state", SEALS.seal(b"state", "what Ana said", ANA)[:length], ANA)


def test_another_master_key_opens_nothing():
    other = bytes([1]) * 32
    strange = Seals(other, INSTALLATION, wrap(other, INSTALLATION))
    with pytest.raises(Tampered):
        strange.open(b"state", SEALS.seal(b"state", "what Ana said", ANA), ANA)
    with pytest.raises(Tampered):
        Seals(other, INSTALLATION, wrap(MASTER_KEY, INSTALLATION))


@pytest.mark.parametrize("stored", [b"{}", b'{"step":"report"}', "{}", "", b""])
def test_what_an_older_version_left_in_clear_is_known_for_that(stored: bytes | str):
    assert not is_sealed(stored)
