"""A patient's files at rest: every byte encrypted with a key of its own case, bound to its case and its document.

How a file is kept: bytes arrive -> `Deposit.write` encrypts them into a part file -> `seal` puts the part on stable
storage -> `read` gives it back for inspection -> `keep` renames it to its final name. Until `keep` returns, the vault
does not hold the document; after it, no crash can lose it. Plaintext is never written to disk.

Three layers of keys: the master key (a file, `master_key.py`) wraps a case's key (stored in the case's row,
`wrapping.py`), and from that key and a random salt each file derives a key of its own (`stream.py`).
"""

from bot.vault.deposit import Deposit, Sealed
from bot.vault.errors import Missing, Tampered
from bot.vault.mark import DamagedMark, Mark
from bot.vault.master_key import DamagedMasterKey, master_key
from bot.vault.vault import Vault

__all__ = [
    "DamagedMark",
    "DamagedMasterKey",
    "Deposit",
    "Mark",
    "Missing",
    "Sealed",
    "Tampered",
    "Vault",
    "master_key",
]
