"""A wrong setting is one line that an operator can act on."""

from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from bot import settings
from bot.settings import WrongSetting, read_settings


@pytest.fixture(autouse=True)
def _no_file_of_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_print_is_not_read_unless_it_is_asked_for() -> None:
    assert not read_settings().ocr


@pytest.mark.parametrize("missing", ["rapidocr", "onnxruntime"])
def test_who_asks_for_it_without_what_it_needs_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setenv("OCR", "true")
    monkeypatch.setattr(settings, "find_spec", lambda name: None if name == missing else ModuleSpec(name, None))
    with pytest.raises(WrongSetting, match=r"^OCR .*`make ocr`") as wrong:
        read_settings()
    assert "\n" not in str(wrong.value)


def test_where_all_is_there_it_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCR", "true")
    monkeypatch.setattr(settings, "find_spec", lambda name: ModuleSpec(name, None))
    assert read_settings().ocr


def test_what_is_neither_true_nor_false_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCR", "perhaps")
    with pytest.raises(WrongSetting, match="OCR should be true or false"):
        read_settings()


def test_a_secret_may_lie_in_a_file_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    token, other = "123456:" + "a" * 30, "123456:" + "b" * 30
    (tmp_path / "telegram_token").write_text(token + "\n")
    (tmp_path / "kubernetes.io").mkdir()
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    monkeypatch.setattr(settings, "SECRETS", tmp_path)
    assert read_settings().telegram_token == token
    monkeypatch.setattr(settings, "SECRETS", tmp_path / "none")
    assert read_settings().telegram_token == ""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read_settings().telegram_token == token
    monkeypatch.setenv("TELEGRAM_TOKEN", other)
    assert read_settings().telegram_token == other


def test_a_wrong_secret_in_a_file_is_one_line_that_does_not_quote_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "telegram_token").write_text("geheim")
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    monkeypatch.setattr(settings, "SECRETS", tmp_path)
    with pytest.raises(WrongSetting, match="TELEGRAM_TOKEN should be the token") as wrong:
        read_settings()
    assert "geheim" not in str(wrong.value)


@pytest.mark.parametrize(
    ("local", "url", "line"),
    [
        ("true", "http://127.0.0.1:8081", r"^TELEGRAM_API_LOCAL should be the folder .*--local.*"),
        ("var/files", "http://127.0.0.1:8081", r"^TELEGRAM_API_LOCAL should be the folder"),
        ("/var/lib/telegram-bot-api", "https://api.telegram.org", r"^TELEGRAM_API_LOCAL needs TELEGRAM_API_URL"),
    ],
)
def test_a_server_of_ones_own_that_is_half_set_up_is_one_line(
    monkeypatch: pytest.MonkeyPatch, local: str, url: str, line: str
) -> None:
    monkeypatch.setenv("TELEGRAM_API_LOCAL", local)
    monkeypatch.setenv("TELEGRAM_API_URL", url)
    with pytest.raises(WrongSetting, match=line) as wrong:
        read_settings()
    assert "\n" not in str(wrong.value)


def test_with_a_server_of_ones_own_the_limits_are_that_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (read_settings().largest_file, read_settings().largest_upload) == (20 << 20, 50_000_000)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081")
    for place in ("/var/lib/telegram-bot-api", "http://files.example.org/bot"):
        monkeypatch.setenv("TELEGRAM_API_LOCAL", place)
        assert (read_settings().largest_file, read_settings().largest_upload) == (2_000_000_000, 2000 << 20)


