"""The command line: `python -m bot --help` explains itself."""

from __future__ import annotations

import argparse
import sys

DESCRIPTION = "A Telegram companion that helps a cancer patient collect records for a second opinion."
COMMANDS = {
    "run": "start the bot; without TELEGRAM_TOKEN, the rehearsal: a local Telegram in your browser",
    "check": "read the settings, proofread all of content/, and say what is wrong, if anything",
    "doctor": "look at every kept file, the jail, the disk and Telegram, and say what is wrong; it changes nothing",
    "report": "say where people stop, counted over all cases; of fewer than six people nothing is told",
    "diagram": "print the journey, made from content/guide.toml, as Markdown with Mermaid",
}


def main() -> int:
    """Run one command; 0 if all went well, 2 for a wrong setting or wrong content, 1 for what the doctor found."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=DESCRIPTION, epilog="Settings: see .env.example")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, text in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=text, description=text)
        if name in ("doctor", "report"):
            subparser.add_argument("--json", action="store_true", help="say it as JSON, for a program")
    asked = parser.parse_args()
    commands = {"run": _run, "check": _check, "doctor": lambda: _doctor(asked.json), "diagram": _diagram}
    commands["report"] = lambda: _report(asked.json)
    try:
        return commands[asked.command]()
    except ModuleNotFoundError as missing:
        return _complain(f"{missing.name} is not installed for this Python: start the bot with `make run`")


def _run() -> int:
    from bot import logs
    from bot.settings import WrongSetting, read_settings
    from bot.start.premises import complaint

    try:
        settings = read_settings()
    except WrongSetting as wrong:
        return _complain(f"wrong setting: {wrong}")
    logs.set_up(settings.log_level, settings.log_format)
    if line := complaint(settings):
        return _complain(line)
    if not settings.telegram_token:
        from bot.rehearsal import rehearse

        folder, has_database = settings.data_dir / "rehearsal", bool(settings.database_url)
        return rehearse(folder, settings.rehearsal_port, settings.open_browser, has_database=has_database)
    try:
        from bot.app import start

        start(settings)
    except Exception as error:
        from bot.start.endings import in_one_line

        return _complain(in_one_line(error, settings))
    return 0


def _check() -> int:
    from bot.checking.report import check
    from bot.folders import CONTENT
    from bot.settings import WrongSetting, read_settings
    from bot.start.identity import mismatch
    from bot.start.premises import complaint

    try:
        settings = read_settings()
    except WrongSetting as error:
        return _complain(f"wrong setting: {error}")
    if line := complaint(settings) or mismatch(settings):
        return _complain(line)
    return check(CONTENT)


def _doctor(as_json: bool) -> int:
    from bot.doctor.report import examine
    from bot.settings import WrongSetting, read_settings

    try:
        settings = read_settings()
    except WrongSetting as wrong:
        return _complain(f"wrong setting: {wrong}")
    return examine(settings, as_json)


def _report(as_json: bool) -> int:
    from bot.progress.report import report
    from bot.settings import WrongSetting, read_settings
    from bot.start.premises import NoPlace
    from dialogs.content.files import ContentError

    try:
        print(report(read_settings(), as_json))
    except (WrongSetting, NoPlace) as wrong:
        return _complain(f"wrong setting: {wrong}")
    except ContentError as wrong:
        return _complain("\n".join(f"wrong content: {each}" for each in wrong.all))
    return 0


def _diagram() -> int:
    from bot.folders import CONTENT
    from dialogs.content.guide import read_guide
    from dialogs.diagram import diagram

    print(diagram(read_guide(CONTENT / "guide.toml")))
    return 0


def _complain(line: str) -> int:
    print(line, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
