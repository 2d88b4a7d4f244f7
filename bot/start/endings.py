"""Why the bot ended: one true line for the operator, that names a setting where one is wrong, and quotes no secret."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from bot.logs import where_from
from bot.settings import Settings
from bot.start.premises import closed_door, in_words_of_a_setting

log = logging.getLogger(__name__)


def in_words_of_content(error: OSError) -> str | None:
    """The line for content that cannot be read, or None if it was something else that could not."""
    from bot.folders import CONTENT

    if not isinstance(error.filename, str | os.PathLike) or not Path(error.filename).is_relative_to(CONTENT):
        return None
    return f"wrong content: {Path(error.filename).relative_to(CONTENT.parent)} cannot be read ({error.strerror})"


def in_one_line(error: Exception, settings: Settings) -> str:
    """What an operator can do about the error that ended the bot."""
    from telegram.error import InvalidToken

    from bot.chat.webhook import CannotListen
    from bot.start.belonging import Mismatch
    from bot.start.keys import NoKey
    from bot.storage.lock import InUse
    from bot.vault import DamagedMasterKey
    from dialogs.content.files import ContentError

    match error:
        case ContentError():
            return "\n".join(f"wrong content: {each}" for each in error.all)
        case Mismatch() | NoKey():
            return str(error)
        case DamagedMasterKey():
            return f"DATA_DIR: {error}"
        case InUse():
            return f"{error.setting}: {error}; stop it first, or choose another"
        case CannotListen(__cause__=OSError() as cause):
            return f"wrong setting: {closed_door(cause, settings.listen_port)}"
        case InvalidToken():
            return "wrong setting: TELEGRAM_TOKEN is not known to Telegram; @BotFather gives it"
    if isinstance(error, OSError) and (line := in_words_of_content(error)):
        return line
    if line := in_words_of_a_setting(error, settings):
        return line
    return f"the bot ended by a fault of its own ({where_from(error)})"
