"""The next bot of the rehearsal, standing by: everything is imported and read, and it is told when it may begin.

Most of a start is Python reading modules and the content of all languages. Whoever edits a sentence should not wait for
that: the next bot has done it while this one still serves, and reads again only what was edited.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

from dialogs.content.files import ContentError
from dialogs.content.kept import Kept, beside_bytecode

STANDS_BY = "STANDS_BY"
"""The setting by which a bot is started that waits."""


def told_to_begin(words: TextIO = sys.stdin) -> Kept | None:
    """Make everything ready, then wait for the word; what was read. None: nobody wants this bot any more.

    The word is a line with the settings as they are by then, in JSON.
    """
    kept = beside_bytecode(holds=True)
    with suppress(ContentError):  # there is no hurry: whoever begins reads it again, and says what is wrong
        _make_ready(kept)
    line = words.readline()
    if not line.strip():
        return None
    os.environ.update(json.loads(line))
    return kept


def the_word(environment: Mapping[str, str]) -> bytes:
    return json.dumps(dict(environment)).encode() + b"\n"


def _make_ready(kept: Kept) -> None:
    from bot.app import contents_of
    from bot.settings import WrongSetting, read_settings

    with suppress(WrongSetting):
        contents_of(read_settings(), kept)
