"""A database, a key and a bucket at a start: it goes on, or is one line that names STORE_URL, and nothing changes."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.start.belonging import Mismatch
from bot.start.identity import mismatch, open_installation
from bot.start.place import place_of
from bot.vault import Vault
from bot.vault.mark import Mark, line, parsed
from tests.storage.installations import LATER, OURS, REPORT, add
from tests.stores import BUCKET, StoreServer


@pytest.fixture(params=["moto", "nanio"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> StoreServer:
    server: StoreServer = request.getfixturevalue(request.param)
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    return server


class House:
    """An installation whose files lie in a bucket."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.url = url or f"s3://{BUCKET}/{secrets.token_hex(4)}"
        folder.mkdir(exist_ok=True)
        self.settings = Settings(_env_file=None, data_dir=folder, store_url=self.url)  # type: ignore[call-arg]

    def moves_in(self, case_id: str) -> None:
        engine, key = open_installation(self.settings)
        add(engine, Vault(place_of(self.settings), key), case_id)
        engine.dispose()

    def opens(self) -> None:
        assert mismatch(self.settings) is None
        open_installation(self.settings)[0].dispose()

    def is_refused(self, store: StoreServer) -> str:
        """The line; nothing is changed by saying it."""
        folder = self.settings.data_dir
        before = store.lying(), sorted(folder.rglob("*"))
        said = mismatch(self.settings)
        with pytest.raises(Mismatch) as refused:
            open_installation(self.settings)
        assert str(refused.value) == said
        assert (store.lying(), sorted(folder.rglob("*"))) == before
        return str(said)


@pytest.fixture
def house(store: StoreServer, tmp_path: Path) -> House:
    house = House(tmp_path / "ours")
    house.moves_in(OURS)
    return house


def test_the_same_mark_lies_in_the_bucket_and_every_start_finds_it(house: House) -> None:
    mark = place_of(house.settings).mark()
    assert parsed(mark, "identity")
    house.opens()
    house.moves_in(LATER)
    assert place_of(house.settings).mark() == mark
    assert not (house.settings.data_dir / "vault").exists()


def test_an_empty_folder_of_the_bucket_is_not_our_vault(house: House, store: StoreServer) -> None:
    other = House(house.settings.data_dir, f"s3://{BUCKET}/{secrets.token_hex(4)}")
    assert other.is_refused(store).startswith("STORE_URL: the vault is not that of this database (empty)")
    place_of(other.settings).put_mark(b"")  # the operator says that the files are lost for good
    other.opens()


def test_another_installations_bucket_is_not_ours(house: House, store: StoreServer, tmp_path: Path) -> None:
    theirs = House(tmp_path / "theirs")
    theirs.moves_in(LATER)
    said = House(house.settings.data_dir, theirs.url).is_refused(store)
    assert said.startswith("STORE_URL: the vault belongs to another master.key")


def test_another_installation_with_the_same_key_is_not_ours(house: House, store: StoreServer) -> None:
    mark = parsed(place_of(house.settings).mark(), "identity")
    assert mark
    place_of(house.settings).put_mark(line(Mark("f" * 32, mark.key)))
    assert house.is_refused(store).startswith(
        "STORE_URL: the database, the vault and master.key.identity do not belong"
    )


def test_a_bucket_in_use_without_its_key_is_left_alone(house: House, store: StoreServer, tmp_path: Path) -> None:
    said = House(tmp_path / "new", house.url).is_refused(store)
    assert said.startswith("STORE_URL: the vault there is in use")


def test_a_damaged_mark_is_told(house: House, store: StoreServer) -> None:
    place_of(house.settings).put_mark(b"1 what is this")
    assert house.is_refused(store).startswith("STORE_URL: identity in the vault is damaged")


def test_a_bucket_copied_back_without_its_mark_is_known_by_its_files(house: House, store: StoreServer) -> None:
    place = place_of(house.settings)
    mark = place.mark()
    store.client().delete_object(Bucket=BUCKET, Key=f"{house.url.removeprefix(f's3://{BUCKET}/')}/identity")
    house.opens()
    assert place.mark() == mark


def test_a_data_folder_on_a_new_machine_finds_its_files_in_the_bucket(house: House, tmp_path: Path) -> None:
    shutil.copytree(house.settings.data_dir, tmp_path / "moved")
    moved = House(tmp_path / "moved", house.url)
    engine, key = open_installation(moved.settings)
    vault = Vault(place_of(moved.settings), key)
    with engine.connect() as connection:
        wrapped = bytes(connection.exec_driver_sql("SELECT key FROM cases").scalar_one())
    engine.dispose()
    assert b"".join(vault.read(OURS, wrapped, 1)) == REPORT