@pytest.mark.parametrize("days", ["3", "13", "-1", "a while"])
def test_too_few_days_to_warn_anybody_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch, days: str) -> None:
    monkeypatch.setenv("RETENTION_DAYS", days)
    with pytest.raises(WrongSetting, match=r"^RETENTION_DAYS should be .* from 14 .* 0 ") as wrong:
        read_settings()
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize("days", [0, 14, 90, 3650])
def test_records_are_kept_for_as_long_as_the_operator_says(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    assert read_settings().retention_days == 90
    monkeypatch.setenv("RETENTION_DAYS", str(days))
    assert read_settings().retention_days == days


@pytest.mark.parametrize("name", ["DATA_DIR", "MASTER_KEY_FILE"])
@pytest.mark.parametrize(
    "path",
    [
        *(" ", "~/companion", "$HOME/companion", '"/var/lib/companion"', "/var/lib/$USER", "/srv/${NAME}/data"),
        *("%h/companion", "file:///var/lib/companion", "s3://bucket/folder", "/var/lib/comp\0anion"),
    ],
)
def test_a_path_that_only_a_shell_would_understand_makes_no_folder_of_that_name(
    monkeypatch: pytest.MonkeyPatch, name: str, path: str
) -> None:
    if "\0" in path:  # the environment cannot hold that
        Path(".env").write_text(f"{name}={path}\n")
    else:
        monkeypatch.setenv(name, path)
    with pytest.raises(WrongSetting, match=f"^{name} should be a f.*written out") as wrong:
        read_settings()
    assert "\n" not in str(wrong.value)
    monkeypatch.setenv(name, " /var/lib/companion ")
    assert getattr(read_settings(), name.lower()) == Path("/var/lib/companion")


def test_a_folder_of_secrets_that_may_not_be_read_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def closed(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(settings, "SECRETS", tmp_path)
    monkeypatch.setattr(Path, "iterdir", closed)
    with pytest.raises(WrongSetting, match=r"folder the bot may read \(Permission denied\)$"):
        read_settings()


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETENTION_DAYS", "7")
    monkeypatch.setenv("LISTEN_PORT", "http")
    with pytest.raises(WrongSetting) as wrong:
        read_settings()
    first, last = str(wrong.value).splitlines()
    assert "LISTEN_PORT should be" in first
    assert "RETENTION_DAYS should be" in last


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "DATABASE_URL", "MASTER_KEY", "LOG_LEVEL", "STORE_URL"])
def test_quotes_that_came_along_are_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "'geheim'")
    with pytest.raises(WrongSetting, match=f"^{name} should be .*quotes") as wrong:
        read_settings()
    assert "geheim" not in str(wrong.value)


def test_blanks_around_a_value_are_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    token = "123456:" + "a" * 30
    monkeypatch.setenv("TELEGRAM_TOKEN", f" {token}\n")
    monkeypatch.setenv("LISTEN_HOST", " ::1 ")
    assert (read_settings().telegram_token, read_settings().listen_host) == (token, "::1")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("https://bot.example.org:9999", "443, 80, 88 or 8443"),
        ("https://bot.example.org/?a=b", "to which /telegram is added"),
        ("https://bot.example.org/#a", "to which /telegram is added"),
        ("https://bot.example.org/telegram", "end before /telegram"),
        ("https://bot.example.org/companion/telegram/", "end before /telegram"),
    ],
)
def test_an_address_to_which_telegram_could_not_come_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str, says: str
) -> None:
    for name, value in (("WEBHOOK_URL", address), ("WEBHOOK_SECRET", "s" * 16), ("LISTEN_PORT", "8080")):
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting, match=f"^WEBHOOK_URL should .*{says}"):
        read_settings()
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org:8443/bots/companion")
    assert read_settings().webhook_address == "https://bot.example.org:8443/bots/companion/telegram"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("https://api.telegram.org/bot", "end before /bot"),
        ("https://api.telegram.org/bot123456:AAAAbbbbCCCCddddEEEE/", "end before /bot"),
        ("http://127.0.0.1:8081/companion/bot123456:AAAAbbbbCCCCddddEEEE", "end before /bot"),
        ("https://api.telegram.org?a=b", "an address such as"),
        ("https://api.telegram.org/#a", "an address such as"),
    ],
)
def test_an_address_behind_which_no_method_can_be_written_is_refused_and_not_quoted(
    monkeypatch: pytest.MonkeyPatch, address: str, says: str
) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", address)
    with pytest.raises(WrongSetting, match=f"^TELEGRAM_API_URL should .*{says}") as wrong:
        read_settings()
    assert "AAAA" not in str(wrong.value)


def test_a_server_of_ones_own_may_lie_below_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "https://bots.example.org/botserver/")
    assert read_settings().api_url == "https://bots.example.org/botserver"


@pytest.mark.parametrize("name", ["MESSAGES_PER_SECOND", "MOST_MB_PER_PERSON"])
def test_a_number_that_nothing_can_count_is_one_line(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "9" * 23)
    with pytest.raises(WrongSetting, match=rf"^{name} should be a whole number .* to \d+"):
        read_settings()


def test_a_token_has_only_signs_that_telegram_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456:" + "é" * 30)
    with pytest.raises(WrongSetting, match=r"^TELEGRAM_TOKEN should be"):
        read_settings()


def test_before_telegram_itself_no_clock_runs_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records would be erased before their time, and appointments missed."""
    monkeypatch.setenv("CLOCK_AHEAD_SECONDS", "86400")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456:" + "a" * 30)
    with pytest.raises(WrongSetting, match=r"^CLOCK_AHEAD_SECONDS should be .*0"):
        read_settings()
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081")
    assert read_settings().clock_ahead.days == 1
