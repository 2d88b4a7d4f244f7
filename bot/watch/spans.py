"""Spans of time for who traces the bot: how long a turn, a piece of work or a call took, and never what was in it."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.util import find_spec
from typing import Protocol

log = logging.getLogger(__name__)

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
"""Standard variables of OpenTelemetry; its other ones (OTEL_SERVICE_NAME, …) are read by its library."""
SERVICE = "second-opinion-companion"
LONGEST_GOODBYE = 2.0
"""Seconds in which the last spans are handed over when the bot stops."""

Note = Callable[[str, str], None]
"""Notes one more thing about a span: its name and what it is, both of our own making."""


class Spans(Protocol):
    """Where spans go."""

    def span(self, name: str, **about: str) -> AbstractContextManager[Note]: ...

    def close(self) -> None: ...


class NoSpans:
    """Nobody traces the bot."""

    def span(self, name: str, **about: str) -> AbstractContextManager[Note]:
        return _NOTHING

    def close(self) -> None:
        """There is nothing to hand over."""


def _ignore(name: str, value: str) -> None:
    """Nobody wants to know."""


_NOTHING: AbstractContextManager[Note] = nullcontext(_ignore)


class Traces:
    """Spans that go to where OTEL_EXPORTER_OTLP_ENDPOINT says. An error is its kind alone: it may quote a patient."""

    def __init__(self) -> None:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.trace import StatusCode

        os.environ.setdefault("OTEL_SERVICE_NAME", SERVICE)
        self._provider = TracerProvider(resource=Resource.create(), shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer, self._failed = self._provider.get_tracer(__name__), StatusCode.ERROR

    @contextmanager
    def span(self, name: str, **about: str) -> Iterator[Note]:
        with self._tracer.start_as_current_span(
            name, attributes=about, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield span.set_attribute
            except BaseException as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(self._failed)
                raise

    def close(self) -> None:
        # Its own time limit is half a minute: a bot that is told to stop does not wait for its collector so long.
        goodbye = threading.Thread(target=self._provider.shutdown, daemon=True)
        goodbye.start()
        goodbye.join(LONGEST_GOODBYE)


def spans_as_asked() -> Spans:
    """Spans, if the environment says where to; one line in the log where the extra `tracing` is not installed."""
    asked = next((name for name in ENDPOINTS if os.environ.get(name)), "")
    if not asked:
        return NoSpans()
    try:
        found = find_spec("opentelemetry.sdk") and find_spec("opentelemetry.exporter.otlp.proto.http")
    except ModuleNotFoundError:  # not even the package they would lie in
        found = None
    if not found:
        log.warning("%s is set, but the extra `tracing` is not installed: nothing is traced", asked)
        return NoSpans()
    return Traces()
