"""The command line: `python -m bot --help` explains itself."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.arguments import parser

if TYPE_CHECKING:
    from bot.settings import Settings


def main() -> int:
    """Run one command; 0 if all went well, 2 for a wrong setting or wrong content, 1 for what was found wrong."""
    asked = parser().parse_args()
    commands = {
        "run": _run,
        "check": _check,
        "words": lambda: _words(asked.mark, asked.names),
        "doctor": lambda: _doctor(asked.json, asked.backup),
        "report": lambda: _report(asked.json),
        "backup": lambda: _backup(asked.place, asked.json, asked.keep),
        "restore": lambda: _restore(asked.backup, asked.deletions, asked.damaged, asked.json),
        "rotate-key": lambda: _rotate_key(asked.to),
        "preview": lambda: _preview(asked.file, asked.since),
        "hear": lambda: _hear(asked.file),
        "look": lambda: _look(asked.files, asked.jobs),
        "diagram": _diagram,
        "destinations": _destinations,
    }
    try:
        code = commands[asked.command]()
        sys.stdout.flush()
    except ModuleNotFoundError as missing:
        return _complain(f"{missing.name} is not installed for this Python: start the bot with `make run`")
    except BrokenPipeError:  # whoever reads what we print has read enough: `report | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        from bot.settings import WrongSetting

        if isinstance(error, WrongSetting):
            return _complain(f"wrong setting: {error}")
        raise
    return code


def _run() -> int:
    from bot import logs
    from bot.settings import unknown_settings
    from bot.start.premises import complaint

    content = None
    if tells := os.environ.pop("STANDS_BY", ""):
        from bot.rehearsal.standing_by import StandingBy

        gc.disable()
        content = StandingBy(int(tells)).begins()
    settings = _at_work()
    logs.set_up(settings.log_level, settings.log_format)
    for unknown in unknown_settings():
        logging.getLogger(__name__).warning(unknown)
    if line := complaint(settings):
        return _complain(line)
    if not settings.telegram_token:
        from bot.rehearsal import rehearse

        folder, port, is_local = settings.data_dir / "rehearsal", settings.rehearsal_port, settings.rehearsal_local
        has_database = bool(settings.database_url)
        return rehearse(folder, port, settings.open_browser, has_database=has_database, is_local=is_local)
    gc.disable()  # nearly all that is made until it serves stays: `start` has it looked at once, and no more
    try:
        from bot.app import start

        start(settings, content)
    except Exception as error:
        from bot.start.endings import in_one_line

        return _complain(in_one_line(error, settings))
    return 0


def _check() -> int:
    from bot.checking.report import check
    from bot.folders import CONTENT
    from bot.settings import unknown_settings
    from bot.start.identity import mismatch
    from bot.start.premises import complaint

    settings = _at_work()
    if line := complaint(settings) or mismatch(settings):
        return _complain(line)
    for unknown in unknown_settings():
        print(f"note: {unknown}")
    return check(CONTENT)


def _words(mark: str, names: list[str]) -> int:
    from bot.checking.words import words
    from bot.folders import CONTENT

    return words(CONTENT, mark, names)


def _doctor(as_json: bool, backup: Path | None) -> int:
    from bot.doctor.report import examine

    return examine(_at_work(), as_json, backup)


def _backup(place: Path, as_json: bool, keep: int) -> int:
    from bot.backup.report import back_up

    return back_up(_at_work(), place, as_json, keep)


def _restore(backup: Path, deletions: str, damaged: bool, as_json: bool) -> int:
    from bot.backup.report import put_back, put_back_damaged

    if damaged:
        return put_back_damaged(_at_work(), backup, as_json)
    return put_back(_at_work(), backup, deletions, as_json)


def _rotate_key(to: Path | None) -> int:
    from bot.start.premises import complaint

    settings = _at_work()
    if line := complaint(settings):
        return _complain(line)
    try:
        from bot.start.rotation import rotate, told

        done = rotate(settings, to)
    except Exception as error:
        from bot.start.endings import in_one_line

        return _complain(in_one_line(error, settings))
    print("\n".join(told(done, bool(to))))
    return 0


def _report(as_json: bool) -> int:
    from bot.progress.report import report
    from bot.start.premises import NoPlace
    from dialogs.content.files import ContentError

    try:
        print(report(_at_work(), as_json))
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


def _look(files: list[Path], at_once: int) -> int:
    from bot.child.child import demand_whole_jail
    from bot.folders import CONTENT
    from bot.looking.report import jobs, look
    from bot.settings import read_settings
    from dialogs.content.files import ContentError

    demand_whole_jail(read_settings().require_confinement)
    try:
        return look(CONTENT, files, at_once or jobs())
    except ContentError as wrong:
        return _complain("\n".join(f"wrong content: {each}" for each in wrong.all))


def _diagram() -> int:
    from bot.folders import CONTENT
    from dialogs.content.guide import read_guide
    from dialogs.diagram import diagram

    print(diagram(read_guide(CONTENT / "guide.toml")))
    return 0


def _destinations() -> int:
    from bot.folders import CONTENT
    from dialogs.composed.reading import read_content
    from dialogs.content.files import ContentError
    from dialogs.destination_table import destination_table

    try:
        print(destination_table(read_content(CONTENT)), end="")
    except ContentError as wrong:
        return _complain("\n".join(f"wrong content: {each}" for each in wrong.all))
    return 0


def _at_work() -> Settings:
    """The settings; what this process makes in DATA_DIR belongs to whom the folder belongs to, also if it is root."""
    from bot.settings import WrongSetting, read_settings
    from bot.start.owner import writes_as_owner

    settings = read_settings()
    if not writes_as_owner(settings.data_dir):
        raise WrongSetting("DATA_DIR belongs to another user: run this command as that user")
    return settings


def _complain(line: str) -> int:
    print(line, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
