"""A traced bot: spans of turns, work and calls, by kind, and nothing of any patient in them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.makers import made
from tests.system.running import RunningBot, shows, until
from tests.system.test_promises import CANARY, bring_to_sending
from tests.telegram import Patient, RehearsalServer

INSTALLED = bool(find_spec("opentelemetry")) and bool(find_spec("opentelemetry.sdk"))


class Collector:
    """Takes what is handed over, and keeps it."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        taken = self.taken

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                taken.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing need be said."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def collector() -> Iterator[Collector]:
    collector = Collector()
    threading.Thread(target=collector.server.serve_forever, daemon=True).start()
    yield collector
    collector.server.shutdown()
    collector.server.server_close()


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path, collector: Collector) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data", OTEL_EXPORTER_OTLP_ENDPOINT=collector.url)
    running.start()
    yield running
    running.kill()


@pytest.mark.skipif(INSTALLED, reason="the extra `tracing` is installed")
def test_without_the_extra_it_is_one_line_and_the_bot_goes_on(
    bot: RunningBot, ana: Patient, collector: Collector
) -> None:
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"))
    assert bot.stop() == 0
    assert len([line for line in bot.log.splitlines() if "OTEL_EXPORTER_OTLP_ENDPOINT" in line]) == 1
    assert not collector.taken


@pytest.mark.skipif(not INSTALLED, reason="the extra `tracing` is not installed")
def test_turns_work_and_calls_are_spans_by_kind_with_nothing_of_the_patient(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer, collector: Collector
) -> None:
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
        ExportTraceServiceRequest,
    )

    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf(), caption=f"{CANARY} caption")
    until(lambda: bot.kept() == 1, "kept")
    ana.sends(f"{CANARY} text")
    telegram.idle()
    assert bot.stop() == 0, "and what was not handed over yet is now"
    spans = []
    for body in collector.taken:
        for secret in (CANARY, telegram.token.split(":")[1], str(ana.account.id), "Ana", ".pdf"):
            assert secret.encode() not in body
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            names = {each.key: each.value.string_value for each in resource.resource.attributes}
            assert names["service.name"] == "second-opinion-companion"
            spans += [span for scope in resource.scope_spans for span in scope.spans]
    found = {(span.name, *sorted(each.value.string_value for each in span.attributes)) for span in spans}
    assert {("turn", "Wrote"), ("turn", "SentFile"), ("work", "fetch"), ("telegram", "2xx", "sendMessage")} <= found
    assert {each.key for span in spans for each in span.attributes} <= {
        "event",
        "kind",
        "method",
        "answer",
        "error.type",
    }
    assert not [span for span in spans if span.events], "no exception is recorded, for it may quote a patient"
