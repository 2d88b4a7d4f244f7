"""What an operator can set: from the environment or a file `.env`; `.env.example` says what each one means."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import AnyHttpUrl, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.meaning import MEANING, line_of
from bot.misspelt import misspelt_in_environment, set_twice_in_file, unknown_in_file, wrong_in_file
from bot.store_variables import READ
from dialogs.receiving.sent import LOCAL_LIMIT, TELEGRAM_LIMIT

ENV_FILE = ".env"
SECRETS = Path("/run/secrets")
"""Where containers get secrets: a file each, named as the setting in small letters. Environment and `.env` win."""
LEAST_RETENTION_DAYS = 14
"""Everybody is warned a week before, and not in the week in which they wrote."""
UPLOAD, LOCAL_UPLOAD = 50_000_000, 2000 << 20
"""Bytes of a file that a bot may send: to Telegram's own Bot API server, and to one that runs with `--local`."""
WEBHOOK_PATH = "/telegram"
"""Where below WEBHOOK_URL updates come in."""
WEBHOOK_PORTS = (443, 80, 88, 8443)
"""https://core.telegram.org/bots/api#setwebhook"""
_WRITTEN_FOR_OTHERS = re.compile(r"^[~$%\"']|\$[\w{(]|://|\0")
"""In a path: what a shell, systemd or another program would put something else for."""


class WrongSetting(Exception):
    """A line for each: which setting is wrong, and what it should be."""


class Settings(BaseSettings):
    """Every setting, with the default a newcomer gets."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    telegram_token: str = Field(default="", pattern=r"^([0-9]+:[A-Za-z0-9_-]{20,})?$", repr=False)
    telegram_api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    telegram_api_local: str = Field(default="", pattern=r"^((/|https?://[^\s/@])\S*)?$")
    data_dir: Path = Path("data")
    database_url: str = Field(default="", pattern=r"^(postgresql://\S+)?$", repr=False)
    master_key: str = Field(default="", pattern=r"^([0-9A-Fa-f]{64})?$", repr=False)
    master_key_file: Path | None = None
    store_url: str = Field(
        default="", pattern=r"^(s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?)?$"
    )
    webhook_url: AnyHttpUrl | None = None
    webhook_secret: str = Field(default="", pattern=r"^([A-Za-z0-9_-]{16,256})?$", repr=False)
    listen_host: str = "127.0.0.1"
    listen_port: int = Field(default=0, ge=0, le=65535)
    messages_per_second: int = Field(default=30, ge=1, le=10**6)
    most_files_per_person: int = Field(default=300, ge=1, le=1000)
    most_mb_per_person: int = Field(default=2048, ge=20, le=10**9)
    ocr: bool = False
    retention_days: int = Field(default=90, ge=0, le=36500)
    require_confinement: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    rehearsal_port: int = Field(default=8765, ge=0, le=65535)
    open_browser: bool = True
    rehearsal_local: bool = False
    clock_ahead_seconds: int = Field(default=0, ge=0, le=10**9)

    @property
    def serves(self) -> bool:
        """Whether these are the settings of a bot for patients: no rehearsal has them."""
        return bool(self.webhook_url or (self.store_url and self.database_url))

    @model_validator(mode="after")
    def _one_key(self) -> Settings:
        if self.master_key and self.master_key_file:
            raise ValueError("MASTER_KEY and MASTER_KEY_FILE both say what the master key is: let one of them be empty")
        return self

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if self.webhook_url and not (self.webhook_secret and self.listen_port):
            raise ValueError("WEBHOOK_URL also needs WEBHOOK_SECRET (16 to 256 of A-Z a-z 0-9 _ -) and LISTEN_PORT")
        return self

    @model_validator(mode="after")
    def _webhook_is_safe(self) -> Settings:
        telegrams_own = self.telegram_api_url.host == "api.telegram.org"
        if self.webhook_url and self.webhook_url.scheme != "https" and telegrams_own:
            raise ValueError(f"WEBHOOK_URL should be {MEANING['webhook_url']}")
        if self.webhook_url and telegrams_own and self.webhook_url.port not in WEBHOOK_PORTS:
            raise ValueError("WEBHOOK_URL should have the port 443, 80, 88 or 8443: Telegram comes to no other")
        if self.webhook_url and (self.webhook_url.path or "").rstrip("/").endswith(WEBHOOK_PATH):
            raise ValueError(f"WEBHOOK_URL should end before {WEBHOOK_PATH}, which the bot adds by itself")
        return self

    @model_validator(mode="after")
    def _methods_can_be_added(self) -> Settings:
        if re.search(r"/bot([0-9]+:[^/]*)?/?$", self.telegram_api_url.path or ""):
            raise ValueError("TELEGRAM_API_URL should end before /bot, which the bot adds with its token")
        return self

    @model_validator(mode="after")
    def _the_clock_is_right(self) -> Settings:
        if self.clock_ahead_seconds and self.telegram_token and self.telegram_api_url.host == "api.telegram.org":
            raise ValueError("CLOCK_AHEAD_SECONDS should be 0: with it, records would be erased before their time")
        return self

    @model_validator(mode="after")
    def _local_is_not_telegrams_own(self) -> Settings:
        if self.telegram_api_local and self.telegram_api_url.host == "api.telegram.org":
            raise ValueError("TELEGRAM_API_LOCAL needs TELEGRAM_API_URL to be a server of your own, run with --local")
        return self

    @model_validator(mode="after")
    def _database_can_be_found(self) -> Settings:
        if self.database_url and not _is_an_address(self.database_url):
            signs = "in a password, write @ as %40, : as %3A, / as %2F, # as %23, ? as %3F"
            raise ValueError(f"DATABASE_URL should be {MEANING['database_url']}; {signs}")
        return self

    @model_validator(mode="after")
    def _ocr_is_installed(self) -> Settings:
        if self.ocr and not (find_spec("rapidocr") and find_spec("onnxruntime")):
            raise ValueError("OCR needs rapidocr, which is not installed: run `make ocr` or set it to false")
        return self

    @field_validator("data_dir", "master_key_file", mode="before")
    @classmethod
    def _a_path_is_written_out(cls, path: object) -> object:
        """What only a shell would understand would make a folder of that very name."""
        if not isinstance(path, str):
            return path
        if not path.strip() or _WRITTEN_FOR_OTHERS.search(path.strip()):
            raise ValueError
        return path.strip()

    @field_validator("webhook_url", "telegram_api_url")
    @classmethod
    def _a_path_can_be_added(cls, url: AnyHttpUrl | None) -> AnyHttpUrl | None:
        if url and (url.query or url.fragment):
            raise ValueError
        return url

    @field_validator("retention_days")
    @classmethod
    def _there_is_time_to_be_warned(cls, days: int) -> int:
        if 0 < days < LEAST_RETENTION_DAYS:
            raise ValueError
        return days

    @property
    def api_url(self) -> str:
        return str(self.telegram_api_url).rstrip("/")

    @property
    def largest_file(self) -> int:
        """Bytes of the largest file that can be fetched."""
        return LOCAL_LIMIT if self.telegram_api_local else TELEGRAM_LIMIT

    @property
    def largest_upload(self) -> int:
        """Bytes of the largest file that can be sent."""
        return LOCAL_UPLOAD if self.telegram_api_local else UPLOAD

    @property
    def webhook_address(self) -> str:
        """Where Telegram brings its updates; empty for long polling."""
        return str(self.webhook_url).rstrip("/") + WEBHOOK_PATH if self.webhook_url else ""

    @property
    def clock_ahead(self) -> timedelta:
        return timedelta(seconds=self.clock_ahead_seconds)


def _is_an_address(url: str) -> bool:
    """Whether an address can only be read in one way: a sign in a password may look like the end of a host."""
    try:
        parts = urlsplit(url)
        named = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return named and parts.netloc.count("@") <= 1 and "@" not in parts.path and not parts.fragment


def _folders_of_secrets() -> list[Path]:
    """Also the one in which systemd's LoadCredential= puts them. Raises `OSError` if the bot may not look into one."""
    given = os.environ.get("CREDENTIALS_DIRECTORY", "")
    folders = [folder for folder in (SECRETS, *([Path(given)] if given else [])) if folder.is_dir()]
    for folder in folders:
        next(folder.iterdir(), None)
    return folders


