"""What Telegram refuses is said in other words, or in parts: never silence."""

from __future__ import annotations

import logging
from functools import partial
from itertools import pairwise

import pytest

from dialogs.roads.decision.screens import MAX_QUESTIONS
from tests.adapters.companion import Companion
from tests.adapters.desk import Desk, shown
from tests.faults import loses_the_answer, refuses
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer


async def says(desk: Desk, person: Patient, text: str, buttons: list | None = None, edit: int = 0) -> None:
    content = {"text": text, "buttons": buttons or [[["Go on", "aside/continue"]]], "edit": edit, "quiet": False}
    desk.speaker.post([await desk.message(person.id, "say", content)])
    await desk.all_said()


def said_more(person: Patient, seen: int) -> bool:
    return len(person.bot_messages) > seen


def shows(person: Patient, data: str) -> bool:
    return data in str(person.bot_messages[-1].body)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("An <b>unclosed tag &amp; more", "An unclosed tag & more"),
        ("A line<br>break", "A line\nbreak"),
        ('Half a <a href="https://example.org', 'Half a <a href="https://example.org'),
        ("<b>Wrongly <i>nested</b></i> &lt;here&gt;", "Wrongly nested <here>"),
        ("Fish & chips < 5 <unknown>thing</unknown>", "Fish & chips < 5 thing"),
        ("</b>An end", "An end"),
        ("&nbsp;A&nbsp;space", "A\xa0space"),
    ],
)
async def test_broken_markup_is_said_plainly_with_its_buttons(
    desk: Desk, ana: Patient, html: str, plain: str, caplog: pytest.LogCaptureFixture
) -> None:
    await says(desk, ana, html)
    (message,) = ana.bot_messages
    assert message.text == plain
    assert message.buttons == ("Go on",)
    assert desk.failed == []
    (line,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert "a_name" in line
    assert plain.split()[0] not in line.split()


@pytest.mark.parametrize("rude", ["Bad Request: can't parse entities", "Bad Request: MESSAGE_TOO_LONG", "Bad Request"])
async def test_any_other_refusal_too(desk: Desk, ana: Patient, telegram: RehearsalServer, rude: str) -> None:
    telegram.faults.next("sendMessage", refuses(400, rude))
    await says(desk, ana, "<b>Hello</b> you")
    assert shown(ana) == ["Hello you"]


@pytest.mark.parametrize(
    ("buttons", "kept"),
    [
        ([[["Good", "a"], ["Too long", "x" * 65]], [["ü", "ü" * 33]]], ("Good",)),
        ([[["", "a"], ["Good", "b"]], [["None", ""]]], ("Good",)),
        ([[["x", "x" * 65]]], ()),
        ([[["Many", f"m/{number}"]] for number in range(120)], ("Many",) * 100),
    ],
)
async def test_buttons_that_cannot_be_shown_cost_neither_the_text_nor_the_good_ones(
    desk: Desk, ana: Patient, buttons: list, kept: tuple[str, ...]
) -> None:
    await says(desk, ana, "A <b>card</b>", buttons)
    (message,) = ana.bot_messages
    assert (message.text, message.buttons) == ("A card", kept)


async def test_a_page_that_telegram_refuses_is_still_turned_in_place(desk: Desk, ana: Patient) -> None:
    await says(desk, ana, "page 1")
    await says(desk, ana, "page <b>2", edit=ana.bot_messages[0].message_id)
    assert shown(ana) == ["page 2"]


async def test_a_long_text_comes_in_parts_with_its_looks_and_its_buttons_under_the_last(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendMessage", loses_the_answer())
    await desk.knows(ana)
    paragraphs = [f"<b>Number {number}</b> &amp; " + "🙂 pain " * 60 for number in range(20)]
    await says(desk, ana, "\n\n".join(paragraphs))
    messages = ana.bot_messages
    assert len(messages) == 3
    assert all(message.text.startswith("Number ") for message in messages), "parted at the ends of paragraphs"
    assert "".join(message.html for message in messages).count("<b>Number") == 20
    assert [message.buttons for message in messages] == [(), (), ("Go on",)]
    whole = " ".join(message.text for message in messages).split()
    assert whole == " ".join(paragraphs).replace("<b>", "").replace("</b>", "").replace("&amp;", "&").split()


async def test_a_long_page_takes_no_others_place_but_is_shown(desk: Desk, ana: Patient) -> None:
    await says(desk, ana, "page 1")
    await says(desk, ana, "word " * 2000, edit=ana.bot_messages[0].message_id)
    assert shown(ana)[0] == "page 1"
    assert " ".join(shown(ana)[1:]).split() == ["word"] * 2000


@pytest.mark.parametrize("empty", ["", "  \n ", "<b></b>"])
async def test_a_message_without_words_is_told_as_our_fault(desk: Desk, ana: Patient, empty: str) -> None:
    await says(desk, ana, empty)
    assert shown(ana) == []
    assert desk.failed == [ana.id]
    await says(desk, ana, empty)
    assert desk.failed == [ana.id], "once: what tells it may be what cannot be said"
    await says(desk, ana, "next")
    assert shown(ana) == ["next"]


async def test_a_decision_and_questions_full_of_emoji_make_a_summary_that_is_shown(
    companion: Companion, ana: Patient
) -> None:
    companion.polls()
    await eventually(lambda: ana.bot_messages, "welcomed")
    for data, then in pairwise(("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination")):
        ana.presses(data)
        await eventually(partial(shows, ana, then), then)
        await companion.all_said()
    ana.sends("General Hospital " + "🏥" * 50 + " <b>&amp;")
    await eventually(lambda: "pathology/send" in str(ana.bot_messages[-1].body), "noted")
    ana.sends("/questions")
    for number in range(MAX_QUESTIONS):
        seen = len(ana.bot_messages)
        await eventually(lambda: "questions" in str(ana.bot_messages[-1].body), "asked")
        ana.sends(f"Will I lose {number} of these: " + "🧡" * 270)
        await eventually(partial(said_more, ana, seen), "noted")
    await companion.all_said()
    seen = len(ana.bot_messages)
    ana.sends("/summary")
    await eventually(lambda: "aside/sheet" in str(ana.bot_messages[-1].body), "told")
    await companion.all_said()
    told = "\n".join(message.text for message in ana.bot_messages[seen:])
    assert all(f"Will I lose {number} of these: " + "🧡" * 270 in told for number in range(MAX_QUESTIONS))
    assert "aside/sheet" in str(ana.bot_messages[-1].body)
