"""The command line: `python -m bot --help` explains itself."""

from __future__ import annotations

import argparse
import sys

DESCRIPTION = "A Telegram companion that helps a cancer patient collect records for a second opinion."
COMMANDS = {
    "run": "start the bot; without TELEGRAM_TOKEN, the rehearsal: a local Telegram in your browser",
    "check": "read the settings, proofread all of content/, and say what is wrong, if anything",
    "diagram": "print the journey, made from content/guide.toml, as Markdown with Mermaid",
}


def main() -> int:
    """Run one command; 0 if all went well, 2 for a wrong setting or wrong content."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=DESCRIPTION, epilog="Settings: see .env.example")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, text in COMMANDS.items():
        subparsers.add_parser(name, help=text, description=text)
    return {"run": _run, "check": _check, "diagram": _diagram}[parser.parse_args().command]()


def _run() -> int:
    from bot import logs
    from bot.settings import MEANING, WrongSetting, read_settings

    try:
        settings = read_settings()
    except WrongSetting as wrong:
        return _complain(f"wrong setting: {wrong}")
    logs.set_up(settings.log_level)
    if not settings.telegram_token:
        from bot.rehearsal import rehearse

        return rehearse(settings.data_dir / "rehearsal", settings.rehearsal_port, settings.open_browser)

    from sqlalchemy.exc import OperationalError
    from telegram.error import InvalidToken

    from bot.app import start
    from bot.chat.webhook import CannotListen
    from bot.storage.lock import InUse
    from bot.vault import DamagedMasterKey
    from dialogs.content_files import ContentError

    try:
        start(settings)
    except ContentError as error:
        return max(_complain(f"wrong content: {each}") for each in error.all)
    except DamagedMasterKey as error:
        return _complain(f"DATA_DIR: {error}")
    except InUse as error:
        name = "DATABASE_URL" if settings.database_url else "DATA_DIR"
        return _complain(f"{name}: {error}; stop it first, or choose another")
    except OperationalError:
        return _complain(f"wrong setting: DATABASE_URL should be {MEANING['database_url']} (no answer)")
    except CannotListen as error:
        return _complain(f"wrong setting: LISTEN_HOST and LISTEN_PORT should be an address that is free ({error})")
    except InvalidToken:
        return _complain("wrong setting: TELEGRAM_TOKEN is not known to Telegram; @BotFather gives it")
    except PermissionError as error:
        return _complain(f"wrong setting: DATA_DIR should be a folder the bot may write to ({error.strerror})")
    return 0


def _check() -> int:
    from bot.checking.report import check
    from bot.folders import CONTENT
    from bot.settings import WrongSetting, read_settings

    wrong = 0
    try:
        read_settings()
    except WrongSetting as error:
        wrong = _complain(f"wrong setting: {error}")
    return check(CONTENT) or wrong


def _diagram() -> int:
    from bot.folders import CONTENT
    from dialogs.diagram import diagram
    from dialogs.guide import read_guide

    print(diagram(read_guide(CONTENT / "guide.toml")))
    return 0


def _complain(line: str) -> int:
    print(line, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
