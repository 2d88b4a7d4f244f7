"""Makers of what was signed by a certificate (CMS, RFC 5652, 5), as far as anybody reads it: no signature is real."""

from __future__ import annotations

import base64

_SIGNED, _DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")


def signed(content: bytes, pieces: int = 0) -> bytes:
    """A file with a signature put under it (`report.pdf.p7m`); in pieces of so many bytes where it streams."""
    if not pieces:
        octets = _value(0x04, content)
        about = _value(0x30, _DATA + _value(0xA0, octets))
    else:
        parts = (content[start : start + pieces] for start in range(0, len(content), pieces))
        octets = b"\x24\x80" + b"".join(_value(0x04, part) for part in parts) + bytes(2)
        about = b"\x30\x80" + _DATA + b"\xa0\x80" + octets + bytes(4)
    inner = _value(0x02, b"\x01") + _value(0x31, b"") + about + _value(0x31, b"")
    if not pieces:
        return _value(0x30, _SIGNED + _value(0xA0, _value(0x30, inner)))
    return b"\x30\x80" + _SIGNED + b"\xa0\x80\x30\x80" + inner + bytes(6)


def a_signed_email(inner: bytes) -> bytes:
    """An e-mail that is all within its signature (`smime.p7m`); `inner` is the part that was signed."""
    head = b"From: a@nowhere.example\nTo: b@nowhere.example\nSubject: Your report\nMessage-ID: <9@nowhere.example>\n"
    head += b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
    return head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(signed(inner))


def _value(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + content
