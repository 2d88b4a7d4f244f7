"""aiogram 3's finite state machine, its states in memory or in Redis (the address is the only argument)."""

from __future__ import annotations

import asyncio
import os
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.peers.dialogue import STEPS, rows, text

Walk = type("Walk", (StatesGroup,), {f"step_{number}": State() for number in range(STEPS)})
STATES = [getattr(Walk, f"step_{number}") for number in range(STEPS)]


def keyboard(step: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in rows(step)
        ]
    )


async def begin(message: Message, state: FSMContext) -> None:
    await state.set_state(STATES[0])
    await message.answer(text(0), reply_markup=keyboard(0))


def step_after(step: int):
    async def go_on(query: CallbackQuery, state: FSMContext) -> None:
        to = (step + 1) % STEPS
        await state.update_data({str(step): query.data})
        await state.set_state(STATES[to])
        await query.answer()
        await query.message.edit_text(text(to), reply_markup=keyboard(to))

    return go_on


async def main() -> None:
    if len(sys.argv) > 1:
        from aiogram.fsm.storage.redis import RedisStorage

        storage = RedisStorage.from_url(sys.argv[1], connection_kwargs={"max_connections": 256})
    else:
        storage = MemoryStorage()
    dispatcher = Dispatcher(storage=storage)
    dispatcher.message.register(begin, CommandStart())
    for step in range(STEPS):
        dispatcher.callback_query.register(step_after(step), STATES[step])
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    properties = DefaultBotProperties(parse_mode="HTML")
    await dispatcher.start_polling(Bot(os.environ["TELEGRAM_TOKEN"], session=session, default=properties))


if __name__ == "__main__":
    asyncio.run(main())
