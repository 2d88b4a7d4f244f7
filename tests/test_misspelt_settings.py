"""A setting with a misspelt name is told: nothing would read it, and nobody would know."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.misspelt import likely, misspelt_in_environment, set_twice_in_file, unknown_in_file, wrong_in_file
from bot.settings import _KNOWN, WrongSetting, read_settings, unknown_settings

SLIPS = {
    "RETENTON_DAYS": "RETENTION_DAYS",
    "RETENTION_DAY": "RETENTION_DAYS",
    "TELEGRAM_TOKN": "TELEGRAM_TOKEN",
    "TELEGRAM_TOEKN": "TELEGRAM_TOKEN",
    "DATABASE_URI": "DATABASE_URL",
    "DATADIR": "DATA_DIR",
    "WEBHOOK_SECERT": "WEBHOOK_SECRET",
    "LISTENPORT": "LISTEN_PORT",
    "REQUIRE_CONFINMENT": "REQUIRE_CONFINEMENT",
    "MOST_FILE_PER_PERSON": "MOST_FILES_PER_PERSON",
    "retenton_days": "RETENTION_DAYS",
}
OF_A_MACHINE = [
    *("PATH", "HOME", "LANG", "USER", "TERM", "HOSTNAME", "LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"),
    *("NOTIFY_SOCKET", "CREDENTIALS_DIRECTORY", "STATE_DIRECTORY", "LOGS_DIRECTORY", "KUBERNETES_PORT"),
    *("COMPANION_PORT", "STORE_PORT", "STORE_PORT_9000_TCP", "DATABASE_HOST", "DATABASE_NAME", "PGDATA"),
    *("POSTGRES_URL", "XDG_DATA_DIRS", "LOG_DIR", "LOG_PATH", "TELEGRAM_CHAT_ID", "TELEGRAM_API_ID"),
    *("TELEGRAM_API_HASH", "TELEGRAM_BOT_TOKEN", "SECRET_KEY", "API_URL", "BASE_URL", "MASTER_HOST"),
    *("LISTEN_ADDR", "AWS_ENDPOINT_URL_SQS", "AWS_ENDPOINT_URL_STS", "AWS_PROFILE", "OCRD", "BROWSER"),
]


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("written", "meant"), SLIPS.items())
def test_a_slip_in_our_file_is_refused_and_elsewhere_told(written: str, meant: str, monkeypatch: pytest.MonkeyPatch):
    for name in (written, meant):
        monkeypatch.delenv(name, raising=False)
    Path(".env").write_text(f"{written}=30\n")
    with pytest.raises(WrongSetting, match=f"{written.upper()} in line 1 .*{meant}"):
        read_settings()
    Path(".env").unlink()
    monkeypatch.setenv(written, "30")
    read_settings()
    assert [line for line in unknown_settings() if written.upper() in line and meant in line]


def test_what_else_a_machine_has_in_its_environment_is_its_own_business() -> None:
    assert misspelt_in_environment(OF_A_MACHINE, _KNOWN) == []


def test_another_programs_variable_is_left_alone_where_ours_is_set_too() -> None:
    assert misspelt_in_environment(["LOGLEVEL", "PATH"], _KNOWN)
    assert misspelt_in_environment(["LOGLEVEL", "LOG_LEVEL"], _KNOWN) == []


def test_a_secret_in_a_file_has_a_name_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "telegram_tokn").write_text("123456:" + "a" * 30)
    monkeypatch.setattr("bot.settings.SECRETS", tmp_path)
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    (told,) = unknown_settings()
    assert "TELEGRAM_TOKN" in told
    assert "TELEGRAM_TOKEN" in told


@pytest.mark.parametrize("written", ["TELEGRAM_BOT_TOKEN", "RETENTION", "TOKEN", "WEBHOOK", "PORT"])
def test_in_our_own_file_a_word_more_or_less_is_told_too_and_hinders_nobody(written: str) -> None:
    assert wrong_in_file(f"{written}=x\n", _KNOWN) == ""
    (told,) = unknown_in_file(f"{written}=x\n", _KNOWN)
    assert written in told
    assert "did you mean" in told


@pytest.mark.parametrize("written", ["HOST", "AWS_ENDPOINT_URL_STS"])
def test_what_other_programs_read_of_the_same_file_hinders_nobody(written: str) -> None:
    assert wrong_in_file(f"{written}=x\n", _KNOWN) == ""
    assert unknown_in_file(f"{written}=x\n", _KNOWN)


def test_a_slip_in_the_name_of_a_stores_setting_is_refused() -> None:
    assert "did you mean" in wrong_in_file("AWS_ENDPONT_URL=x\n", _KNOWN)


@pytest.mark.parametrize("written", ["AWS_SECRET_KEY", "AWS_KEY_ID", "AWS_BUCKET_REGION"])
def test_a_stores_setting_with_a_word_too_few_or_too_many_is_told_by_its_name(written: str) -> None:
    assert wrong_in_file(f"{written}=x\n", _KNOWN) == ""
    (told,) = unknown_in_file(f"{written}=x\n", _KNOWN)
    assert "did you mean AWS_" in told


@pytest.mark.parametrize(
    "text", ["DATABASE_URL=${DATABASE}\n", "# a\nTELEGRAM_TOKEN='${TOKEN}'\n", "DATA_DIR=/a/${NO}\n"]
)
def test_a_value_out_of_a_variable_that_is_not_set_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be empty: SQLite instead of PostgreSQL, a rehearsal instead of a bot, half a password."""
    for name in ("DATABASE", "TOKEN", "NO"):
        monkeypatch.delenv(name, raising=False)
    name = text.splitlines()[-1].split("=")[0]
    told = wrong_in_file(text, _KNOWN)
    assert told.startswith(f"{name} in line {text.count(chr(10))} of .env ")
    assert "$" in told
    assert not [part for part in ("DATABASE}", "TOKEN}", "NO}") if part in told], "it may be part of a password"


