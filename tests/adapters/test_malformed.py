"""Whatever arrives, it is taken once, nobody behind it is held up, and nothing raises but a database that is away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat import incoming
from bot.clock import Clock
from bot.post.reception import Reception
from bot.storage.outbox import Message
from bot.storage.sealing import sealed_with
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.composed.contents import Content
from tests.adapters.updates import CHAT, FILE, STRANGER, Plain, body, edited, membership, message, tap
from tests.ready import ready_database
from tests.sealing import SEALS

HUGE = 10**30
GOOD = [
    message(text="hello", forward_origin=STRANGER),
    message(text="/start"),
    message(document={**FILE, "file_name": "scan.pdf"}, caption="mine", media_group_id="1"),
    message(photo=[{**FILE, "width": 1, "height": 1}]),
    message(sticker={**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}),
    edited(text="hello"),
    tap(on=body(message_id=12, text="a card")),
    tap(on={"chat": CHAT, "message_id": 12, "date": 0}),
    membership("kicked"),
]


@dataclass
class Mute:
    """Stands in for the speaker: what would be said is only noted."""

    messages: list[Message] = field(default_factory=list)

    def post(self, messages: tuple[Message, ...]) -> None:
        self.messages.extend(messages)

    def answer(self, callback_id: str) -> None:
        assert isinstance(callback_id, str)

    def forget(self, chat_id: int) -> None:
        pass


class Taking:
    """A real reception over a real database, in a loop of its own."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.engine = sealed_with(ready_database(folder / "companion.db"), SEALS)
        self.writer, self.mute = Writer(self.engine), Mute()
        clock = Clock()
        turns = Turns(content.dialogue, content.wording, Vault(folder / "vault", bytes(32)), clock)
        self.reception = Reception(
            incoming,
            self.writer,
            turns,
            self.mute,  # type: ignore[arg-type]
            clock,
            lambda: None,
            lambda _: None,
        )
        self.runner = asyncio.Runner()

    def take(self, *updates: Any) -> None:
        async def take() -> None:
            await asyncio.gather(*(self.reception.take(update) for update in updates))

        self.runner.run(take())

    def failure(self, update_id: int) -> str | None:
        """The kind of failure that is recorded, if any; an error if the update is not."""

        def look(connection: Any) -> Any:
            query = "SELECT failure FROM updates WHERE update_id = ?"
            return connection.exec_driver_sql(query, (update_id,)).one().failure

        found: str | None = self.runner.run(self.writer.run(look))
        return found


@pytest.fixture(scope="module")
def taking(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Iterator[Taking]:
    taking = Taking(tmp_path_factory.mktemp("taking"), content)
    yield taking
    taking.writer.close()
    taking.runner.close()


NUMBERS = count(5000)


def fresh(plain: Plain) -> Plain:
    return {**deepcopy(plain), "update_id": next(NUMBERS)}


def broken(update: Plain, path: tuple[str, ...], value: Any) -> Plain:
    """The update with another value at a place in it; `...` takes the place away."""
    update = fresh(update)
    inner = update
    for key in path[:-1]:
        inner = inner[key]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return update


@pytest.mark.parametrize(
    ("good", "path", "value"),
    [
        (0, ("message", "chat"), ...),
        (0, ("message", "message_id"), "7"),
        (0, ("message", "message_id"), HUGE),
        (0, ("message", "chat", "id"), HUGE),
        (0, ("message", "chat", "id"), "6000000001"),
        (0, ("message", "chat", "id"), 1.5),
        (0, ("message", "text"), 12),
        (0, ("message", "text"), ["a", "list"]),
        (0, ("message",), [1, 2]),
        (2, ("message", "document", "file_id"), ...),
        (2, ("message", "document", "file_name"), 7),
        (2, ("message", "document", "file_size"), "large"),
        (2, ("message", "caption"), 7),
        (2, ("message", "media_group_id"), {"a": "b"}),
        (3, ("message", "photo"), "a photo"),
        (6, ("callback_query", "data"), 7),
        (6, ("callback_query", "id"), ["4242"]),
        (6, ("callback_query", "message", "message_id"), HUGE),
        (8, ("my_chat_member", "new_chat_member"), {}),
        (8, ("my_chat_member", "new_chat_member", "status"), {}),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else None,
)
def test_a_malformed_update_is_recorded_at_once_and_holds_up_nobody(
    taking: Taking, good: int, path: tuple[str, ...], value: Any
) -> None:
    bad, behind = broken(GOOD[good], path, value), fresh(message(text="hello"))
    taking.take(bad, behind)
    assert taking.failure(bad["update_id"])
    assert taking.failure(behind["update_id"]) is None


def test_words_that_no_text_can_hold_are_taken_as_well_as_can_be(taking: Taking) -> None:
    odd = [fresh(message(text=text)) for text in ("\ud800 alone", "nothing \x00 in it", "\U0010ffff", "\u202e")]
    taking.take(*odd)
    assert [taking.failure(each["update_id"]) for each in odd] == [None] * 4


@pytest.mark.parametrize(
    "plain", [None, 7, "text", [], {}, {"update_id": None}, {"update_id": "1"}, {"update_id": HUGE}]
)
def test_what_has_no_number_cannot_be_recorded_and_is_let_go(taking: Taking, plain: Any) -> None:
    taking.take(plain)


def test_a_malformed_update_that_comes_again_is_told_once(taking: Taking) -> None:
    taking.take(fresh(message(text="/start")))
    bad = broken(GOOD[0], ("message", "text"), 12)
    before = len(taking.mute.messages)
    for _ in range(3):
        taking.take(bad)
    assert len(taking.mute.messages) == before + 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def places(plain: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """A good update, some of whose places hold something else, or nothing."""
    plain = {**deepcopy(draw(st.sampled_from(GOOD))), "update_id": draw(st.integers(10_000, 2**63))}
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from([place for place in places(plain) if place]))
        inner = plain
        for key in path[:-1]:
            inner = inner[key]
        if draw(st.booleans()):
            inner[path[-1]] = draw(json_values)
        else:
            del inner[path[-1]]
    return plain


@settings(suppress_health_check=list(HealthCheck))
@given(plain=json_values | spoilt())
def test_no_json_makes_the_reception_raise(taking: Taking, plain: Any) -> None:
    taking.take(plain)


@pytest.mark.parametrize("depth", [100, 500, 900])
def test_an_update_that_is_nested_without_end_is_recorded(taking: Taking, depth: int) -> None:
    bad = fresh(message(text="hello"))
    bad["message"]["reply_to_message"] = json.loads("[" * depth + "]" * depth)
    taking.take(bad)
    taking.failure(bad["update_id"])


def test_after_all_that_a_good_update_is_taken_as_ever(taking: Taking) -> None:
    good = [fresh(plain) for plain in GOOD]
    taking.take(*good)
    assert [taking.failure(each["update_id"]) for each in good] == [None] * len(good)
