"""Edits, deletions, answers to presses, and what the bot says about itself."""

from __future__ import annotations

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.rehearsal.telegram.acts import NotPossible, press
from tests.telegram import Patient, RehearsalServer

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
OLD = "Query is too old and response timeout expired or query id is invalid"


async def test_an_edit_changes_the_message_in_place(bot: Bot, ana: Patient) -> None:
    sent = await bot.send_message(ana.id, "one", reply_markup=YES)
    await bot.edit_message_text("<b>two</b>", ana.id, sent.message_id, parse_mode="HTML")
    (seen,) = ana.bot_messages
    assert (seen.html, seen.buttons, seen.edited) == ("<b>two</b>", (), True)
    await bot.edit_message_reply_markup(ana.id, sent.message_id, reply_markup=YES)
    assert ana.bot_messages[0].buttons == ("Yes",)
    await bot.delete_message(ana.id, sent.message_id)
    assert not ana.bot_messages


async def test_edits_telegram_does_not_take(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    sent = await bot.send_message(ana.id, "one", reply_markup=YES)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply markup"):
        await bot.edit_message_text("one", ana.id, sent.message_id, reply_markup=YES)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(ana.id, sent.message_id, reply_markup=YES)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("two", ana.id, 99)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("two", ana.id, ana.messages[0].message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ana.id, 99)
    server.skips_ahead(days=3)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(ana.id, sent.message_id)


async def test_a_press_is_answered_once_and_in_time(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    await bot.send_message(ana.id, "Is it so?", reply_markup=YES)
    await bot.send_message(ana.id, "Anything else?")
    press = ana.presses("Yes")
    query = (await bot.get_updates())[-1].callback_query
    assert (query.id, query.data, query.message.text, query.from_user.id) == (press, "y", "Is it so?", ana.id)
    await query.answer("Noted", show_alert=True)
    assert ana.waits_for_answer(press) == "Noted"
    with pytest.raises(BadRequest, match=OLD):
        await query.answer()
    late = ana.presses("y")
    server.skips_ahead(seconds=151)
    with pytest.raises(BadRequest, match=OLD):
        await bot.answer_callback_query(late)


async def test_a_button_that_is_gone_is_seen_no_more_and_a_press_that_was_on_its_way_arrives(
    bot: Bot, ana: Patient
) -> None:
    """Telegram's Bot API, CallbackQuery: the message can contain no callback buttons with this data."""
    sent = await bot.send_message(ana.id, "a", reply_markup=YES)
    old = ana.waits_for("a")
    await bot.edit_message_text("b", ana.id, sent.message_id)
    await bot.edit_message_text("c", ana.id, sent.message_id)
    with pytest.raises(AssertionError):
        ana.presses("Yes")
    ana.presses("Yes", old)
    query = (await bot.get_updates())[-1].callback_query
    assert (query.data, query.message.text, query.message.reply_markup) == ("y", "c", None)


async def test_a_button_that_never_was_cannot_be_pressed(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    sent = await bot.send_message(ana.id, "a", reply_markup=YES)
    with pytest.raises(NotPossible, match="no such button"):
        press(server.telegram, ana.id, ana.id, sent.message_id, "n")


async def test_the_menu_speaks_the_persons_language(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("help", "Help")], scope=private)
    await bot.set_my_commands([BotCommand("help", "Ayuda")], scope=private, language_code="es")
    assert [command.description for command in await bot.get_my_commands(private, "es")] == ["Ayuda"]
    assert await bot.get_my_commands() == ()
    assert server.telegram.profile.menu(ana.id, "es")[0]["description"] == "Ayuda"
    assert server.telegram.profile.menu(ana.id, "fr")[0]["description"] == "Help"
    assert await bot.set_my_description("What I do", "en")
    assert await bot.set_my_short_description("I help")


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        ([("Help", "a")], "Bot_command_invalid"),
        ([("x" * 33, "a")], "Bot_command_invalid"),
        ([("help", "")], "Bot_command_description_invalid"),
        ([("help", "a" * 257)], "Bot_command_description_invalid"),
        ([("help", "a")] * 101, "Bot_commands_too_much"),
    ],
)
async def test_commands_telegram_does_not_take(bot: Bot, commands: list[tuple[str, str]], description: str) -> None:
    with pytest.raises(BadRequest, match=description):
        await bot.set_my_commands(commands)


async def test_typing_needs_a_known_action(bot: Bot, ana: Patient) -> None:
    assert await bot.send_chat_action(ana.id, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(ana.id, "dancing")