def test_a_value_out_of_a_variable_that_is_set_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE", "postgresql://a@b/c")
    assert wrong_in_file("DATABASE_URL=${DATABASE}\n", _KNOWN) == ""
    assert wrong_in_file("PLACE=/srv\nDATA_DIR=${PLACE}/data\n", _KNOWN) == ""
    assert wrong_in_file("DATA_DIR=${NOWHERE:-data}\nRETENTION_DAYS=${NOWHERE:-}\n", _KNOWN) == ""
    assert wrong_in_file("COMPOSE_FILE=${NOWHERE}\n", _KNOWN) == "", "it is another program's"


def test_what_is_set_twice_is_told() -> None:
    (told,) = set_twice_in_file("RETENTION_DAYS=30\nOCR=false\nRETENTION_DAYS=90\n", _KNOWN)
    assert told.startswith("RETENTION_DAYS in line 3 of .env ")
    assert "line 1" in told
    assert set_twice_in_file("OCR=false\nOCR=false\nLISTEN_PORT=\nLISTEN_PORT=8080\n", _KNOWN) == []
    Path(".env").write_text("RETENTION_DAYS=30\nRETENTION_DAYS=90\n")
    assert [line for line in unknown_settings() if "RETENTION_DAYS" in line]


def test_what_is_near_to_nothing_is_said_and_hinders_nobody(caplog: pytest.LogCaptureFixture) -> None:
    text = "FAVOURITE_COLOUR=green\nDATABASE_PASSWORD=x\nCOMPOSE_PROJECT_NAME=y\nAWS_PROFILE=z\nAWS_REGION=here\n"
    Path(".env").write_text(text)
    with caplog.at_level(logging.WARNING):
        read_settings()
    first, second = unknown_settings()
    assert "FAVOURITE_COLOUR in line 1" in first
    assert "AWS_PROFILE in line 4" in second


@pytest.mark.parametrize("line", ["123456:AAAAbbbbCCCCdddd", "TELEGRAM_TOKEN: 123456:AAAAbbbb", 'A="never ends'])
def test_a_line_that_sets_nothing_is_told_by_its_number_and_not_quoted(line: str) -> None:
    told = wrong_in_file(f"# a comment\n\n{line}\nOCR=false\n", _KNOWN)
    assert told == "line 3 of .env should be NAME=value"


def test_a_secret_with_an_equals_sign_behind_it_is_not_quoted() -> None:
    (told,) = unknown_in_file("c2VjcmV0IG9mIHNvbWVib2R5==\n", _KNOWN)
    assert told.startswith("line 1 of .env")


def test_an_empty_line_below_takes_nothing_away_unseen() -> None:
    assert "line 2" in wrong_in_file("TELEGRAM_TOKEN=1:x\nTELEGRAM_TOKEN=\n", _KNOWN)
    assert wrong_in_file("TELEGRAM_TOKEN=\nTELEGRAM_TOKEN=1:x\n", _KNOWN) == ""


def test_the_example_is_well_and_so_is_every_setting() -> None:
    example = (Path(__file__).parents[1] / ".env.example").read_text()
    assert wrong_in_file(example, _KNOWN) == ""
    assert unknown_in_file(example, _KNOWN) == []
    assert all(likely(name, _KNOWN) == name for name in _KNOWN)
