import secrets
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.vault import Vault

CASE, OTHER_CASE = "0123456789abcdef" * 2, "fedcba9876543210" * 2
DOCUMENT, OTHER_DOCUMENT = 7, 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path) -> Vault:
    return Vault(folder, secrets.token_bytes(32))


@pytest.fixture
def key(vault: Vault) -> bytes:
    return vault.new_case_key(CASE)


@pytest.fixture
def keep(vault: Vault, key: bytes) -> Callable[..., Path]:
    """Keeps bytes as a document and tells where they lie."""

    def keeping(content: bytes, case_id: str = CASE, document: int = DOCUMENT, wrapped: bytes = key) -> Path:
        with vault.receive(case_id, wrapped, document) as deposit:
            deposit.write(content)
            deposit.seal()
            deposit.keep()
        return vault._folder / case_id / f"{document}.sealed"

    return keeping
