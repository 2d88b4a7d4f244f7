"""What a bot sends arrives, and what Telegram refuses is refused."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from telegram import (
    Bot,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, NetworkError

from tests.telegram import Patient, RehearsalServer


def picture(width: int = 300, height: int = 200, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, kind)
    return file.getvalue()


async def test_a_text_arrives_with_its_formatting_and_buttons(bot: Bot, ana: Patient) -> None:
    keyboard = InlineKeyboardMarkup(
        [[InlineKeyboardButton("Yes", callback_data="y")], [InlineKeyboardButton("Read", url="https://example.org")]]
    )
    sent = await bot.send_message(
        ana.id, "Hello <b>Ana</b> &amp; <i>all</i> 🎗️", parse_mode="HTML", reply_markup=keyboard
    )
    seen = ana.waits_for("Hello Ana & all")
    assert sent.text == seen.text
    assert seen.html == "Hello <b>Ana</b> &amp; <i>all</i> 🎗️"
    assert seen.buttons == ("Yes", "Read")
    assert sent.parse_entities()[sent.entities[0]] == "Ana"


async def test_documents_and_photos_can_be_sent_as_bytes_and_again_by_their_id(bot: Bot, ana: Patient) -> None:
    sent = await bot.send_document(
        ana.id, b"%PDF-1.7 report", filename="report.pdf", caption="<u>Yours</u>", parse_mode="HTML"
    )
    again = await bot.send_document(ana.id, sent.document.file_id)
    shown = await bot.send_photo(ana.id, picture(kind="JPEG"))
    assert ana.messages[-3].document == ana.messages[-2].document == b"%PDF-1.7 report"
    assert (again.document.file_name, again.document.mime_type) == ("report.pdf", "application/pdf")
    assert [(size.width, size.height) for size in shown.photo] == [(90, 60), (300, 200)]


async def test_pictures_can_be_sent_side_by_side(bot: Bot, ana: Patient) -> None:
    sent = await bot.send_media_group(ana.id, [InputMediaPhoto(picture(height=200 + n)) for n in range(3)])
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.photo[-1].height for message in sent] == [200, 201, 202]
    assert [seen.body["media_group_id"] for seen in ana.messages[-3:]] == [sent[0].media_group_id] * 3


async def test_albums_telegram_does_not_take(bot: Bot, ana: Patient) -> None:
    one, text = InputMediaPhoto(picture()), InputMediaDocument(b"a text", filename="a.txt")
    refused: list[list[InputMediaPhoto | InputMediaDocument]] = [
        [one],
        [one] * 11,
        [one, text],
        [one, InputMediaPhoto(b"no picture")],
    ]
    for album in refused:
        before = len(ana.messages)
        with pytest.raises(BadRequest):
            await bot.send_media_group(ana.id, album)
        assert len(ana.messages) == before, "an album arrives as a whole, or not at all"


REFUSED_TEXTS = {
    " \n ": "Message text is empty",
    "x" * 4097: "Message is too long",
    "a <font>b</font>": 'Can\'t parse entities: unsupported start tag "font" at byte offset 2',
    "é <b>b": "Can't parse entities: can't find end tag corresponding to start tag \"b\"",
    "a </b>": "Can't parse entities: unexpected end tag at byte offset 2",
    "a <b": "Can't parse entities: unclosed start tag at byte offset 2",
    "<b><i>a</b></i>": 'Can\'t parse entities: unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
}


@pytest.mark.parametrize(("text", "description"), REFUSED_TEXTS.items(), ids=range(len(REFUSED_TEXTS)))
async def test_texts_telegram_does_not_take(bot: Bot, ana: Patient, text: str, description: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        await bot.send_message(ana.id, text, parse_mode="HTML")
    assert refusal.value.message == description
    assert not ana.bot_messages


async def test_4096_characters_count_after_the_markup(bot: Bot, ana: Patient) -> None:
    await bot.send_message(ana.id, "<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(ana.id, b"x", caption="x" * 1025)


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "a", "callback_data": "é" * 33}, "Button_data_invalid"),
        ({"text": "a", "callback_data": ""}, "text buttons are unallowed"),
        ({"callback_data": "a"}, "can't find field"),
        ({"text": "a"}, "text buttons are unallowed"),
        ({"text": " ", "callback_data": "a"}, "text is empty"),
        ({"text": "a", "url": "nowhere"}, "Wrong HTTP URL"),
        ({"text": "a", "copy_text": {"text": "x" * 257}}, "Button_copy_text_invalid"),
        ({"text": "a", "copy_text": {"text": " "}}, "Button_copy_text_invalid"),
        ({"text": "a", "copy_text": {"words": "x"}}, "can't find field"),
        ({"text": "a", "copy_text": "x"}, "must be of type Object"),
        ({"text": "a", "copy_text": {}}, "text buttons are unallowed"),
        ({"text": "a", "copy_text": {"text": "x"}, "callback_data": "a"}, "exactly one of the optional fields"),
        ({"text": "a", "copy_text": {"text": "x"}, "url": "https://example.org"}, "exactly one of the optional fields"),
    ],
)
async def test_buttons_telegram_does_not_take(bot: Bot, ana: Patient, button: dict[str, Any], description: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){description}"):
        await bot.send_message(ana.id, "a", api_kwargs={"reply_markup": {"inline_keyboard": [[button]]}})


async def test_a_button_can_copy_a_text_which_the_bot_never_hears_of(bot: Bot, ana: Patient) -> None:
    button = InlineKeyboardButton("Copy", copy_text=CopyTextButton("x" * 256))
    sent = await bot.send_message(ana.id, "a", reply_markup=InlineKeyboardMarkup([[button]]))
    assert sent.reply_markup
    assert sent.reply_markup.inline_keyboard[0][0].copy_text == CopyTextButton("x" * 256)
    (((shown,),)) = ana.bot_messages[0].keyboard
    assert (shown.copies, shown.data, shown.url) == ("x" * 256, None, None)
    with pytest.raises(AssertionError):
        ana.presses("Copy")


async def test_the_empty_field_says_what_the_bot_asks_for(bot: Bot, ana: Patient) -> None:
    sent = await bot.send_message(ana.id, "Which?", reply_markup=ForceReply(input_field_placeholder="x" * 64))
    await bot.send_message(ana.id, "And?", reply_markup=ForceReply(selective=True))
    await bot.send_message(ana.id, "Well.")
    assert sent.reply_markup is None, "a message shows its bot inline keyboards only"
    assert [message.placeholder for message in ana.bot_messages] == ["x" * 64, "", None]


async def test_a_message_that_forces_a_reply_is_never_edited(bot: Bot, ana: Patient) -> None:
    sent = await bot.send_message(ana.id, "Which?", reply_markup=ForceReply())
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Which one?", ana.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_reply_markup(ana.id, sent.message_id)
    await bot.delete_message(ana.id, sent.message_id)
    plain = await bot.send_message(ana.id, "Which?")
    with pytest.raises(BadRequest, match="Inline keyboard expected"):
        await bot.edit_message_text("Which?", ana.id, plain.message_id, api_kwargs={"reply_markup": FORCED})


FORCED = {"force_reply": True}


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (FORCED | {"input_field_placeholder": "x" * 65}, "Reply_markup_invalid"),
        (FORCED | {"input_field_placeholder": ""}, "Reply_markup_invalid"),
        (FORCED | {"input_field_placeholder": 5}, "must be of type String"),
        (FORCED | {"placeholder": "x"}, "has no field placeholder"),
        ({"force_reply": "yes"}, "must be True"),
        ({"keyboard": [["a"]]}, "inline keyboard expected"),
    ],
)
async def test_forced_replies_telegram_does_not_take(
    bot: Bot, ana: Patient, markup: dict[str, Any], description: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){description}"):
        await bot.send_message(ana.id, "a", api_kwargs={"reply_markup": markup})
    assert not ana.bot_messages


async def test_a_message_can_be_a_reply(bot: Bot, ana: Patient) -> None:
    asked = ana.messages[0]
    sent = await bot.send_message(ana.id, "a", reply_parameters=ReplyParameters(asked.message_id))
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "/start"
    assert ana.bot_messages[0].answers == asked.message_id
    lenient = ReplyParameters(99, allow_sending_without_reply=True)
    assert (await bot.send_message(ana.id, "b", reply_parameters=lenient)).reply_to_message is None
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ana.id, "c", reply_parameters=ReplyParameters(99))
    for wrong in ([1], {"allow_sending_without_reply": True}, {"message_id": "one"}):
        with pytest.raises(BadRequest, match=r"(?i)reply parameters"):
            await bot.send_message(ana.id, "c", api_kwargs={"reply_parameters": wrong})


async def test_a_persons_reply_comes_with_what_it_is_a_reply_to(bot: Bot, ana: Patient) -> None:
    await bot.send_message(ana.id, "Which?", reply_markup=ForceReply())
    ana.sends("this one", answers=ana.bot_messages[0])
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.reply_to_message
    assert message.reply_to_message.from_user
    assert message.reply_to_message.from_user.is_bot
    assert (message.text, message.reply_to_message.text) == ("this one", "Which?")


async def test_a_hundred_buttons_are_enough(bot: Bot, ana: Patient) -> None:
    def keyboard(number: int) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]] * number)

    await bot.send_message(ana.id, "a", reply_markup=keyboard(100))
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await bot.send_message(ana.id, "a", reply_markup=keyboard(101))


async def test_a_misspelt_parameter_shows(bot: Bot, ana: Patient) -> None:
    with pytest.raises(BadRequest, match="parse_mod"):
        await bot.send_message(ana.id, "a", api_kwargs={"parse_mod": "HTML"})


async def test_the_bot_writes_only_to_people_who_want_it(bot: Bot, server: RehearsalServer, ana: Patient) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "a")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(server.person("Ben").id, "a")
    ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "a")
    ana.unblocks()
    await bot.send_message(ana.id, "a")


async def test_files_telegram_does_not_take(bot: Bot, ana: Patient) -> None:
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(ana.id, b"")
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_document(ana.id, "unknown")
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ana.id, b"no picture")
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(ana.id, bytes(50_000_001))
