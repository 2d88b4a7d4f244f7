"""What an operator reads of it: a count where it is of six people or more, and else that it is of fewer."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from bot.folders import CONTENT
from bot.progress.counting import STAGES, Progress
from bot.settings import Settings
from bot.start.keys import NoKey, read_key
from bot.start.premises import NoPlace, data_folder, in_words_of_a_setting
from bot.storage.states import every_state, opened
from dialogs.content.guide import read_guide

FEWEST = 6
"""Of fewer people nothing is told: what is true of three can be what is known of one."""
MEANING = {
    "agreed": "agreed to what may be kept",
    "sent_files": "sent a file that can be read",
    "half_answered": "said something of half of the records",
    "all_answered": "said something of every record",
    "summary": "are at the summary",
    "packet": "had all documents bound as one file",
    "opinion": "have the second opinion",
}


def report(settings: Settings, as_json: bool = False) -> str:
    """All of it, as text or as JSON. Raises `NoPlace`, with a line for the operator, where there is nothing to read."""
    folder = data_folder(settings)
    progress = Progress(read_guide(CONTENT / "guide.toml"), datetime.now(UTC))
    try:
        _count(settings, progress)
    except NoPlace:
        raise
    except Exception as error:
        line = in_words_of_a_setting(error, settings.model_copy(update={"data_dir": folder}))
        if line is None:
            raise
        raise NoPlace(line.removeprefix("wrong setting: ")) from None
    return json.dumps(_plain(progress), indent=1) if as_json else "\n".join(_lines(progress))


def _count(settings: Settings, progress: Progress) -> None:
    folder, url = data_folder(settings), settings.database_url
    file = folder / "companion.db"
    if not url and not file.exists():
        raise NoPlace("DATA_DIR should be a folder in which the bot has begun; there is no companion.db")
    try:
        key = read_key(settings.model_copy(update={"data_dir": folder}))
    except NoKey as line:
        raise NoPlace(str(line)) from None
    if key is None:
        raise NoPlace("DATA_DIR should hold master.key, without which no case can be read; restore it from its backup")
    for stored in every_state(file, url):
        try:
            progress.add(opened(key, stored))
        except Exception:
            progress.unreadable += 1


def _plain(progress: Progress) -> dict[str, Any]:
    return {
        "fewer_are_not_told": FEWEST,
        "reached": {stage: _told(progress.reached[stage]) for stage in STAGES},
        "gone": _told(progress.gone),
        "unreadable": progress.unreadable,
        "steps": {
            step: {"quiet": _told(progress.quiet[step]), "active": _told(progress.active[step])}
            for step in progress.steps
        },
    }


def _lines(progress: Progress) -> list[str]:
    lines = ["How far people came"]
    lines += [f"  {MEANING[stage]:42}{_in_words(progress.reached[stage]):>14}" for stage in STAGES]
    lines += [f"  {'blocked the bot or left Telegram':42}{_in_words(progress.gone):>14}", ""]
    lines += [f"{'Where they stand':28}{'quiet for a week':>14}  {'heard lately':>14}"]
    for step in progress.steps:
        quiet, active = _in_words(progress.quiet[step]), _in_words(progress.active[step])
        lines.append(f"  {step:26}{quiet:>16}{active:>16}")
    if progress.unreadable:
        lines += ["", f"{progress.unreadable} could not be read; `python -m bot doctor` says more"]
    return lines


def _told(count: int) -> int | None:
    return count if count >= FEWEST else None


def _in_words(count: int) -> str:
    return str(count) if count >= FEWEST else f"fewer than {FEWEST}"
