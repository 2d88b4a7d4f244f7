"""One file as authenticated chunks, in the STREAM construction.

Layout: version (1 byte) + salt (32) + nonce prefix (7), then chunks of 64 KiB, each followed by its tag (16); the last
chunk may be shorter, and is the only one in an empty file. The file's key is HKDF-SHA256 of the case key with the salt;
a chunk's nonce is prefix + counter (4 bytes, big endian) + 1 for the last chunk, else 0. The counter shows reordering,
the last-chunk flag shows truncation, the bound data shows a file that was swapped for another.

Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance"
(CRYPTO 2015); the same shape as AES-GCM-HKDF streaming in Tink.
"""

import hashlib
import io
import secrets
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.vault.errors import Tampered
from bot.vault.wrapping import KEY_BYTES

VERSION = 1
CHUNK_BYTES = 64 << 10
TAG_BYTES = 16
SALT_BYTES = 32
PREFIX_BYTES = 7
HEADER_BYTES = 1 + SALT_BYTES + PREFIX_BYTES
_SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES
_MOST_CHUNKS = 2**32


class Bound(Protocol):
    """What a sealed file belongs to: a document of a case, or a backup of an installation."""

    def bound_data(self, version: int) -> bytes:
        """What every chunk is bound to, so that no chunk can be taken for one of another file."""


class Sealing:
    """Encrypts one file, chunk after chunk; `header` comes first, `last` ends it."""

    def __init__(self, case_key: bytes, address: Bound) -> None:
        salt, self._prefix = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(PREFIX_BYTES)
        self.header = bytes([VERSION]) + salt + self._prefix
        self._cipher = _cipher(case_key, salt)
        self._bound_data = address.bound_data(VERSION)
        self._counter = 0

    def chunk(self, plaintext: bytes) -> bytes:
        """One full chunk that is not the last."""
        return self._encrypt(plaintext, last=False)

    def last(self, plaintext: bytes) -> bytes:
        """The last chunk: full, shorter or empty."""
        return self._encrypt(plaintext, last=True)

    def _encrypt(self, plaintext: bytes, *, last: bool) -> bytes:
        nonce = _nonce(self._prefix, self._counter, last=last)
        self._counter += 1
        return self._cipher.encrypt(nonce, plaintext, self._bound_data)


def opened(file: BinaryIO, case_key: bytes, address: Bound) -> Iterator[bytes]:
    """The plaintext, a chunk only after it was authenticated; raises Tampered where the file is not what was sealed."""
    cipher, prefix = _begun(file, case_key)
    bound_data = address.bound_data(VERSION)
    counter, ahead = 0, file.read(CHUNK_BYTES + TAG_BYTES)
    while True:
        # Only the end of the file tells which chunk is the last, and the flag in its nonce must agree.
        ciphertext, ahead = ahead, file.read(CHUNK_BYTES + TAG_BYTES)
        try:
            plaintext = cipher.decrypt(_nonce(prefix, counter, last=not ahead), ciphertext, bound_data)
        except InvalidTag:
            raise Tampered("a chunk is not what was sealed for this document") from None
        if plaintext:
            yield plaintext
        if not ahead:
            return
        counter += 1


class Chunks:
    """A sealed file's plaintext from anywhere in it, each chunk authenticated before a byte of it is given.

    `file` can be sought in; what was sealed begins at its place `begin`.
    That its last chunk opens as the last shows that nothing was cut off.
    """

    def __init__(self, file: BinaryIO, case_key: bytes, address: Bound, begin: int = 0) -> None:
        self._cipher, self._prefix = _begun(file, case_key)
        self._begin = begin + HEADER_BYTES
        self._file, self._bound_data = file, address.bound_data(VERSION)
        sealed = file.seek(0, io.SEEK_END) - self._begin
        self._last = max(0, -(-sealed // _SEALED_CHUNK) - 1)
        self.size = sealed - TAG_BYTES * (self._last + 1)
        """Bytes of the plaintext."""
        self._newest = (-1, b"")
        self._chunk(self._last)

    def read(self, at: int, length: int) -> bytes:
        """So many bytes from a place on, fewer at the end; raises Tampered, FileNotFoundError or OSError."""
        end = min(at + length, self.size)
        if at >= end:
            return b""
        chunks = [self._chunk(number) for number in range(at // CHUNK_BYTES, (end - 1) // CHUNK_BYTES + 1)]
        begin = at % CHUNK_BYTES
        return b"".join(chunks)[begin : begin + end - at]

    def _chunk(self, number: int) -> bytes:
        if self._newest[0] != number:
            self._file.seek(self._begin + number * _SEALED_CHUNK)
            nonce = _nonce(self._prefix, number, last=number == self._last)
            try:
                plaintext = self._cipher.decrypt(nonce, self._file.read(_SEALED_CHUNK), self._bound_data)
            except InvalidTag:
                raise Tampered("a chunk is not what was sealed for this document") from None
            self._newest = (number, plaintext)
        return self._newest[1]


def sha256_of(file: BinaryIO, case_key: bytes, address: Bound) -> str:
    """The SHA-256 of a sealed file's plaintext, in hexadecimal; raises Tampered, or OSError."""
    seen = hashlib.sha256()
    for chunk in opened(file, case_key, address):
        seen.update(chunk)
    return seen.hexdigest()


def _begun(file: BinaryIO, case_key: bytes) -> tuple[AESGCM, bytes]:
    """The cipher of a sealed file, and the prefix of its nonces, after its header was read."""
    header = file.read(HEADER_BYTES)
    if len(header) != HEADER_BYTES or header[0] != VERSION:
        raise Tampered("this is no sealed file of a known version")
    return _cipher(case_key, header[1 : 1 + SALT_BYTES]), header[1 + SALT_BYTES :]


def _cipher(case_key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, salt, b"second opinion vault: one file").derive(case_key))


def _nonce(prefix: bytes, counter: int, *, last: bool) -> bytes:
    if counter >= _MOST_CHUNKS:
        raise ValueError("a file has at most 2^32 chunks")
    return prefix + counter.to_bytes(4, "big") + bytes([last])
