import secrets
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.vault import Vault
from bot.vault.folder import Folder
from bot.vault.objects.objects import Objects
from bot.vault.shelf import Shelf
from tests.stores import Sealed, new_bucket

CASE, OTHER_CASE = "0123456789abcdef" * 2, "fedcba9876543210" * 2
DOCUMENT, OTHER_DOCUMENT = 7, 8
in_a_folder = pytest.mark.parametrize("place", ["folder"], indirect=True)
"""For what only a folder on a disk can show."""
in_a_store = pytest.mark.parametrize("place", ["moto", "nanio"], indirect=True)


@pytest.fixture(params=["folder", "moto", "nanio"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    """Where sealed files lie: in a folder, or in a place of its own on one of two S3 test servers."""
    if request.param == "folder":
        return Folder(tmp_path / "vault")
    return Objects(new_bucket(request.getfixturevalue(request.param)))


@pytest.fixture
def folder(place: Shelf) -> Path:
    assert isinstance(place, Folder)
    return place.folder


@pytest.fixture
def vault(place: Shelf) -> Vault:
    return Vault(place, secrets.token_bytes(32))


@pytest.fixture
def key(vault: Vault) -> bytes:
    return vault.new_case_key(CASE)


@pytest.fixture
def lying(place: Shelf) -> Callable[[], list[str]]:
    """The names of all that lies there, whatever it is."""

    def names() -> list[str]:
        if isinstance(place, Folder):
            return sorted(path.name for path in place.folder.rglob("*"))
        assert isinstance(place, Objects)
        return sorted(entry.name for entry in place._bucket.under())

    return names


@pytest.fixture
def keep(vault: Vault, key: bytes, place: Shelf) -> Callable[..., Sealed]:
    """Keeps bytes as a document, and gives what lies there of it."""

    def keeping(content: bytes, case_id: str = CASE, document: int = DOCUMENT, wrapped: bytes = key) -> Sealed:
        with vault.receive(case_id, wrapped, document) as deposit:
            deposit.write(content)
            deposit.seal()
            deposit.keep()
        assert isinstance(place, Folder | Objects)
        return Sealed(place.folder if isinstance(place, Folder) else place, case_id, document)

    return keeping
