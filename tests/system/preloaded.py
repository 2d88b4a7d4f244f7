"""What a forked process has read before: every module of the bot, and what of its content needs no second reading."""

from __future__ import annotations

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
from dialogs.content.reading import read_content

READ_BEFORE = (
    *(alembic.command, alembic.config, babel.numbers, bot.app, bot.backup.report, bot.chat.webhook),
    *(bot.checking.report, bot.doctor.report, bot.start.endings, bot.start.identity, bot.start.premises),
    bot.start.rotation,
)
"""What the bot reads only when it needs it."""
read_content(CONTENT)  # what is compiled of it need not be compiled anew in each
