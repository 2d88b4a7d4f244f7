from hypothesis import given
from hypothesis import strategies as st

from bot.kinds.kinds import KINDS, is_kind, kind_of, kinds_of
from tests.makers import made, traps


@given(st.binary(max_size=2000))
def test_any_bytes_have_a_kind(head: bytes) -> None:
    assert kind_of(head) in KINDS
    assert all(is_kind(kind, head) for kind in (kind_of(head), *kinds_of(head)))


def test_a_pdf_s_header_may_come_late_but_not_later_than_its_first_kilobyte() -> None:
    assert kind_of(b"\n" * 1019 + b"%PDF-1.7") == "pdf"
    assert kind_of(b"\n" * 1020 + b"%PDF-1.7") == "unknown"


def test_a_container_is_what_its_brands_say() -> None:
    def container(*brands: bytes) -> bytes:
        return (8 + 8 + 4 * len(brands[1:])).to_bytes(4, "big") + b"ftyp" + brands[0] + bytes(4) + b"".join(brands[1:])

    assert kind_of(container(b"heic")) == "heic"
    assert kind_of(container(b"mif1", b"mif1", b"heic")) == "heic"
    assert kind_of(container(b"mif1", b"avif")) == "avif"
    assert kind_of(container(b"avif", b"mif1", b"heic")) == "avif"
    assert kind_of(container(b"isom", b"mp42")) == "unknown"
    assert kind_of(container(b"mif1") + b"heic") == "unknown"


def test_what_an_archive_begins_with_is_not_looked_into() -> None:
    assert b"%PDF-" in traps.an_archive_that_holds_a_pdf()[:1024]
    assert "pdf" not in kinds_of(traps.an_archive_that_holds_a_pdf())


def test_where_the_first_bytes_are_sure_no_parser_may_say_otherwise() -> None:
    assert not is_kind("unknown", made.a_pdf())
    assert not is_kind("text", made.a_pdf())
    assert not is_kind("text", made.a_word_file())
    assert is_kind("unknown", made.a_word_file())
