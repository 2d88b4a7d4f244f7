"""Copies in clear that a Bot API server of the operator's own keeps: `doctor` tells where it may not remove any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.doctor.machine import of_the_local_server
from bot.settings import Settings

TOKEN = "123456:" + "a" * 30


def told(place: str) -> list[str]:
    settings = Settings(_env_file=None, telegram_token=TOKEN)  # type: ignore[call-arg]
    return [each.what for each in of_the_local_server(settings.model_copy(update={"telegram_api_local": place}))]


def test_where_the_bot_may_remove_them_nothing_is_said(tmp_path: Path) -> None:
    assert told("") == []
    assert told(str(tmp_path)) == []


def test_where_it_may_not_the_operator_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tmp_path / TOKEN / "documents"
    documents.mkdir(parents=True)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != documents)
    assert told(str(tmp_path)) == ["local_copies"]
    assert told("http://files.example.org") == ["local_copies"]
