"""Nothing is skipped unseen: without a browser its tests are left out with a loud line, and in CI that is an error."""

import gc
import os
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import groupby
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING

import psycopg
import pytest
import pytest_asyncio
from hypothesis import settings
from sqlalchemy.engine import make_url

from bot.child import child
from bot.child.nursery import Nursery
from tests import soaking
from tests.chromium import CHROMIUM, FLAGS
from tests.storage.postgresql import running_postgresql
from tests.stores import StoreServer, running_store
from tests.system import forked
from tests.telegram import Patient, RehearsalServer

if TYPE_CHECKING:
    from playwright.async_api import Browser

# What Python has read once it need not read again, whatever the shell says: not here, in no worker and in no bot.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No test measures time, least of all on a machine that is busy.
settings.register_profile("patient", deadline=None, max_examples=25)
settings.register_profile("soak", deadline=None, max_examples=300)
settings.load_profile("patient")
LEFT_OUT = pytest.StashKey[int]()
WAITING = ("tests/system/", "tests/browser/", "tests/adapters/")
"""Where tests wait more than they work."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--page", metavar="FILE", help="write what was seen into this file (see tests/soaking.py)")


def pytest_configure(config: pytest.Config) -> None:
    if config.option.markexpr == "soak":
        settings.load_profile("soak")


@pytest.fixture(scope="session", autouse=True)
def _where_bots_are_forked(tmp_path_factory: pytest.TempPathFactory) -> None:
    """All processes of one run fork their bots from one that has read everything: it need not be read in each."""
    own = tmp_path_factory.getbasetemp()
    os.environ[forked.PLACE] = str(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture
def server() -> Iterator[RehearsalServer]:
    """A Telegram of our own."""
    with RehearsalServer() as server:
        yield server


@pytest.fixture
def ana(server: RehearsalServer) -> Patient:
    """A patient who has started the bot."""
    ana = server.person("Ana")
    ana.sends("/start")
    return ana


@pytest.fixture(scope="session")
def moto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """An S3 test server that takes any key and knows conditions."""
    with running_store("moto", tmp_path_factory.mktemp("moto")) as server:
        yield server


@pytest.fixture(scope="session")
def nanio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """An S3 test server that refuses wrong keys and knows no conditions."""
    with running_store("nanio", tmp_path_factory.mktemp("nanio")) as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> "AsyncIterator[Browser]":
    """A Chromium, started once for all tests of a worker: each opens a page of its own, which was never here."""
    from playwright.async_api import async_playwright, expect  # without browser tests it is not needed

    expect.set_options(timeout=120_000)  # a machine may be busy with other work
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL, started once for all tests of a worker: most take a database of their own there."""
    with running_postgresql(durable=False) as url:
        yield url


@pytest.fixture
def new_database(postgresql_server: str) -> Iterator[Callable[[], str]]:
    """Makes an empty database of PostgreSQL; its address."""
    made: list[str] = []

    def make() -> str:
        made.append(f"test_{secrets.token_hex(6)}")
        connection.execute(f'CREATE DATABASE "{made[-1]}"')
        return make_url(postgresql_server).set(database=made[-1]).render_as_string(hide_password=False)

    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        yield make
        for name in made:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture
def postgresql(new_database: Callable[[], str]) -> str:
    """An empty database of PostgreSQL."""
    return new_database()


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Thousands of tests, and what is read of the content, stay until the end: they are seldom looked at for garbage.

    What is young is looked at as often as ever, so that a test is blamed for what it left open.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], 200)
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.markexpr == "soak":
        _look_longer(items)
    _leave_out_browsers(config, items)
    if "PYTEST_XDIST_WORKER" in os.environ:
        items[:] = _spread(items)


def _look_longer(items: list[pytest.Item]) -> None:
    """What looks for examples by itself does so in the soak too, among more of them."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("soak")


def _spread(items: list[pytest.Item]) -> list[pytest.Item]:
    """A share of them for each worker, in which the modules that wait stand evenly among tests that work.

    Side by side they would all wait at the end. Each share ends with tests that only work: most of them are short, and
    who has done with a share takes from the end of another.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    waiting = [item for item in items if item.nodeid.startswith(WAITING)]
    modules = [list(module) for _, module in groupby(waiting, lambda item: item.nodeid.partition("::")[0])]
    working = [item for item in items if not item.nodeid.startswith(WAITING)]
    shares: list[pytest.Item] = []
    for number in range(workers):
        own = modules[number::workers]
        wanted = len(items) * (number + 1) // workers - len(shares) - sum(map(len, own))
        beside, working = working[: max(0, wanted)], working[max(0, wanted) :]
        last = len(beside) // 4
        shares += [*_among(own, beside[: len(beside) - last]), *beside[len(beside) - last :]]
    return shares + working


def _among(modules: list[list[pytest.Item]], working: list[pytest.Item]) -> list[pytest.Item]:
    each = len(working) // (len(modules) + 1)
    mixed = [
        item
        for number, module in enumerate(modules)
        for item in (*working[number * each : (number + 1) * each], *module)
    ]
    return mixed + working[len(modules) * each :]


def _leave_out_browsers(config: pytest.Config, items: list[pytest.Item]) -> None:
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
    if page := config.getoption("--page"):
        soaking.write(Path(page), soaking.told_to(config))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Some more than there are cores: many tests wait, for a bot that starts or a Telegram that is away on purpose."""
    return (os.cpu_count() or 2) + 3


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file that a test is given is not its name: megabytes of it would go to every worker."""
    return argname if isinstance(val, bytes) or getattr(val, "__name__", "") == "<lambda>" else None


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """The `content` that a test is given as its maker is made as the test runs: each worker knows all of them."""
    given = pyfuncitem.funcargs.get("content")
    if isinstance(given, FunctionType):
        pyfuncitem.funcargs["content"] = given()


@pytest.fixture
def fresh_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each child begins by itself, as the first ones do."""
    monkeypatch.setattr(child, "_nursery", Nursery(may_begin=False))