def _secrets(folders: list[Path]) -> list[str]:
    """The names of what lies there; who may not look hears of it where one of them is read."""
    with suppress(OSError):
        return [path.name for folder in folders for path in folder.iterdir() if path.is_file()]
    return []


_KNOWN = frozenset({*(name.upper() for name in Settings.model_fields), *READ})


def _file() -> str:
    """What stands in `.env`; nothing if there is none."""
    try:
        return Path(ENV_FILE).read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise WrongSetting(f"{ENV_FILE} should be a file the bot may read ({error.strerror})") from None
    except UnicodeError:
        raise WrongSetting(f"{ENV_FILE} should be plain text in UTF-8; save it anew as that") from None


def unknown_settings() -> list[str]:
    """A line for each name that nothing reads, in `.env`, and in the environment if it is near to a setting; and for
    what `.env` sets twice.
    """
    near = misspelt_in_environment([*os.environ, *_secrets(_folders_of_secrets())], _KNOWN)
    return [*unknown_in_file(_file(), _KNOWN), *set_twice_in_file(_file(), _KNOWN), *near]


def read_settings() -> Settings:
    """The settings from the environment. Raises `WrongSetting` with lines an operator can act on."""
    if line := wrong_in_file(_file(), _KNOWN):
        raise WrongSetting(line)
    try:
        return Settings(_secrets_dir=_folders_of_secrets())  # type: ignore[call-arg] # taken by pydantic-settings
    except OSError as error:
        what = "folder" if Path(error.filename).is_dir() else "file"
        raise WrongSetting(f"{error.filename} should be a {what} the bot may read ({error.strerror})") from None
    except ValidationError as error:
        raise WrongSetting("\nwrong setting: ".join(map(line_of, error.errors(include_input=False)))) from None
