"""The doctor, as an operator asks it."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stdout
from typing import Any

import pytest

from bot.__main__ import main
from tests.system.fit import Fit
from tests.system.running import RunningBot


class Doctor:
    """Asks the doctor, as an operator does."""

    def __init__(self, bot: RunningBot) -> None:
        self.bot = bot

    def says(self, *words: str, **settings: str) -> tuple[int, str]:
        """The exit code and what is printed. The command runs here: to load it anew takes longer than to run it."""
        with pytest.MonkeyPatch.context() as patched, redirect_stdout(io.StringIO()) as said:
            patched.setattr("bot.doctor.keeping.SETTLES", 0.1)
            patched.setattr("bot.doctor.machine.Fitness", Fit)
            patched.setattr(sys, "argv", ["bot", "doctor", *words])
            for name, value in {**self.bot.settings, **settings}.items():
                patched.setenv(name, value)
            code = main()
        return code, said.getvalue()

    def finds(self, **settings: str) -> tuple[int, dict[str, str]]:
        """The exit code, and what is wrong (not what is only worth knowing), by its kind."""
        code, said = self.says("--json", **settings)
        findings: list[dict[str, Any]] = json.loads(said)["findings"]
        return code, {each["what"]: each["line"] for each in findings if each["level"] == "wrong"}
