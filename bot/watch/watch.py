"""The watch: hears of every turn, call, verdict and piece of work as it ends, counts it and lets it be traced."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.storage.outbox import STAYS
from bot.watch.spans import NoSpans, Note, Spans
from bot.watch.tally import WORK, Tally

if TYPE_CHECKING:
    from bot.storage.outbox import Message

T = TypeVar("T")
Asked = TypeVar("Asked")


class Found(Protocol):
    """What a file was found to be."""

    @property
    def state(self) -> str: ...


F = TypeVar("F", bound=Found)


class Watch:
    """One tally, and where spans go."""

    def __init__(self, spans: Spans | None = None) -> None:
        self.tally = Tally()
        self.spans = spans or NoSpans()

    @contextmanager
    def taking(self, event: object) -> Iterator[None]:
        """While an update is taken; one that could not be stored is brought again, and timed then."""
        began = perf_counter()
        with self.spans.span("turn", event=type(event).__name__):
            yield
        self.tally.updates["taken"] += 1
        self.tally.turn_seconds.add(perf_counter() - began)

    def turned(self, turns: tuple[tuple[str, bool], ...], messages: tuple[Message, ...]) -> None:
        """Turns were committed: the kind of event of each, and whether it went well."""
        for event, went_well in turns:
            self.tally.turns[event] += 1
            self.tally.turn_failures += not went_well
        for message in messages:
            if message.kind == STAYS:
                self.tally.safety_cards[message.name] += 1

    @contextmanager
    def call(self, method: str) -> Iterator[Note]:
        """While Telegram is asked; `note("answer", …)` says what came back, else the kind of error does."""
        answered = ""

        def note(name: str, value: str) -> None:
            nonlocal answered
            answered = value
            tell(name, value)

        with self.spans.span("telegram", method=method) as tell:
            try:
                yield note
            except BaseException as error:
                answered = answered or type(error).__name__
                raise
            finally:
                self.tally.calls[method, answered] += 1

    async def inspection(self, verdict: Awaitable[F]) -> F:
        """A file is looked at: how long that takes, and what it is found to be."""
        began = perf_counter()
        found = await verdict
        self.tally.inspection_seconds.add(perf_counter() - began)
        self.tally.verdicts[found.state] += 1
        return found

    def work(
        self, kind: str, do: Callable[[Asked], Awaitable[T]], counts: Callable[[Exception], bool]
    ) -> Callable[[Asked], Awaitable[T]]:
        """The same work, watched; `counts` says whether a failure speaks against the work itself."""
        tally = self.tally.work
        for ending in WORK:
            tally.setdefault((kind, ending), 0)

        async def watched(task: Asked) -> T:
            with self.spans.span("work", kind=kind):
                try:
                    done = await do(task)
                except Exception as error:
                    tally[kind, "failed" if counts(error) else "put_off"] += 1
                    raise
                tally[kind, "done"] += 1
                return done

        return watched

    def giving_up(self, kind: str, give_up: Callable[[Asked], Awaitable[T]]) -> Callable[[Asked], Awaitable[T]]:
        async def watched(task: Asked) -> T:
            given_up = await give_up(task)
            self.tally.work[kind, "given_up"] += 1
            return given_up

        return watched
