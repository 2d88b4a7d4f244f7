"""What is said, sealed for the database: a case's words with its own key, as its files are, the rest with the house's.

Layout: whose key (1 byte) + nonce (12) + AES-256-GCM of the text (its length + 16). What kind of text it is, and whose,
is authenticated with it, so that a row put in another's place does not open. The keys are derived from those that are
stored wrapped by the master key; the derived ones of the cases at work stay in memory.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.vault.errors import Tampered
from bot.vault.wrapping import KEY_BYTES, unwrap, wrap

CASES, HOUSES = b"\x01", b"\x02"
"""Whose key it is sealed with: the first byte, which no text in clear begins with."""
NONCE_BYTES = 12
AT_WORK = 4096
"""Cases whose keys stay in memory."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A case and its key, wrapped by the master key."""

    case_id: str
    key: bytes = field(repr=False)


class Seals:
    """Seals and opens texts. `house_key` belongs to the installation, and is wrapped by the master key too."""

    def __init__(self, master_key: bytes, installation: str, house_key: bytes) -> None:
        self._master_key = master_key
        self._house = _cipher(unwrap(master_key, installation, house_key))
        self._of = lru_cache(AT_WORK)(self._cipher_of)

    @classmethod
    def of_cases(cls, master_key: bytes) -> Seals:
        """For who has only cases to open: what belongs to none stays closed."""
        return cls(master_key, nobody := "0" * 32, wrap(master_key, nobody))

    def seal(self, kind: bytes, text: str, owner: Owner | None = None) -> bytes:
        """A text of a case, or of the house; raises Tampered if the key is not this case's."""
        whose, cipher, bound = self._whose(owner)
        nonce = secrets.token_bytes(NONCE_BYTES)
        return whose + nonce + cipher.encrypt(nonce, text.encode("utf-8", "surrogatepass"), kind + bound)

    def open(self, kind: bytes, sealed: bytes, owner: Owner | None = None) -> str:
        """The text; raises Tampered if it is another's, of another kind, or was changed."""
        whose, cipher, bound = self._whose(owner if sealed[:1] == CASES else None)
        if sealed[:1] != whose or len(sealed) <= 1 + NONCE_BYTES:
            raise Tampered("this is no sealed text of a known version")
        nonce, ciphertext = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, ciphertext, kind + bound).decode("utf-8", "surrogatepass")
        except InvalidTag:
            raise Tampered("a text is not what was sealed for this case") from None

    def _whose(self, owner: Owner | None) -> tuple[bytes, AESGCM, bytes]:
        if owner is None:
            return HOUSES, self._house, b""
        return CASES, self._of(owner), owner.case_id.encode()

    def _cipher_of(self, owner: Owner) -> AESGCM:
        return _cipher(unwrap(self._master_key, owner.case_id, owner.key))


def is_sealed(stored: bytes | str) -> bool:
    """Whether something stored is sealed, and not in clear as older versions left it."""
    return isinstance(stored, bytes) and stored[:1] in (CASES, HOUSES)


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, None, b"second opinion vault: what is said").derive(key))
