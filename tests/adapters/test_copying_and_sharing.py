"""Buttons that Telegram itself carries out: they copy a text or open an address, and the bot hears of no tap."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.turn.envelopes import Envelopes, sealed
from dialogs.composed.contents import Content
from dialogs.effects import Button, Say, aside, copy_button, share_button
from dialogs.words.telegram_limits import LONGEST_COPY, length_of
from tests.adapters.desk import Desk
from tests.telegram import Patient

LINK = "https://t.me/a_bot?start=e-Abc_-9"
WORDS = "Could you get this for me? 50% of it & more = “all” +\n1 🙂"


async def says(desk: Desk, person: Patient, content: Content, *buttons: Button) -> None:
    _, _, _, message = Envelopes(content.wording).message(Say("kept", buttons=(buttons,)))
    desk.speaker.post([await desk.message(person.id, "say", message)])
    await desk.all_said()


async def test_a_text_to_copy_arrives_word_for_word(desk: Desk, ana: Patient, content: Content) -> None:
    await says(desk, ana, content, copy_button("button.continue", WORDS), aside("continue"))
    ((copy, go_on),) = ana.bot_messages[0].keyboard
    assert (copy.copies, copy.data, copy.url) == (WORDS, None, None)
    assert (go_on.copies, go_on.data) == (None, "aside/continue")


async def test_what_is_shared_arrives_as_it_was_written(desk: Desk, ana: Patient, content: Content) -> None:
    await says(desk, ana, content, share_button("button.continue", LINK, WORDS))
    (((share,),)) = ana.bot_messages[0].keyboard
    address = urlsplit(share.url or "")
    assert (address.scheme, address.netloc, address.path) == ("https", "t.me", "/share/url")
    assert parse_qs(address.query) == {"url": [LINK], "text": [WORDS]}
    assert share.data is None


@pytest.mark.parametrize("text", ["word " * 100, "x" * 400, "🙂" * 200, "🙂 pain " * 60])
async def test_a_text_too_long_to_copy_is_cut_at_a_word(desk: Desk, ana: Patient, content: Content, text: str) -> None:
    await says(desk, ana, content, copy_button("button.continue", text))
    (((copy,),)) = ana.bot_messages[0].keyboard
    copied = copy.copies or ""
    assert copied.endswith("…")
    assert LONGEST_COPY / 2 < length_of(copied) <= LONGEST_COPY
    kept = copied.removesuffix("…")
    assert text.startswith(kept)
    assert text[len(kept)] == " " or " " not in text


async def test_values_are_data_and_never_keys(desk: Desk, ana: Patient, content: Content) -> None:
    await says(desk, ana, content, copy_button("button.continue", "button.delete"))
    (((copy,),)) = ana.bot_messages[0].keyboard
    assert copy.copies == "button.delete"
    assert copy.text == content.wording.words["button"]["continue"]


BAD: list[list[Any]] = [
    ["Too long", "", {"copies": "x" * 257}],
    ["Nothing", "", {"copies": " "}],
    ["Nowhere", "", {"opens": "nowhere"}],
    ["Broken", "", {"opens": "https://[broken.example"}],
    ["A space", "", {"opens": "https://example.org/a b"}],
    ["No lock", "", {"opens": "http://example.org"}],
    ["Neither", "", {}],
    ["", "", {"copies": "a"}],
]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad[0] or "no label")
async def test_one_that_telegram_would_refuse_costs_neither_the_text_nor_the_good_ones(
    desk: Desk, ana: Patient, bad: list[Any]
) -> None:
    # The markup is broken as well, so that the message is refused once, whichever of them Telegram would take.
    good = [["Copy", "", {"copies": "a"}], ["Open", "", {"opens": "https://example.org/?a=b"}], ["Go on", "a"]]
    content = {"text": "A <b>card", "buttons": [[bad], *([each] for each in good)], "edit": 0, "quiet": False}
    desk.speaker.post([await desk.message(ana.id, "say", content)])
    await desk.all_said()
    (message,) = ana.bot_messages
    assert (message.text, message.buttons) == ("A card", ("Copy", "Open", "Go on"))


async def test_a_button_that_sends_nothing_cannot_be_pressed(desk: Desk, ana: Patient, content: Content) -> None:
    await says(desk, ana, content, copy_button("button.continue", "a text"))
    with pytest.raises(AssertionError, match="no button"):
        ana.presses(ana.bot_messages[0].buttons[0])


def test_what_lies_in_the_outbox_is_compact(content: Content) -> None:
    buttons = (
        (aside("continue"),),
        (copy_button("button.continue", "a"),),
        (share_button("button.continue", "b", "c"),),
    )
    label = content.wording.words["button"]["continue"]
    assert sealed(content.wording.keyboard(Say("kept", buttons=buttons))) == sealed(
        [
            [[label, "aside/continue"]],
            [[label, "", {"copies": "a"}]],
            [[label, "", {"opens": "https://t.me/share/url?url=b&text=c"}]],
        ]
    )
