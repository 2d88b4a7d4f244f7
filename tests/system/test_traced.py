"""A traced bot: spans of turns, work and calls, by kind, and nothing of any patient in them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from bot.watch import spans
from tests.makers import made
from tests.system.running import RunningBot, until
from tests.system.test_promises import CANARY, bring_to_sending
from tests.telegram import Patient, RehearsalServer


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


def test_without_the_extra_it_is_one_line_and_the_bot_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.setattr(spans, "find_spec", lambda name: None)
    assert isinstance(spans.spans_as_asked(), spans.NoSpans)
    assert len([record for record in caplog.records if "OTEL_EXPORTER_OTLP_ENDPOINT" in record.getMessage()]) == 1


def test_turns_work_and_calls_are_spans_by_kind_with_nothing_of_the_patient(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer, collector: Collector
) -> None:
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf(), caption=f"{CANARY} caption")
    until(lambda: bot.kept() == 1, "kept")
    ana.sends(f"{CANARY} text")
    telegram.idle()
    assert bot.stop() == 0, "and what was not handed over yet is now"
    seen = []
    for body in collector.taken:
        for secret in (CANARY, telegram.token.split(":")[1], str(ana.account.id), ".pdf"):
            assert secret.encode() not in body
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            names = {each.key: each.value.string_value for each in resource.resource.attributes}
            assert names["service.name"] == "second-opinion-companion"
            seen += [span for scope in resource.scope_spans for span in scope.spans]
    found = {(span.name, *sorted(each.value.string_value for each in span.attributes)) for span in seen}
    assert {("turn", "Wrote"), ("turn", "SentFile"), ("work", "fetch"), ("telegram", "2xx", "sendMessage")} <= found
    assert {each.key for span in seen for each in span.attributes} <= {
        "event",
        "kind",
        "method",
        "answer",
        "error.type",
    }
    assert not [span for span in seen if span.events], "no exception is recorded, for it may quote a patient"
