"""What a forked process has read before: every module of the bot, and its content as it is."""

from __future__ import annotations

import gc
from inspect import signature
from typing import Any

import alembic.command
import alembic.config
import babel.numbers

import bot.app
import bot.backup.report
import bot.chat.webhook
import bot.checking.report
import bot.doctor.machine
import bot.doctor.report
import bot.parts
import bot.start.endings
import bot.start.identity
import bot.start.premises
import bot.start.rotation
from bot.child import child
from bot.folders import CONTENT
from bot.settings import Settings
from dialogs.composed.contents import Contents
from dialogs.composed.reading import read_contents
from dialogs.receiving.quotas import Quotas
from tests.system.fit import Fit
from tests.system.nurseries import Shared

READ_BEFORE = (
    *(alembic.command, alembic.config, babel.numbers, bot.app, bot.backup.report, bot.chat.webhook),
    *(bot.checking.report, bot.doctor.report, bot.parts, bot.start.endings, bot.start.identity, bot.start.premises),
    bot.start.rotation,
)
"""What the bot reads only when it needs it."""


_read: dict[tuple[Any, ...], Contents] = {}
_asked = signature(read_contents)


def _read_once(*given: Any, **named: Any) -> Contents:
    """The content as one start of these settings reads it, so that no start after it reads the same again."""
    asked = _asked.bind(*given, **named)
    asked.apply_defaults()
    known = tuple(asked.arguments[name] for name in ("folder", "reads_print", "days_kept", "quotas"))
    if known not in _read:
        _read[known] = read_contents(*given, **named)
    return _read[known]


def _read_content(settings: Settings) -> None:
    quotas = Quotas(settings.most_files_per_person, settings.most_mb_per_person << 20, settings.largest_file)
    _read_once(CONTENT, settings.ocr, settings.retention_days, quotas)


_read_content(Settings(_env_file=None))  # type: ignore[call-arg]
bot.app.read_contents = _read_once  # type: ignore[attr-defined]
bot.doctor.machine.Fitness = Fit  # type: ignore[assignment,attr-defined]
child._nursery = Shared()
bot.parts.Fitness = Fit  # type: ignore[assignment,attr-defined]
# What is here stays: a process that is forked need not look at it for what it could let go, and so copies none of it.
gc.collect()
gc.freeze()
