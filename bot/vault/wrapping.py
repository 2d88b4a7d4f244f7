"""A case's key, wrapped by the master key so that the database alone opens no file.

Layout: version (1 byte) + nonce (12) + AES-256-GCM of the key (32 + 16). The case id is authenticated with it.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.vault.errors import Tampered

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_WRAPPED_BYTES = 1 + _NONCE_BYTES + KEY_BYTES + 16


def wrap(master: bytes, case_id: str) -> bytes:
    """A new random case key, wrapped: 61 bytes to store with the case."""
    return _wrapped(master, case_id, secrets.token_bytes(KEY_BYTES))


def rewrap(old: bytes, new: bytes, case_id: str, wrapped: bytes) -> bytes:
    """The same case key, wrapped by another master key; raises Tampered as `unwrap` does."""
    return _wrapped(new, case_id, unwrap(old, case_id, wrapped))


def unwrap(master: bytes, case_id: str, wrapped: bytes) -> bytes:
    """The case key; raises Tampered if it was wrapped for another case, by another master key, or changed since."""
    if len(wrapped) != _WRAPPED_BYTES or wrapped[:1] != _VERSION:
        raise Tampered("this is no wrapped case key of a known version")
    nonce, ciphertext = wrapped[1 : 1 + _NONCE_BYTES], wrapped[1 + _NONCE_BYTES :]
    try:
        return AESGCM(master).decrypt(nonce, ciphertext, _bound_data(case_id))
    except InvalidTag:
        raise Tampered("the case key does not belong to this case and this master key") from None


def _wrapped(master: bytes, case_id: str, key: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(master).encrypt(nonce, key, _bound_data(case_id))


def _bound_data(case_id: str) -> bytes:
    return b"case key" + _VERSION + bytes.fromhex(case_id)
