"""The commands `backup` and `restore`: what they say, in words for the operator or as JSON for a program."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.backup.heading import Refusal
from bot.backup.mending import mend
from bot.backup.restoring import restore
from bot.backup.taking import take
from bot.backup.thinning import thin_out
from bot.settings import Settings
from bot.start.identity import mismatch
from bot.start.keys import NoKey, read_key

STEP = 25
"""Files between two signs of life on a terminal."""
MINUTE = 60.0
"""Seconds between two of them elsewhere."""
ENDING = ".backup"


def back_up(settings: Settings, place: Path, as_json: bool, keep: int = 0) -> int:
    """0 if the backup is whole, 1 if files were damaged before it was taken, 2 if there is none.

    `keep`: so many of the newest are kept in that folder, this one among them; 0: all.
    """
    return _told(settings, lambda: _back_up(settings, place, as_json, keep))


def put_back(settings: Settings, path: Path, deletions: str, as_json: bool) -> int:
    """0 if everything is back, 2 if it was refused or failed."""
    return _told(settings, lambda: _put_back(settings, path, deletions, as_json))


def put_back_damaged(settings: Settings, path: Path, as_json: bool) -> int:
    """0 if no file is damaged any more, 1 if some are not in this backup, 2 if it was refused or failed."""
    return _told(settings, lambda: _put_back_damaged(settings, path, as_json))


def _back_up(settings: Settings, place: Path, as_json: bool, keep: int) -> int:
    if keep and not place.is_dir():
        raise Refusal("--keep needs a folder in which backups lie, and no name of a file")
    if line := mismatch(settings):
        raise Refusal(line)
    key = read_key(settings)
    if key is None or not (settings.database_url or (settings.data_dir / "companion.db").exists()):
        raise Refusal("DATA_DIR: there is nothing to back up yet: the bot was never started here")
    if place.is_dir():
        place = place / f"companion-{datetime.now(UTC):%Y%m%dT%H%M%SZ}{ENDING}"
    taken = take(settings, place, key, _progress("copied"))
    end = taken.end
    removed = thin_out(taken, keep, key, _progress("read again")) if keep else 0
    if as_json:
        told = {"backup": str(taken.path), "bytes": taken.size, "sha256": taken.sha256, "cases": end.cases}
        told |= {"files": end.documents, "erased_meanwhile": end.erased, "damaged": len(end.damaged)}
        told |= {"removed": removed} if keep else {}
        print(json.dumps(told))
        return int(bool(end.damaged))
    print(f"{taken.path}: {_cases(end.cases)}, {_files(end.documents)}, {taken.size} bytes, SHA-256 {taken.sha256}")
    if end.erased:
        print(f"note: {_files(end.erased)} deleted meanwhile by a patient: not in it")
    if end.damaged:
        print(f"wrong: {_files(len(end.damaged))} damaged or gone in the vault: not in it; `doctor` names them")
    if keep:
        print(f"note: it was read again and is whole; {_backups(removed)} removed, the newest {keep} are kept")
    print("note: master.key is NOT in it, and without it nothing in it opens: keep that apart")
    return int(bool(end.damaged))


def _put_back(settings: Settings, path: Path, deletions: str, as_json: bool) -> int:
    done = restore(settings, path, deletions, _progress("read or put back"))
    end, moment = done.looked.end, done.looked.heading.began
    cases = end.cases - done.cases_left_out
    if as_json:
        told = {"cases": cases, "files": done.files, "deleted_since": done.cases_left_out, "damaged": len(end.damaged)}
        print(json.dumps(told | {"taken": moment.isoformat()}))
        return 0
    print(f"{_cases(cases)} and {_files(done.files)} are back, as of {moment:%Y-%m-%d %H:%M} UTC")
    if done.cases_left_out:
        print(f"note: {_cases(done.cases_left_out)} deleted since: not put back")
    if end.damaged:
        print(f"note: {_files(len(end.damaged))} damaged or gone before the backup was taken: not in it")
    if not done.deletions_known:
        deleted = "whoever deleted everything after the backup"
        if deletions:
            print(f"note: the folder of --deletions names nobody: if it is the wrong one, {deleted} is back")
        else:
            print(f"note: no deletions are known: {deleted} is back (see --deletions)")
    return 0


def _put_back_damaged(settings: Settings, path: Path, as_json: bool) -> int:
    done = mend(settings, path, _progress("read or put back"))
    left = done.damaged - done.files
    if as_json:
        print(json.dumps({"damaged": done.damaged, "files": done.files}))
        return int(bool(left))
    if not done.damaged:
        print("no file is damaged or gone: nothing was put back")
        return 0
    print(f"{_files_are(done.files)} back, as of {done.heading.began:%Y-%m-%d %H:%M} UTC")
    if done.files:
        print("note: patients whom the bot told of the loss are told by its next daily round")
    if left:
        print(f"wrong: {_files_are(left)} not in this backup, or another was then: try an older or a newer one")
    return int(bool(left))


def _told(settings: Settings, do: Callable[[], int]) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return do()
    except KeyboardInterrupt:
        line = "stopped before it was done"
    except Refusal as refusal:
        line = str(refusal)
    except NoKey as error:
        line = str(error)
    except Exception as error:
        line = _in_one_line(error, settings)
    finally:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr)
    print(line, file=sys.stderr)
    return 2


def _in_one_line(error: Exception, settings: Settings) -> str:
    from bot.start.endings import in_one_line
    from bot.start.premises import in_words_of_a_setting

    if isinstance(error, OSError) and error.filename and not in_words_of_a_setting(error, settings):
        return f"{Path(error.filename).name}: {error.strerror}"  # the backup's own place, which is no setting
    return in_one_line(error, settings)


def _progress(done: str) -> Callable[[int, int], None]:
    """Tells on standard error how far it is: again and again on a terminal, once a minute in a log."""
    last = time.monotonic()

    def tell(files: int, of: int) -> None:
        nonlocal last
        said = f"{files} of {of} files {done}" if of else f"{files} files {done}"
        if sys.stderr.isatty():
            if files % STEP == 0 or files == of:
                print(f"\r{said} …\x1b[K", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - last > MINUTE:
            last = time.monotonic()
            print(said, file=sys.stderr, flush=True)

    return tell


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"


def _backups(count: int) -> str:
    return "1 older backup was" if count == 1 else f"{count} older backups were"


def _files_are(count: int) -> str:
    return f"{_files(count)} {'is' if count == 1 else 'are'}"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
