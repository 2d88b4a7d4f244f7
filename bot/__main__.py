"""The command line: `python -m bot --help` explains itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

DESCRIPTION = "A Telegram companion that helps a cancer patient collect records for a second opinion."
COMMANDS = {
    "run": "start the bot; without TELEGRAM_TOKEN, the rehearsal: a local Telegram in your browser",
    "check": "read the settings, proofread all of content/, and say what is wrong, if anything",
    "words": "list what is missing or out of date in each language, and who must still read it",
    "doctor": "look at every kept file, the jail, the disk and Telegram, and say what is wrong; it changes nothing",
    "rotate-key": "change the master key for another, while no bot runs; the files stay as they are",
    "backup": "write all but the master key into one sealed file, also while the bot works",
    "restore": "put a backup back where nothing is yet; the master key has to be there",
    "report": "say where people stop, counted over all cases; of fewer than six people nothing is told",
    "preview": "write all that the bot says, in every language, into one page for your browser",
    "hear": "say for each line of a text what would be heard in it: an emergency, a crisis, …; no bot and no database",
    "diagram": "print the journey, made from content/guide.toml, as Markdown with Mermaid",
}
NO_KEY = (
    "THE MASTER KEY IS NOT IN A BACKUP, and without it nothing in it can be opened, by nobody. Keep master.key apart,"
    " in another place than the backups; and keep the folder `deletions` of DATA_DIR up to date elsewhere too."
)

HEARD = (
    'A line in, a line out, as JSON: "kind" is emergency (call for help now), crisis (talk to somebody now), call_team'
    ' (call the cancer team today), not_ours (a question for the doctor) or none; "sure" is hard (said plainly), soft'
    ' (it may be meant) or null. In English, Spanish and Arabic. Example: echo "i cant breathe" | python -m bot hear.'
    " What it is worth is measured in docs/safety.md."
)


def main() -> int:
    """Run one command; 0 if all went well, 2 for a wrong setting or wrong content, 1 for what the doctor found."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=DESCRIPTION, epilog="Settings: see .env.example")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, text in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=text, description=text)
        if name in ("doctor", "report", "backup", "restore"):
            subparser.add_argument("--json", action="store_true", help="say it as JSON, for a program")
        if name == "preview":
            subparser.add_argument("file", type=Path, nargs="?", default=Path("preview.html"), help="preview.html")
            subparser.add_argument("--since", default="", metavar="version", help="mark what changed since this tag")
        if name == "words":
            mark = "note that the translations into this language are up to date (all, or those named)"
            subparser.add_argument("--mark", default="", metavar="language", help=mark)
            subparser.add_argument("names", nargs="*", metavar="name", help="as they are listed")
        if name == "rotate-key":
            subparser.add_argument("--to", type=Path, metavar="FILE", help="the new key; without it, one is made")
        if name == "hear":
            subparser.epilog = HEARD
            subparser.add_argument(
                "file", type=Path, nargs="?", help="sentences, one a line; without it, what is typed"
            )
        if name == "doctor":
            subparser.add_argument("--backup", type=Path, metavar="file", help="look at this backup, and nothing else")
        elif name == "backup":
            subparser.epilog = NO_KEY
            subparser.add_argument("place", type=Path, help="a folder, or the name of the file that shall be written")
        elif name == "restore":
            subparser.epilog = NO_KEY
            subparser.add_argument("backup", type=Path, help="the file that `backup` wrote")
            deletions = "a folder `deletions`, newer than the backup: who deleted everything since does not come back"
            subparser.add_argument("--deletions", type=Path, metavar="folder", help=deletions)
    asked = parser.parse_args()
    commands = {
        "run": _run,
        "check": _check,
        "words": lambda: _words(asked.mark, asked.names),
        "doctor": lambda: _doctor(asked.json, asked.backup),
        "report": lambda: _report(asked.json),
        "backup": lambda: _backup(asked.place, asked.json),
        "restore": lambda: _restore(asked.backup, asked.deletions, asked.json),
        "rotate-key": lambda: _rotate_key(asked.to),
        "preview": lambda: _preview(asked.file, asked.since),
        "hear": lambda: _hear(asked.file),
        "diagram": _diagram,
    }
    try:
        return commands[asked.command]()
    except ModuleNotFoundError as missing:
        return _complain(f"{missing.name} is not installed for this Python: start the bot with `make run`")
    except Exception as error:
        from bot.settings import WrongSetting

        if isinstance(error, WrongSetting):
            return _complain(f"wrong setting: {error}")
        raise


