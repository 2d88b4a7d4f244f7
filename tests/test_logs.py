"""What an operator reads in the log, and what a program finds in it: never what a patient said."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot import logs

CANARY = "Kanarienvogel"
log = logging.getLogger("bot.somewhere")


@pytest.fixture(autouse=True)
def _the_log_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in logs.SILENCED}
    yield
    root.handlers[:] = before
    root.setLevel(level)
    for name, each in levels.items():
        logging.getLogger(name).setLevel(each)


def something_fails() -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        log.exception("a turn failed at %s", "Wrote", extra={"at": "Wrote"})


@pytest.mark.parametrize("form", ["console", "json"])
def test_a_line_says_where_it_failed_and_not_what_the_error_says(
    form: logs.Form, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("DEBUG", form)
    something_fails()
    (line,) = capsys.readouterr().err.splitlines()
    assert CANARY not in line
    for part in ("a turn failed at Wrote", "bot.somewhere", "ValueError < something_fails"):
        assert part in line


def test_a_program_finds_the_level_the_sentence_and_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", "json")
    something_fails()
    log.info("ready")
    log.debug("not asked for")
    failed, ready = map(json.loads, capsys.readouterr().err.splitlines())
    assert (failed["level"], failed["sentence"], failed["at"]) == ("error", "a turn failed at %s", "Wrote")
    assert (ready["level"], ready["event"]) == ("info", "ready")
    assert failed["timestamp"] <= ready["timestamp"]


@pytest.mark.parametrize("form", ["console", "json"])
@pytest.mark.parametrize("library", logs.SILENCED)
def test_libraries_that_write_tokens_and_updates_are_not_heard(
    form: logs.Form, library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("DEBUG", form)
    logging.getLogger(library).error("POST /bot1:%s/sendMessage", CANARY)
    assert not capsys.readouterr().err
