"""What a forked process has read and tried before: every module of the bot, its content as it is, known good files."""

from __future__ import annotations

import gc
from functools import cache, partial

import alembic.command
import alembic.config
import babel.numbers

import bot.app
import bot.backup.report
import bot.chat.webhook
import bot.checking.report
import bot.doctor.report
import bot.parts
import bot.start.endings
import bot.start.identity
import bot.start.premises
import bot.start.rotation
from bot.documents.fitness import TRIED, Fitness
from bot.folders import CONTENT
from bot.kinds.kinds import Kind
from bot.settings import Settings
from dialogs.receiving.quotas import Quotas

READ_BEFORE = (
    *(alembic.command, alembic.config, babel.numbers, bot.app, bot.backup.report, bot.chat.webhook),
    *(bot.checking.report, bot.doctor.report, bot.parts, bot.start.endings, bot.start.identity, bot.start.premises),
    bot.start.rotation,
)
"""What the bot reads only when it needs it."""


def _read_content(settings: Settings) -> None:
    """What a start with these settings reads, so that no start after it reads the same again."""
    bot.app.read_contents = cache(bot.app.read_contents)  # type: ignore[attr-defined]
    quotas = Quotas(settings.most_files_per_person, settings.most_mb_per_person << 20)
    bot.app.read_contents(CONTENT, reads_print=settings.ocr, days_kept=settings.retention_days, quotas=quotas)  # type: ignore[attr-defined]


async def _every_kind() -> frozenset[Kind]:
    """Known good files of all kinds can be opened: `tests/documents/test_fitness.py` tries it, once for all starts."""
    return frozenset(TRIED)


_read_content(Settings(_env_file=None))  # type: ignore[call-arg]
bot.parts.Fitness = partial(Fitness, opened_together=_every_kind)  # type: ignore[misc,assignment]
# What is here stays: a process that is forked need not look at it for what it could let go, and so copies none of it.
gc.collect()
gc.freeze()