def _run() -> int:
    from bot import logs
    from bot.settings import read_settings
    from bot.start.premises import complaint

    settings = read_settings()
    logs.set_up(settings.log_level, settings.log_format)
    if line := complaint(settings):
        return _complain(line)
    if not settings.telegram_token:
        from bot.rehearsal import rehearse

        folder, port, is_local = settings.data_dir / "rehearsal", settings.rehearsal_port, settings.rehearsal_local
        has_database = bool(settings.database_url)
        return rehearse(folder, port, settings.open_browser, has_database=has_database, is_local=is_local)
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
    from bot.settings import read_settings
    from bot.start.identity import mismatch
    from bot.start.premises import complaint

    settings = read_settings()
    if line := complaint(settings) or mismatch(settings):
        return _complain(line)
    return check(CONTENT)


def _words(mark: str, names: list[str]) -> int:
    from bot.checking.words import words
    from bot.folders import CONTENT

    return words(CONTENT, mark, names)


def _doctor(as_json: bool, backup: Path | None) -> int:
    from bot.doctor.report import examine
    from bot.settings import read_settings

    settings = read_settings()
    return examine(settings, as_json, backup)


def _backup(place: Path, as_json: bool) -> int:
    from bot.backup.report import back_up
    from bot.settings import read_settings

    settings = read_settings()
    return back_up(settings, place, as_json)


def _restore(backup: Path, deletions: Path | None, as_json: bool) -> int:
    from bot.backup.report import put_back
    from bot.settings import read_settings

    settings = read_settings()
    return put_back(settings, backup, deletions, as_json)


def _rotate_key(to: Path | None) -> int:
    from bot.settings import read_settings
    from bot.start.premises import complaint

    settings = read_settings()
    if line := complaint(settings):
        return _complain(line)
    try:
        from bot.start.rotation import rotate

        done = rotate(settings, to)
    except Exception as error:
        from bot.start.endings import in_one_line

        return _complain(in_one_line(error, settings))
    print(f"The master key is another now (fingerprint {done.key}); the keys of {done.cases} cases are wrapped by it.")
    if done.left:
        print(f"The keys of {done.left} cases did not open, and stay as they were: `python -m bot doctor` names them.")
    if to:
        print("Let MASTER_KEY_FILE (or MASTER_KEY) say the new one before the bot is started.")
    print("Keep the old key as long as you keep a backup that was made with it.")
    return 0


def _report(as_json: bool) -> int:
    from bot.progress.report import report
    from bot.settings import read_settings
    from bot.start.premises import NoPlace
    from dialogs.content.files import ContentError

    try:
        print(report(read_settings(), as_json))
    except NoPlace as wrong:
        return _complain(f"wrong setting: {wrong}")
    except ContentError as wrong:
        return _complain("\n".join(f"wrong content: {each}" for each in wrong.all))
    return 0


def _preview(file: Path, since: str) -> int:
    from bot.folders import CONTENT
    from bot.preview.changes import NoVersion
    from bot.preview.page import write

    try:
        wrong = write(CONTENT, file, since)
    except NoVersion as line:
        return _complain(str(line))
    if wrong:
        return _complain(wrong)
    print(file.absolute().as_uri())
    return 0


def _hear(file: Path | None) -> int:
    from bot.folders import CONTENT
    from bot.listening import listen
    from dialogs.content.files import ContentError

    try:
        listen(CONTENT, file)
    except ContentError as wrong:
        return _complain("\n".join(f"wrong content: {each}" for each in wrong.all))
    except OSError as wrong:
        return _complain(f"{file} cannot be read ({wrong.strerror})")
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
