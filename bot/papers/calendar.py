"""A patient's dates as a file for their calendar."""

import hmac
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.papers.papers import File, MakePaper, Paper
from dialogs.roads.the_date.calendar import calendar


def calendar_maker(key: bytes) -> MakePaper:
    """Makes calendar files from the words of `dialogs.words.papers`.

    The events of one chat keep their ids from file to file, so that a calendar brings them up to date; without the
    key nobody can tell from them whose they are.
    """

    async def calendar_paper(chat_id: int, content: Mapping[str, Any]) -> Paper:
        series = hmac.digest(key, b"calendar" + str(chat_id).encode(), "sha256").hex()[:32]
        days = [(date.fromisoformat(day), words) for day, words in content["days"]]
        text = calendar(days, series, datetime.fromisoformat(content["made"]))
        return Paper((File(content["file_name"], text.encode()),))

    return calendar_paper
