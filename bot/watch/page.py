"""The page of numbers at /metrics, in the words of Prometheus: what was counted, and what the database holds now."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.storage.census import Census
from bot.watch.tally import Spread, Tally

PATIENCE = 2.0
"""Seconds for which the database may keep a scrape waiting; what it did not say by then is left out."""
CONTENT_TYPE = CONTENT_TYPE_LATEST

Readiness = Callable[[], Awaitable[Mapping[str, Any]]]


class Page:
    """Makes the page anew for whoever asks; however many ask, the database is asked by one of them at a time."""

    def __init__(self, tally: Tally, census: Callable[[float], Census], readiness: Readiness, replica: str) -> None:
        self._tally, self._census, self._readiness, self._replica = tally, census, readiness, replica
        self._thread = ThreadPoolExecutor(1, "census")
        self._asked: asyncio.Future[Census] | None = None
        self._process = CollectorRegistry()
        ProcessCollector(registry=self._process)

    async def render(self) -> bytes:
        census, readiness = await asyncio.gather(self._ask(), self._readiness())
        registry = CollectorRegistry()
        registry.register(_Shown([*_counted(self._tally), *_held(census), *_state(readiness, self._replica)]))
        return generate_latest(registry) + generate_latest(self._process)

    async def _ask(self) -> Census | None:
        if self._asked is None or self._asked.done():
            self._asked = asyncio.get_running_loop().run_in_executor(self._thread, self._census, PATIENCE)
        try:
            async with asyncio.timeout(PATIENCE):
                return await asyncio.shield(self._asked)
        except Exception:
            return None


class _Shown(Collector):
    """What was found is shown as it is."""

    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> list[Metric]:
        return self._families


def _counted(tally: Tally) -> Iterator[Metric]:
    yield _counter("updates", "Updates of Telegram, by what became of them", {"outcome": tally.updates})
    yield _counter("turns", "Events that were answered, by kind", {"event": tally.turns})
    yield _counter("turn_failures", "Turns that failed by a fault of ours", tally.turn_failures)
    yield _histogram("turn_seconds", "From an update that was read to its commit", tally.turn_seconds)
    yield _counter("safety_cards", "Cards that must not wait, by kind", {"kind": tally.safety_cards})
    yield _counter("crowded", "Chats for which answers came together faster than they could be said", tally.crowded)
    yield _counter("telegram_calls", "Calls to Telegram, by what came back", {("method", "answer"): tally.calls})
    yield _counter("verdicts", "Files that were looked at, by what they are", {"state": tally.verdicts})
    yield _histogram("inspection_seconds", "Looking at one file", tally.inspection_seconds)
    yield _counter("work", "Work that was begun, by how it ended", {("kind", "outcome"): tally.work})


def _held(census: Census | None) -> Iterator[Metric]:
    yield _gauge("database_up", "Whether the database could be counted in time", census is not None)
    if census is None:
        return
    yield _gauge("cases", "Cases", census.cases)
    yield _gauge("vault_files", "Files that are kept", census.files)
    yield _gauge("vault_bytes", "Bytes of all kept files", census.file_bytes)
    yield _gauge("outbox_messages", "Messages that are not said yet", census.outbox.number)
    yield _gauge("outbox_oldest_seconds", "How long the oldest of them has waited", census.outbox.seconds)
    due = {kind: waiting.number for kind, waiting in census.work.items()}
    yield _gauge("work_due", "Work that fell due and is not done, by kind", {"kind": due})
    late = {kind: waiting.seconds for kind, waiting in census.work.items()}
    yield _gauge("work_oldest_seconds", "How long ago the oldest of it fell due, by kind", {"kind": late})


def _state(readiness: Mapping[str, Any], replica: str) -> Iterator[Metric]:
    yield _gauge("ready", "Whether the bot hears, is heard, and nothing waits too long", readiness["ready"])
    yield _gauge("late", "What is late, as /readyz names it", {"what": dict.fromkeys(readiness["late"], 1)})
    yield InfoMetricFamily("companion_replica", "Which of several bots this one is", {"name": replica})


Labelled = Mapping[Any, Mapping[Any, float]]
"""The name of a label, or several, and a number for each of its values."""


def _counter(name: str, meaning: str, numbers: float | Labelled) -> Metric:
    return _filled(CounterMetricFamily, name, meaning, numbers)


def _gauge(name: str, meaning: str, numbers: float | Labelled) -> Metric:
    return _filled(GaugeMetricFamily, name, meaning, numbers)


def _filled(family: Any, name: str, meaning: str, numbers: float | Labelled) -> Metric:
    if not isinstance(numbers, Mapping):
        alone: Metric = family(f"companion_{name}", meaning, value=numbers)
        return alone
    ((labels, values),) = numbers.items()
    made = family(f"companion_{name}", meaning, labels=(labels,) if isinstance(labels, str) else labels)
    for key, number in list(values.items()):
        made.add_metric((key,) if isinstance(key, str) else key, number)
    filled: Metric = made
    return filled


def _histogram(name: str, meaning: str, spread: Spread) -> Metric:
    counts, total, buckets = list(spread.counts), 0, []
    for bound, count in zip((*map(str, spread.bounds), "+Inf"), counts, strict=True):
        total += count
        buckets.append((bound, total))
    return HistogramMetricFamily(f"companion_{name}", meaning, buckets=buckets, sum_value=spread.sum)
