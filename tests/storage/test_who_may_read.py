"""The doctor says which secrets others on the machine may read, wherever the key lies."""

from __future__ import annotations

from pathlib import Path

from bot.doctor.machine import of_the_disk
from bot.settings import Settings


def open_to_others(settings: Settings) -> list[str]:
    return [each.line for each in of_the_disk(settings, settings.data_dir) if each.what == "open_to_others"]


def test_a_key_from_elsewhere_that_others_may_read_is_found(tmp_path: Path) -> None:
    key = tmp_path / "brought.key"
    key.write_bytes(b"0" * 32)
    key.chmod(0o644)
    settings = Settings(_env_file=None, data_dir=tmp_path / "data", master_key_file=key)  # type: ignore[call-arg]
    assert any("brought.key" in line for line in open_to_others(settings))
    key.chmod(0o600)
    assert not any("brought.key" in line for line in open_to_others(settings))
