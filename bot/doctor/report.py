"""All that the doctor looks at, one after another, a line a finding."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path

from bot.doctor.backups import BackupLook
from bot.doctor.findings import Finding, some
from bot.doctor.hearing import of_telegram
from bot.doctor.keeping import Keeping
from bot.doctor.machine import of_the_disk, of_the_jail, of_the_local_server, of_the_typefaces
from bot.doctor.place import NOTHING, places
from bot.settings import Settings, unknown_settings
from bot.start.identity import mismatch
from bot.start.premises import complaint, data_folder, in_words_of_a_setting

STEP = 25
"""Files between two signs of life on a terminal."""


def examine(settings: Settings, as_json: bool = False, backup: Path | None = None) -> int:
    """Print what was looked at and what is wrong, here or with a backup; 0 if nothing is, 1 if something needs the
    operator, 2 if not all could be looked at, 3 if nothing is wrong and nothing is kept there either.
    """
    return asyncio.run(_examine(settings, as_json, backup))


async def _examine(settings: Settings, as_json: bool, backup: Path | None) -> int:
    found: list[Finding] = []
    keeping: Keeping | BackupLook = (
        BackupLook(settings, backup, _on_a_terminal) if backup else Keeping(_looked_at(settings), _on_a_terminal)
    )
    where = {} if backup else places(_looked_at(settings))
    if where and not as_json:
        print(f"looked at: {where['database']}; files in {where['files_in']}", flush=True)
    async for finding in _findings(settings, keeping):
        found.append(finding)
        if not as_json:
            print(f"{finding.level}: {finding.line}", flush=True)
    wrong = [finding for finding in found if finding.level == "wrong"]
    holds_nothing = any(finding.what == NOTHING for finding in found)
    if as_json:
        counted = {"files": keeping.read} | ({"cases": keeping.cases} if isinstance(keeping, Keeping) else {})
        print(json.dumps({**where, **counted, "findings": [asdict(finding) for finding in found]}))
    elif holds_nothing and not wrong:
        print("Nothing is kept there, so there was nothing to examine.")
    elif not wrong:
        print(f"All is well: {_examined(keeping)} as kept.")
    if any(finding.what == "unseen" for finding in wrong):
        return 2
    return 1 if wrong else 3 if holds_nothing else 0


def _examined(keeping: Keeping | BackupLook) -> str:
    files = some(keeping.read, "file was read and is", "files were read and are")
    if not isinstance(keeping, Keeping):
        return files
    return f"{some(keeping.cases, 'case', 'cases')}, {files}"


async def _findings(settings: Settings, keeping: Keeping | BackupLook) -> AsyncIterator[Finding]:
    if isinstance(keeping, BackupLook):
        for finding in keeping.findings():
            yield finding
        return
    folder = data_folder(settings)
    line = complaint(settings) or mismatch(_looked_at(settings))
    stopped = (line or "").removeprefix("wrong setting: ")
    if stopped:
        yield Finding("wrong", "start", f"a start would end with: {stopped}")
    for line in unknown_settings():
        yield Finding("note", "unknown_setting", line)
    for finding in of_the_disk(settings, folder):
        yield finding
    for finding in of_the_local_server(settings):
        yield finding
    for finding in of_the_typefaces():
        yield finding
    async for finding in of_the_jail(settings):
        yield finding
    async for finding in of_telegram(settings, folder):
        yield finding
    try:
        for finding in keeping.findings():
            yield finding
    except Exception as error:
        line = in_words_of_a_setting(error, settings)
        if line is None:
            raise
        yield Finding("wrong", "unseen", f"what is kept could not be looked at: {line.removeprefix('wrong setting: ')}")
    finally:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _looked_at(settings: Settings) -> Settings:
    """The settings that hold there: no file of the rehearsal lies in an object store."""
    folder = data_folder(settings)
    others = {} if folder == settings.data_dir else {"store_url": ""}
    return settings.model_copy(update={"data_dir": folder, **others})


def _on_a_terminal(files: int) -> None:
    if files % STEP == 0 and sys.stderr.isatty():
        print(f"\r{files} files read …", end="", file=sys.stderr, flush=True)
