"""Nothing is skipped unseen: without a browser its tests are left out with a loud line, and in CI that is an error."""

import os

import pytest

from tests.chromium import CHROMIUM

LEFT_OUT = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    browser = [item for item in items if item.get_closest_marker("browser")]
    if CHROMIUM or not browser:
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("no Chromium here: `make browser` installs it")
    config.stash[LEFT_OUT] = len(browser)
    config.hook.pytest_deselected(items=browser)
    items[:] = [item for item in items if item not in browser]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if left_out := config.stash.get(LEFT_OUT, 0):
        line = f"{left_out} browser tests were left out: there is no Chromium here; `make browser` installs it."
        terminalreporter.write_line(line, yellow=True, bold=True)


def pytest_xdist_auto_num_workers() -> int:
    """Some more than there are cores: many tests wait, for a bot that starts or a Telegram that is away on purpose."""
    return (os.cpu_count() or 2) + 2


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file that a test is given is not its name: megabytes of it would go to every worker."""
    return argname if isinstance(val, bytes) else None
