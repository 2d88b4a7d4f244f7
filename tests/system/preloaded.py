"""What a forked process has read before: every module of the bot, and its content as it is."""

from __future__ import annotations

import gc
from functools import cache

import alembic.command
import alembic.config
import babel.numbers

import bot.app
import bot.backup.report
import bot.chat.webhook
import bot.checking.report
import bot.doctor.report
import bot.start.endings
import bot.start.identity
import bot.start.premises
import bot.start.rotation
from bot.folders import CONTENT
from bot.settings import Settings
from dialogs.receiving.quotas import Quotas

READ_BEFORE = (
    *(alembic.command, alembic.config, babel.numbers, bot.app, bot.backup.report, bot.chat.webhook),
    *(bot.checking.report, bot.doctor.report, bot.start.endings, bot.start.identity, bot.start.premises),
    bot.start.rotation,
)
"""What the bot reads only when it needs it."""


def _read_content(settings: Settings) -> None:
    """What a start with these settings reads, so that no start after it reads the same again."""
    bot.app.read_contents = cache(bot.app.read_contents)  # type: ignore[attr-defined]
    quotas = Quotas(settings.most_files_per_person, settings.most_mb_per_person << 20)
    bot.app.read_contents(CONTENT, reads_print=settings.ocr, days_kept=settings.retention_days, quotas=quotas)  # type: ignore[attr-defined]


_read_content(Settings(_env_file=None))  # type: ignore[call-arg]
# What is here stays: a process that is forked need not look at it for what it could let go, and so copies none of it.
gc.collect()
gc.freeze()
