"""Settings that cannot be read, or that say nothing the bot knows."""

from __future__ import annotations

from tests.system.grounds.ground import Ground, Ways
from tests.system.starts import TOKEN

WAYS = Ways()


@WAYS.bad(r"TELEGRAM_TOKEN should be the token from @BotFather")
def token_is_cut(ground: Ground) -> None:
    ground.environment["TELEGRAM_TOKEN"] = TOKEN[:9]


@WAYS.bad(r"TELEGRAM_TOKEN should be the token from @BotFather where WEBHOOK_URL is set")
def token_is_missing_where_patients_are_written_to(ground: Ground) -> None:
    ground.environment |= {"TELEGRAM_TOKEN": "", "WEBHOOK_URL": "https://bot.example", "WEBHOOK_SECRET": "x" * 20}
    ground.environment["LISTEN_PORT"] = "8080"


@WAYS.bad(r"STORE_URL should be an S3 bucket such as")
def store_is_above_its_folder(ground: Ground) -> None:
    ground.environment["STORE_URL"] = "s3://patients/../others"


@WAYS.bad(r"CLOCK_AHEAD_SECONDS should be a whole number of seconds")
def clock_is_ages_ahead(ground: Ground) -> None:
    ground.environment["CLOCK_AHEAD_SECONDS"] = "9" * 15


@WAYS.bad(r"\.env should be a file the bot may read")
def settings_may_not_be_read(ground: Ground) -> None:
    (ground.folder / ".env").write_text("OCR=false\n")
    ground.closes(ground.folder / ".env")


@WAYS.bad(r"\.env should be a file the bot may read")
def settings_are_a_folder(ground: Ground) -> None:
    (ground.folder / ".env").mkdir()


@WAYS.bad(r"\.env should be plain text in UTF-8")
def settings_are_of_another_alphabet(ground: Ground) -> None:
    (ground.folder / ".env").write_bytes("LOG_LEVEL=INFO # für später\n".encode("utf-16"))


@WAYS.bad(r"LOG_LEVEL should be DEBUG")
def level_is_unknown(ground: Ground) -> None:
    ground.environment["LOG_LEVEL"] = "LOUD"


@WAYS.bad(r"REQUIRE_CONFINEMENT should be true or false")
def confinement_is_maybe(ground: Ground) -> None:
    ground.environment["REQUIRE_CONFINEMENT"] = "maybe"


@WAYS.bad(r"TELEGRAM_API_LOCAL should be the folder .*it is not there")
def server_of_ones_own_has_no_such_folder(ground: Ground) -> None:
    ground.environment["TELEGRAM_API_LOCAL"] = str(ground.folder / "telegram-bot-api")


@WAYS.bad(r"TELEGRAM_API_LOCAL needs TELEGRAM_API_URL")
def server_of_ones_own_is_telegrams(ground: Ground) -> None:
    ground.environment["TELEGRAM_API_LOCAL"] = str(ground.folder)
    del ground.environment["TELEGRAM_API_URL"]


@WAYS.bad(r"RETENTON_DAYS in line 3 of \.env is none: did you mean RETENTION_DAYS\?")
def a_name_in_the_file_is_misspelt(ground: Ground) -> None:
    (ground.folder / ".env").write_text("RETENTION_DAYS=90\n\nRETENTON_DAYS=30\n")


@WAYS.bad(r"line 2 of \.env should be NAME=value")
def the_token_stands_alone(ground: Ground) -> None:
    (ground.folder / ".env").write_text(f"# mine\n{TOKEN}\n")
