from hypothesis import given
from hypothesis import strategies as st

from bot.documents.kinds import KINDS, kind_of
from tests import traps


@given(st.binary(max_size=2000))
def test_any_bytes_have_one_kind(head: bytes) -> None:
    assert kind_of(head) in KINDS


def test_a_pdf_s_header_may_come_late_but_not_later_than_its_first_kilobyte() -> None:
    assert kind_of(b"\n" * 1019 + b"%PDF-1.7") == "pdf"
    assert kind_of(b"\n" * 1020 + b"%PDF-1.7") == "unknown"


def test_a_container_is_heic_only_if_it_says_so() -> None:
    def container(*brands: bytes) -> bytes:
        return (8 + 8 + 4 * len(brands[1:])).to_bytes(4, "big") + b"ftyp" + brands[0] + bytes(4) + b"".join(brands[1:])

    assert kind_of(container(b"heic")) == "heic"
    assert kind_of(container(b"mif1", b"mif1", b"heic")) == "heic"
    assert kind_of(container(b"mif1", b"avif")) == "unknown"
    assert kind_of(container(b"avif", b"mif1", b"heic")) == "unknown"
    assert kind_of(container(b"isom", b"mp42")) == "unknown"
    assert kind_of(container(b"mif1") + b"heic") == "unknown"


def test_what_an_archive_begins_with_is_not_looked_into() -> None:
    assert b"%PDF-" in traps.an_archive_that_holds_a_pdf()[:1024]
    assert kind_of(traps.an_archive_that_holds_a_pdf()) == "unknown"
