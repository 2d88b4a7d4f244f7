"""Logs that an operator can read and that hold nothing of a patient: no text, no name, no id, no token.

All modules speak through the standard library's loggers; structlog sets their lines. What a program should find by name
goes into `extra`.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Sequence
from typing import Any, Literal

import structlog
from structlog.typing import EventDict, Processor

Form = Literal["console", "json"]
"""Lines for a person, or one JSON object a line for whatever collects logs."""
SILENCED = (
    *("httpx", "httpcore", "telegram", "telegram.ext", "aiohttp", "asyncio", "uvicorn", "urllib3", "requests"),
    *("sqlalchemy", "alembic", "transitions", "PIL", "opentelemetry"),
)
"""Libraries that write tokens (in URLs), whole updates or statement parameters: they are not heard at all."""


def where_from(error: BaseException) -> str:
    """What kind of error it is and where it came from, without what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join([type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))])


def _without_arguments(_: Any, __: str, line: EventDict) -> EventDict:
    """An error becomes where it came from, and not what it says: its message may hold a patient's words."""
    error = line.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        line["from"] = where_from(error)
    line.pop("stack_info", None)
    return line


def _with_its_sentence(_: Any, __: str, line: EventDict) -> EventDict:
    """A sentence with figures in it also says which sentence it is, so that a program can count it."""
    record = line.get("_record")
    if isinstance(record, logging.LogRecord) and record.msg != line["event"]:
        line["sentence"] = str(record.msg)
    return line


def _loud(_: Any, __: str, line: EventDict) -> EventDict:
    line["level"] = line["level"].upper()
    return line


_COMMON: Sequence[Processor] = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    _without_arguments,
)


def _for_a_program() -> list[Processor]:
    time = structlog.processors.TimeStamper(fmt="iso", utc=True)
    meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return [time, _with_its_sentence, meta, structlog.processors.JSONRenderer(ensure_ascii=False)]


def _for_a_person(colors: bool) -> list[Processor]:
    time = structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%SZ", utc=True)
    styles = structlog.dev.ConsoleRenderer.get_default_level_styles(colors)
    loud = {level.upper(): style for level, style in styles.items()}
    lines = structlog.dev.ConsoleRenderer(colors=colors, pad_event_to=0, level_styles=loud)
    return [time, structlog.stdlib.ProcessorFormatter.remove_processors_meta, _loud, lines]


def set_up(level: str, form: Form = "console") -> None:
    """Send our own log lines to standard error, and silence everybody else's."""
    last = _for_a_program() if form == "json" else _for_a_person(colors=sys.stderr.isatty())
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=last, foreign_pre_chain=_COMMON))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in SILENCED:
        logging.getLogger(name).setLevel(logging.CRITICAL)
